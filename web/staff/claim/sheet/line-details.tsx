import type { LineInput, Receipt } from '../../../../domain/adjustment/coverage-input.ts'
import { useText } from '../../../language/language.ts'
import type { RowsField } from './coverage-fields.ts'
import { type Facts, GroupFact, RowsFact } from './fact-fields.tsx'
import { derivations, medicalReceipts, receipts, saved, supported } from './line-fields.ts'
import { withReceipts } from './with-receipts.ts'

/** A file of the claim, as it is called where it is chosen. */
export interface Paper {
  readonly documentId: string
  readonly name: string
}

interface LineDetailsProps {
  readonly line: LineInput
  readonly number: number
  readonly medical: boolean
  /** Papers of the claim, to be named as receipts. */
  readonly papers: readonly Paper[]
  readonly change: (line: LineInput) => void
}

/** What a line rests on: its receipts, the property that was saved, the figures of the law. */
export function LineDetails({ line, number, medical, papers, change }: LineDetailsProps) {
  const t = useText()
  const field = medical ? medicalReceipts : receipts
  const derivation = derivations[line.item]
  const facts = line.derivation as Facts | undefined
  const put = (name: 'saved' | 'derivation', value: Facts | undefined) => {
    const { [name]: _before, ...rest } = line
    change(value === undefined ? rest : { ...rest, [name]: value })
  }
  return (
    <>
      <RowsFact
        field={papers.length === 0 ? withoutFile(field) : field}
        of={`${number}.`}
        value={line.receipts}
        proposed={papers.map(({ name }) => name)}
        options={{ documentId: papers.map(({ documentId, name }) => ({ value: documentId, name })) }}
        change={(rows) => change(withReceipts(line, rows as readonly Receipt[] | undefined))}
      />
      {line.item === 'rescueCost' && (
        <div className="cl-grid">
          <GroupFact field={saved} value={line.saved} change={(value) => put('saved', value)} />
        </div>
      )}
      {derivation !== undefined && (
        <>
          <p className="cl-soft">{t('claim:sheet.derivation')}</p>
          <div className="cl-grid">
            <GroupFact field={derivation} value={facts} change={(value) => put('derivation', value)} />
          </div>
          {line.item === 'dependants' && facts !== undefined && (
            <RowsFact
              field={supported}
              of={`${number}.`}
              value={facts['dependants']}
              change={(rows) => put('derivation', { ...facts, dependants: rows ?? [] })}
            />
          )}
        </>
      )}
    </>
  )
}

/** Without a claim there is no file to choose. */
const withoutFile = (field: RowsField): RowsField => ({
  ...field,
  columns: field.columns.filter(({ name }) => name !== 'documentId'),
})
