import type { RuleTable, RuleTestCase } from '../../../../domain/rules/table.ts'
import { Wide } from '../../../blocks/wide.tsx'
import { formatCivilDate } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { valueText } from '../value-text.ts'
import { writeCase } from '../table/case-notation.ts'
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
  const day = (one: unknown) => (typeof one === 'string' ? formatCivilDate(one, language) : null)
  const asked = (one: RuleTestCase | null) => (one === null ? null : writeCase(one, language))
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
              <Sides cell={{ ...cell, from: day(cell.from), to: day(cell.to) }} first={first} />
            </tr>
          ))}
          {rows.map((row) => (
            <RowDifferences key={row.id} row={row} first={first} />
          ))}
          {cases.map((cell) => (
            <tr key={cell.column}>
              <td>{t('rules:review.case')}</td>
              {!first && <td>{t(`rules:review.${kindOf(cell)}`)}</td>}
              <td>{cell.column}</td>
              <Sides cell={{ ...cell, from: asked(cell.from), to: asked(cell.to) }} first={first} />
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
  const cells: readonly (CellDifference | null)[] = row.cells.length === 0 ? [null] : row.cells
  return cells.map((cell, index) => (
    <tr key={cell?.column ?? row.id} className={`ru-${row.kind}`}>
      <td>{index === 0 && row.id}</td>
      {!first && <td>{index === 0 && t(`rules:review.${row.kind}`)}</td>}
      <td>{cell !== null && t(`rules:column.${cell.column}`)}</td>
      {cell === null ? <td colSpan={first ? 1 : 2} /> : <Sides cell={cell} first={first} />}
    </tr>
  ))
}

function Sides({ cell, first }: { readonly cell: CellDifference; readonly first: boolean }) {
  const language = useLanguage()
  if (first) return <td>{valueText(cell.to, language)}</td>
  return (
    <>
      <td>{cell.from === null ? '—' : <del>{valueText(cell.from, language)}</del>}</td>
      <td>{cell.to === null ? '—' : <ins>{valueText(cell.to, language)}</ins>}</td>
    </>
  )
}
