import type { LineInput } from '../../../../domain/adjustment/coverage-input.ts'
import { useText } from '../../../language/language.ts'
import { CellSelect, RateField } from './sheet-fields.tsx'

const classes = ['A', 'B', 'C'] as const

interface ClassCellProps {
  readonly line: LineInput
  readonly number: number
  readonly set: (line: LineInput) => void
}

/** Class of a medical line in the social insurance catalogue, and of class B what the patient bears first. */
export function ClassCell({ line, number, set }: ClassCellProps) {
  const t = useText()
  const { selfPayRate: _rate, ...rest } = line
  return (
    <>
      <CellSelect
        label={`${t('claim:line.class')} ${number}`}
        value={line.catalogueClass ?? 'A'}
        options={classes.map((value) => ({ value, name: t(`claim:class.${value}`) }))}
        change={(value) => {
          const catalogueClass = classes.find((one) => one === value) ?? 'A'
          set({ ...rest, catalogueClass, ...(value === 'B' ? { selfPayRate: '0.1' } : {}) })
        }}
      />
      {line.catalogueClass === 'B' && (
        <RateField
          bare
          label={`${t('claim:line.selfPay')} ${number}`}
          rate={line.selfPayRate}
          change={(selfPayRate) => {
            if (selfPayRate !== undefined) set({ ...line, selfPayRate })
          }}
        />
      )}
    </>
  )
}
