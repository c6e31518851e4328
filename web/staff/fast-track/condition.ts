import { formatMoney } from '../../blocks/money.tsx'
import type { Words } from '../../language/language.ts'

/** Columns that bear a name of their own here, since the table's editor names them by their unit, the fen. */
const named = [
  'line',
  'askedMinor',
  'customerMonthClaims',
  'customerYearClaims',
  'customerYearMinor',
  'policyYearClaims',
  'policyYearMinor',
  'withinAuthority',
]

/** What a column of the table of the fast track asks about. */
export function columnName(column: string, t: Words): string {
  return t(named.includes(column) ? `fast-track:column.${column}` : `rules:column.${column}`)
}

const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '<': '<', '>': '>' }
const comparison = /^(<=|>=|<|>) *(-?\d+)$/
const wordList = /^(not\( *)?("\w+"(?: *, *"\w+")*)(?: *\))?$/

/**
 * A cell as people say it: amounts in yuan, lines by name, anything else as it was written. A sign stays on the line of
 * its figure.
 */
export function conditionText(column: string, cell: string, t: Words): string {
  const text = cell.trim()
  if (text === 'true' || text === 'false') return t(`claim:known.${text}`)
  const [, sign = '', bound = ''] = comparison.exec(text) ?? []
  if (sign !== '')
    return `${signs[sign]}\u00a0${column.endsWith('Minor') ? formatMoney(Number(bound)) : bound}`
  const [, not, words = ''] = wordList.exec(text) ?? []
  if (column !== 'line' || words === '') return cell
  const what = [...words.matchAll(/\w+/g)]
    .map(([word]) => t(`blocks:line.${word}`))
    .join(t('fast-track:column.and'))
  return not === undefined ? what : t('fast-track:column.except', { what })
}
