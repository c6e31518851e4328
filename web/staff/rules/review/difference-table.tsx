import type { RuleTable } from '../../../../domain/rules/table.ts'
import { Wide } from '../../../blocks/wide.tsx'
import { formatCivilDate } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { caseNameIn } from '../case-names.ts'
import { type RuleWords, useRuleWords } from '../rule-words.ts'
import {
  type CellDifference,
  compareCases,
  compareHeads,
  compareRows,
  kindOf,
  type RowDifference,
} from './table-difference.ts'

interface DifferenceProps {
  /** Undefined where nothing came before: then there is nothing to compare with, and the version is only read. */
  readonly before: RuleTable | undefined
  readonly after: RuleTable
}

/** Cell by cell what the proposal says otherwise than the version before it. */
export function DifferenceTable({ before, after }: DifferenceProps) {
  const t = useText()
  const language = useLanguage()
  const first = before === undefined
  const rows = compareRows(before, after).filter(({ kind }) => kind !== 'same')
  const head = compareHeads(before, after)
  const cases = compareCases(before, after)
  const words = useRuleWords()
  const named = [...after.rows, ...(before?.rows ?? [])]
  const day = (one: unknown) => (typeof one === 'string' ? formatCivilDate(one, language) : '')
  return (
    <Wide label={t('rules:review.difference')}>
      <table className="ru-table">
        <thead>
          <tr>
            <th>{t('rules:grid.row')}</th>
            {!first && <th>{t('rules:review.kind')}</th>}
            <th>{t('rules:review.column')}</th>
            {!first && <th>{t('rules:review.before')}</th>}
            <th>{t(first ? 'rules:review.value' : 'rules:review.after')}</th>
          </tr>
        </thead>
        <tbody>
          {head.map((cell) => (
            <tr key={cell.column}>
              <td>{t('rules:review.term')}</td>
              {!first && <td>{t(`rules:review.${kindOf(cell)}`)}</td>}
              <td>{t(`rules:head.${cell.column}`)}</td>
              <Sides cell={cell} first={first} say={day} />
            </tr>
          ))}
          {rows.map((row) => (
            <RowDifferences key={row.id} row={row} first={first} />
          ))}
          {cases.map((cell, index) => (
            <tr key={cell.column}>
              <td>{t('rules:review.case')}</td>
              {!first && <td>{t(`rules:review.${kindOf(cell)}`)}</td>}
              <td>
                <CaseName name={cell.column} number={index + 1} />
              </td>
              <Sides cell={cell} first={first} say={(one) => words.testCase(one, named)} />
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length + head.length + cases.length === 0 && <p>{t('rules:review.same')}</p>}
    </Wide>
  )
}

function RowDifferences({ row, first }: { readonly row: RowDifference; readonly first: boolean }) {
  const t = useText()
  const words = useRuleWords()
  const cells: readonly (CellDifference | null)[] = row.cells.length === 0 ? [null] : row.cells
  return cells.map((cell, index) => (
    <tr key={cell?.column ?? row.id} className={`ru-${row.kind}`}>
      <td>
        {index === 0 && (
          <>
            {words.rowName(row.row)} <small>{row.id}</small>
          </>
        )}
      </td>
      {!first && <td>{index === 0 && t(`rules:review.${row.kind}`)}</td>}
      <td>{cell !== null && words.column(cell.column)}</td>
      {cell === null ? (
        <td colSpan={first ? 1 : 2} />
      ) : (
        <Sides cell={cell} first={first} say={(one) => sayCell(words, cell.column, one)} />
      )}
    </tr>
  ))
}

/** A cell of conditions is written in the notation of tables; what is no such text is an output. */
function sayCell(words: RuleWords, column: string, cell: unknown): string {
  const said = words.value(column, cell)
  return typeof cell === 'string' && said === cell ? words.condition(column, cell) : said
}

/** By its English name where it has one, with the name that its author gave it; else by its number beside that. */
function CaseName({ name, number }: { readonly name: string; readonly number: number }) {
  const t = useText()
  const language = useLanguage()
  const said = caseNameIn(language, name)
  if (language === 'zh' || !/\p{Script=Han}/u.test(name)) return name
  return (
    <>
      {said === name ? t('rules:cases.nth', { number }) : said} <small lang="zh-CN">{name}</small>
    </>
  )
}

interface SidesProps<Value> {
  readonly cell: { readonly from: Value | null; readonly to: Value | null }
  readonly first: boolean
  readonly say: (value: Value) => string
}

function Sides<Value>({ cell: { from, to }, first, say }: SidesProps<Value>) {
  const said = (value: Value | null) => (value === null ? '' : say(value)) || '—'
  if (first) return <td>{said(to)}</td>
  return (
    <>
      <td>{from === null ? '—' : <del>{said(from)}</del>}</td>
      <td>{to === null ? '—' : <ins>{said(to)}</ins>}</td>
    </>
  )
}
