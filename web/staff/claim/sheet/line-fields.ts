import type { LineInput } from '../../../../domain/adjustment/coverage-input.ts'
import type { GroupField, RowsField } from './coverage-fields.ts'
import type { Facts } from './fact-fields.tsx'

/** What a line rests on: its receipts, the property that was saved, the figures of the law. */
export const receipts: RowsField = {
  name: 'receipts',
  kind: 'rows',
  columns: [
    { name: 'receipt', kind: 'text' },
    { name: 'documentId', kind: 'choice', options: [], free: true },
    { name: 'amountMinor', kind: 'money' },
  ],
  begins: { receipt: '', amountMinor: 0 },
}

export const medicalReceipts: RowsField = {
  ...receipts,
  columns: [...receipts.columns, { name: 'paidByOthersMinor', kind: 'money' }],
}

export const saved: GroupField = {
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
export const derivations: Readonly<Partial<Record<LineInput['item'], GroupField>>> = {
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

export const supported: RowsField = {
  name: 'dependants',
  kind: 'rows',
  columns: [age, { name: 'supporters', kind: 'count' }],
  begins: { age: 0, supporters: 1 },
}

/** All of them; of the statutory figures each item has its own. */
export const lineFields: readonly (RowsField | GroupField)[] = [
  medicalReceipts,
  saved,
  supported,
  {
    ...derived(
      Object.values(derivations).flatMap(({ fields }) => fields),
      '',
      {},
    ),
  },
]
