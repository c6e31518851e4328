import { delayField, fieldsOf, recoveryFacts, usedLimits } from './coverage-fields.ts'
import { lineFields } from './line-fields.ts'

/** Facts that are known by more than their own name: of a salvage its value, of a receipt its amount. */
const parts = new Map<string, ReadonlySet<string>>([
  ['compulsoryUsed', new Set(usedLimits.columns.map(({ name }) => name))],
  ['others', new Set(recoveryFacts.map(({ name }) => name))],
  ...[...Object.values(fieldsOf).flat(), ...lineFields, delayField].flatMap((field) =>
    field.kind === 'group' || field.kind === 'rows'
      ? [
          [
            field.name,
            new Set((field.kind === 'group' ? field.fields : field.columns).map(({ name }) => name)),
          ] as const,
        ]
      : [],
  ),
])

/** Parts of the input whose words stand under another name. */
const under: Readonly<Record<string, string>> = { compulsoryUsed: 'used', others: 'liableParties' }

const lists = new Set(
  [...Object.values(fieldsOf).flat(), ...lineFields, delayField].flatMap(({ name, kind }) =>
    kind === 'rows' ? [name] : [],
  ),
)

const plain = new Set([
  'grades',
  ...Object.values(fieldsOf).flatMap((fields) =>
    fields.filter(({ kind }) => kind !== 'group' && kind !== 'rows').map(({ name }) => name),
  ),
])

/** What a line says in its columns, and the motor facts in theirs. */
const columns: Readonly<Record<string, string>> = {
  item: 'blocks:sheet.item',
  claimantId: 'claim:line.claimant',
  basis: 'claim:line.basis',
  askedMinor: 'blocks:sheet.asked',
  assessedMinor: 'blocks:sheet.assessed',
  agreedMinor: 'claim:line.agreed',
  catalogueClass: 'claim:line.class',
  selfPayRate: 'claim:line.selfPay',
}
const motorColumns: Readonly<Record<string, string>> = {
  degree: 'claim:motor.degree',
  basis: 'claim:motor.basis',
  rate: 'claim:motor.rate',
  partyId: 'claim:motor.other',
  kind: 'claim:motor.kind',
  liability: 'claim:motor.otherRate',
}

/** Key of the words by which the form calls the fact at a place of the input; undefined where it has none. */
export function factKey(path: string): string | undefined {
  const names = path.replaceAll(/\[\d+\]/g, '').split('.')
  const [parent = '', last = ''] = [names.at(-2), names.at(-1)]
  if (parts.get(parent)?.has(last) === true) return `claim:field.${under[parent] ?? parent}.${last}`
  if (names[0] === 'motor') return motorColumns[last]
  if (lists.has(last)) return `claim:rows.${last}`
  if (plain.has(last)) return `claim:field.${last}`
  return columns[last]
}

/** The place that the API points to in what it could not even read, `/input/coverages/0/usedMinor`, as the engine has it. */
export const pathOf = (pointer: string) =>
  pointer
    .replace(/^\/input\//, '')
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
