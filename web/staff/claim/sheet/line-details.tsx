import type { LineInput, Receipt } from '../../../../domain/adjustment/coverage-input.ts'
import { useText } from '../../../language/language.ts'
import type { GroupField, RowsField } from './coverage-fields.ts'
import { type Facts, GroupFact, RowsFact } from './fact-fields.tsx'
import { withReceipts } from './with-receipts.ts'

const receipts: RowsField = {
  name: 'receipts',
  kind: 'rows',
  columns: [
    { name: 'receipt', kind: 'text' },
    { name: 'amountMinor', kind: 'money' },
  ],
  begins: { receipt: '', amountMinor: 0 },
}
const medicalReceipts: RowsField = {
  ...receipts,
  columns: [...receipts.columns, { name: 'paidByOthersMinor', kind: 'money' }],
}

const saved: GroupField = {
  name: 'saved',
  kind: 'group',
  fields: [
    { name: 'insuredMinor', kind: 'money' },
    { name: 'totalMinor', kind: 'money' },
  ],
  begins: { totalMinor: 0 },
}

const age = { name: 'age', kind: 'count' } as const
const rate = { name: 'rate', kind: 'rate' } as const
const income = { name: 'yearlyIncomeMinor', kind: 'money' } as const

/** Items that law and court figures fix: what they are worked out from. */
const derivations: Readonly<Partial<Record<LineInput['item'], GroupField>>> = {
  deathCompensation: derived([income, age], 'deathCompensation', { age: 0 }),
  funeral: derived([{ name: 'monthlyWageMinor', kind: 'money' }], 'funeral', {}),
  disabilityCompensation: derived([income, age, rate], 'disabilityCompensation', { age: 0, rate: '1' }),
  dependants: derived([{ name: 'yearlyExpenseMinor', kind: 'money' }, rate], 'dependants', {
    rate: '1',
    dependants: [],
  }),
}

function derived(fields: GroupField['fields'], formula: string, begins: Facts): GroupField {
  return { name: 'derivation', kind: 'group', fields, begins: { formula, ...begins } }
}

const supported: RowsField = {
  name: 'dependants',
  kind: 'rows',
  columns: [age, { name: 'supporters', kind: 'count' }],
  begins: { age: 0, supporters: 1 },
}

interface LineDetailsProps {
  readonly line: LineInput
  readonly number: number
  readonly medical: boolean
  /** Papers of the claim, to be named as receipts. */
  readonly papers: readonly string[]
  readonly change: (line: LineInput) => void
}

/** What a line rests on: its receipts, the property that was saved, the figures of the law. */
export function LineDetails({ line, number, medical, papers, change }: LineDetailsProps) {
  const t = useText()
  const derivation = derivations[line.item]
  const facts = line.derivation as Facts | undefined
  const put = (name: 'saved' | 'derivation', value: Facts | undefined) => {
    const { [name]: _before, ...rest } = line
    change(value === undefined ? rest : { ...rest, [name]: value })
  }
  return (
    <>
      <RowsFact
        field={medical ? medicalReceipts : receipts}
        of={`${number}.`}
        value={line.receipts}
        proposed={papers}
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
