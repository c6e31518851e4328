import { Money } from '../../../blocks/money.tsx'
import { Field } from '../../../blocks/field.tsx'
import { useText } from '../../../language/language.ts'
import { Check, Select } from '../forms/form-kit.tsx'
import { MoneyField } from '../forms/money-field.tsx'
import type { Party } from '../queries.ts'
import type { EditedCoverage } from './begin-sheet.ts'
import { type CoverageField, fieldsOf } from './coverage-fields.ts'
import { LineTable } from './line-table.tsx'
import { CountField } from './sheet-fields.tsx'

interface CoverageCardProps {
  readonly edited: EditedCoverage
  readonly parties: readonly Party[]
  readonly change: (edited: EditedCoverage) => void
  readonly remove: () => void
}

/** One coverage: what the policy fixes for reading, what has to be found out, then its losses or who is paid. */
export function CoverageCard({ edited, parties, change, remove }: CoverageCardProps) {
  const t = useText()
  const { coverage, lines, beneficiaries } = edited
  const number = (name: string) => (typeof edited[name] === 'number' ? edited[name] : null)
  /** A field that is empty is left out: the engine takes an empty one for a mistake. */
  const set = (name: string, value: unknown) => {
    const { [name]: _before, ...rest } = edited
    const kept = { coverage, ...rest }
    change(value === undefined || value === '' ? kept : { ...kept, [name]: value })
  }
  const [sum, deductible] = [number('sumInsuredMinor'), number('deductibleMinor')]
  return (
    <fieldset className="cl-card">
      <legend>{t(`claim:coverage.${coverage}`)}</legend>
      <p className="cl-soft">
        {sum !== null && (
          <>
            {t('claim:policy.sum')} <Money minor={sum} />{' '}
          </>
        )}
        {deductible !== null && (
          <>
            {t('claim:policy.deductible')} <Money minor={deductible} />{' '}
          </>
        )}
        <button type="button" className="lp-quiet-button" onClick={remove}>
          {t('claim:sheet.removeCoverage')}
        </button>
      </p>
      <div className="cl-grid">
        {fieldsOf[coverage].map((field) => (
          <OneField key={field.name} field={field} value={edited[field.name]} set={set} />
        ))}
        {coverage === 'accidentDisability' && (
          <Field
            label={t('claim:field.grades')}
            defaultValue={(edited['grades'] as readonly number[] | undefined)?.join(', ')}
            onChange={(event) =>
              set(
                'grades',
                event.target.value
                  .split(/[,，、\s]+/)
                  .flatMap((text) => (/^\d{1,2}$/.test(text) ? [Number(text)] : [])),
              )
            }
          />
        )}
      </div>
      {lines !== undefined && (
        <LineTable
          coverage={coverage}
          lines={lines}
          parties={parties}
          change={(next) => change({ ...edited, lines: next })}
        />
      )}
      {beneficiaries !== undefined && (
        <div>
          {parties.map(({ partyId, name, role }) => (
            <Check
              key={partyId}
              label={`${name} ${t(`claim:party.${role}`)}`}
              checked={beneficiaries.some(({ claimantId }) => claimantId === partyId)}
              change={(checked) =>
                change({
                  ...edited,
                  beneficiaries: checked
                    ? [...beneficiaries, { claimantId: partyId, parts: 1 }]
                    : beneficiaries.filter(({ claimantId }) => claimantId !== partyId),
                })
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}

interface OneFieldProps {
  readonly field: CoverageField
  readonly value: unknown
  readonly set: (name: string, value: unknown) => void
}

function OneField({ field, value, set }: OneFieldProps) {
  const t = useText()
  const { name } = field
  const label = t(`claim:field.${name}`)
  if (field.kind === 'choice') {
    return (
      <Select
        label={label}
        value={typeof value === 'string' ? value : ''}
        {...(field.free ? { empty: t('claim:sheet.notSaid') } : {})}
        options={field.options.map((one) => ({ value: one, name: t(`claim:option.${one}`) }))}
        change={(chosen) => set(name, chosen)}
      />
    )
  }
  if (field.kind === 'money') {
    return (
      <MoneyField
        label={label}
        minor={typeof value === 'number' ? value : undefined}
        change={(minor) => set(name, minor)}
      />
    )
  }
  if (field.kind === 'count') {
    return (
      <CountField
        label={label}
        count={typeof value === 'number' ? value : 0}
        change={(count) => set(name, count)}
      />
    )
  }
  return <Check label={label} checked={value === true} change={(checked) => set(name, checked)} />
}
