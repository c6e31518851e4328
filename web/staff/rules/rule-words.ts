/** What stands in a rule table as people say it: codes by name, amounts in yuan, shares in percent, yes and no. */
import type { InputRow, OutputRow, RuleRow, RuleTestCase } from '../../../domain/rules/table.ts'
import type { Text } from '../../../domain/text.ts'
import { formatMoney } from '../../blocks/money.tsx'
import { clauseIn } from '../../language/clauses.ts'
import { type Language, useLanguage, useText, type Words } from '../../language/language.ts'

export interface RuleWords {
  /** A column where it is read: what is written in fen there stands in yuan here, so no unit is named. */
  readonly column: (name: string) => string
  /** A column where it is written, with its unit. */
  readonly written: (name: string) => string
  /** One code of a column. */
  readonly code: (column: string, code: string) => string
  /**
   * A condition, as in `> ¥5,000.00, ≤ ¥20,000.00` or `all but Accident, Health`; as it was written where it is none. A sign
   * stays on the line of its figure.
   */
  readonly condition: (column: string, cell: string) => string
  /** An output, an input of a test case, or anything else that a cell holds. */
  readonly value: (column: string, value: unknown) => string
  /** What a test case asks. */
  readonly inputs: (inputs: InputRow) => string
  /** What a row is about: its note, its reason or what it asks for; undefined where only its conditions tell. */
  readonly row: (row: Pick<RuleRow, 'note' | 'gives'>) => string | undefined
  /** Its conditions, for a reader who does not see its cells. */
  readonly conditions: (row: Pick<RuleRow, 'when'>) => string
  /** What a row is called where it stands alone: what it is about, or else its conditions. */
  readonly rowName: (row: Pick<RuleRow, 'note' | 'gives' | 'when'>) => string
  /** What a test case asks and expects; rows by the name that they have in its table. */
  readonly testCase: (testCase: RuleTestCase, rows?: readonly NamedRow[]) => string
}

type NamedRow = Pick<RuleRow, 'id' | 'note' | 'gives' | 'when'>

export function useRuleWords(): RuleWords {
  return ruleWords(useText(), useLanguage())
}

/** The name of a code, by the column in which it stands. */
const names: Readonly<Record<string, (t: Words, code: string) => string>> = {
  line: (t, code) => t(`blocks:line.${code}`),
  cause: (t, code) => t(`blocks:cause.${code}`),
  clock: (t, code) => t(`claim:clock.${code}`),
  check: (t, code) => t(`claim:check.${code}`),
  premiumStatus: (t, code) => t(`claim:premium.${code}`),
  exclusionSuspected: (t, code) => t(`claim:exclusion.${code}`),
  item: (t, code) => t(`rules:word.item.${code}`),
  need: (t, code) => t(`rules:word.need.${code}`),
  result: (t, code) => t(`rules:word.result.${code}`),
  kind: (t, code) => t(`rules:word.kind.${code}`),
  action: (t, code) => t(`rules:word.action.${code}`),
  rule: (t, code) => t(`rules:word.rule.${code}`),
}
const clauses: ReadonlySet<string> = new Set(['source', 'clause'])

const isText = (one: unknown): one is Text =>
  typeof one === 'object' && one !== null && 'zh' in one && 'en' in one

const isAmount = (column: string) => column.endsWith('Minor') || column === 'levels'
const isShare = (column: string) => column.endsWith('BasisPoints')

const signs: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥', '<': '<', '>': '>' }
const comparison = /^(<=|>=|<|>) *(-?\d+)$/
const range = /^([[(]) *(-?\d+) *\.\. *(-?\d+) *([\])])$/
const numbers = /^-?\d+( *, *-?\d+)*$/
const wordList = /^(not\( *)?("\w+"(?: *, *"\w+")*)(?: *\))?$/

export function ruleWords(t: Words, language: Language): RuleWords {
  const comma = t('rules:words.comma')
  const yesNo = (one: boolean) => t(`claim:known.${one}`)
  const column = (name: string) => {
    const said = t(`rules:column.${name}`)
    // A column that does not exist is a slip in a draft, and is shown as it was typed.
    return said.endsWith(`column.${name}`) ? name : said
  }
  const written = (name: string) =>
    isAmount(name)
      ? t('rules:words.inFen', { column: column(name) })
      : isShare(name)
        ? t('rules:words.inBasisPoints', { column: column(name) })
        : column(name)

  const figure = (name: string, number: number) => {
    if (isAmount(name))
      return number >= Number.MAX_SAFE_INTEGER ? t('rules:words.unlimited') : formatMoney(number)
    return isShare(name) ? `${number / 100}%` : String(number)
  }

  const code = (name: string, one: string) => {
    const said = names[name]?.(t, one) ?? one
    // What is in no list is a slip in a draft, and is shown as it was typed.
    return said.endsWith(`.${one}`) ? one : said
  }

  const condition = (name: string, cell: string) => {
    const text = cell.trim()
    if (text === 'true' || text === 'false') return yesNo(text === 'true')
    if (numbers.test(text))
      return text
        .split(',')
        .map((one) => figure(name, Number(one)))
        .join(comma)
    const [, sign = '', bound = ''] = comparison.exec(text) ?? []
    if (sign !== '') return `${signs[sign]}\u00a0${figure(name, Number(bound))}`
    const [, open, from = '', to = '', close] = range.exec(text) ?? []
    if (open !== undefined)
      return `${open === '[' ? '≥' : '>'}\u00a0${figure(name, Number(from))}${comma}${close === ']' ? '≤' : '<'}\u00a0${figure(name, Number(to))}`
    const [, not, words = ''] = wordList.exec(text) ?? []
    if (words === '') return cell
    const what = [...words.matchAll(/\w+/g)].map(([word]) => code(name, word)).join(comma)
    return not === undefined ? what : t('rules:words.except', { what })
  }

  const value = (name: string, one: unknown): string => {
    if (one === null || one === undefined || one === '') return '—'
    if (typeof one === 'boolean') return yesNo(one)
    if (typeof one === 'number') return figure(name, one)
    if (typeof one === 'string') return clauses.has(name) ? clauseIn(language, one) : code(name, one)
    if (Array.isArray(one)) return one.map((part) => value(name, part)).join(comma)
    if (typeof one !== 'object') return JSON.stringify(one)
    if (language in one) return String((one as Record<Language, unknown>)[language])
    if ('value' in one && 'unit' in one)
      return t(`rules:term.${String(one.unit)}`, { count: Number(one.value) })
    return JSON.stringify(one)
  }

  const pairs = (row: OutputRow) =>
    Object.entries(row)
      .map(([name, one]) =>
        t('rules:words.pair', {
          column: column(name),
          value: one === null ? t('claim:known.null') : value(name, one),
        }),
      )
      .join(t('rules:words.semicolon'))

  const row = ({ note, gives }: Pick<RuleRow, 'note' | 'gives'>) => {
    const text = [note, gives['reason'], gives['label']].find(isText)
    return text?.[language].replace(/[。.]$/, '')
  }

  const conditions = ({ when }: Pick<RuleRow, 'when'>) => {
    const said = Object.entries(when).map(([name, cell]) =>
      t('rules:words.pair', { column: column(name), value: condition(name, cell) }),
    )
    return said.length === 0 ? t('rules:words.otherwise') : said.join(t('rules:words.semicolon'))
  }

  const rowName: RuleWords['rowName'] = (named) => row(named) ?? conditions(named)

  const testCase = (
    { inputs, expectRows = [], expectOutputs = [] }: RuleTestCase,
    rows: readonly NamedRow[] = [],
  ) => {
    const nameOf = (id: string) => {
      const found = rows.find((one) => one.id === id)
      return found === undefined ? id : rowName(found)
    }
    const expected = Array.from({ length: Math.max(expectRows.length, expectOutputs.length) }, (_, nth) => {
      const outputs = pairs(expectOutputs[nth] ?? {})
      const name = expectRows[nth] === undefined ? '' : nameOf(expectRows[nth])
      return (outputs === '' ? name : t('rules:words.giving', { row: name, outputs })).trim()
    })
    return `${pairs(inputs) || t('rules:words.preset')} → ${expected.join(comma)}`.trim()
  }
  return { column, written, code, condition, value, inputs: pairs, row, conditions, rowName, testCase }
}
