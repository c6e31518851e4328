import type { RuleTable } from '../../../../domain/rules/table.ts'
import { Wide } from '../../../blocks/wide.tsx'
import { useLanguage, useText } from '../../../language/language.ts'
import { valueText } from '../value-text.ts'
import { type CellDifference, compareHeads, compareRows, type RowDifference } from './table-difference.ts'

interface DifferenceProps {
  /** Undefined where nothing came before. */
  readonly before: RuleTable | undefined
  readonly after: RuleTable
}

const heads = ['effectiveFrom', 'effectiveTo'] as const

/** Cell by cell what the proposal says otherwise than the version before it. */
export function DifferenceTable({ before, after }: DifferenceProps) {
  const t = useText()
  const rows = compareRows(before, after).filter(({ kind }) => kind !== 'same')
  const head = compareHeads(before, after)
  return (
    <Wide label={t('rules:review.difference')}>
      <table className="ru-table">
        <thead>
          <tr>
            <th>{t('rules:grid.row')}</th>
            <th>{t('rules:review.kind')}</th>
            <th>{t('rules:review.column')}</th>
            <th>{t('rules:review.before')}</th>
            <th>{t('rules:review.after')}</th>
          </tr>
        </thead>
        <tbody>
          {head.map((cell) => (
            <tr key={cell.column}>
              <td>—</td>
              <td>{t('rules:review.changed')}</td>
              <td>
                {heads.some((name) => name === cell.column) ? t(`rules:head.${cell.column}`) : cell.column}
              </td>
              <Sides cell={cell} />
            </tr>
          ))}
          {rows.map((row) => (
            <RowDifferences key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length + head.length === 0 && <p>{t('rules:review.same')}</p>}
    </Wide>
  )
}

function RowDifferences({ row }: { readonly row: RowDifference }) {
  const t = useText()
  const cells: readonly (CellDifference | null)[] = row.cells.length === 0 ? [null] : row.cells
  return cells.map((cell, index) => (
    <tr key={cell?.column ?? row.id} className={`ru-${row.kind}`}>
      <td>{index === 0 && row.id}</td>
      <td>{index === 0 && t(`rules:review.${row.kind}`)}</td>
      <td>{cell !== null && t(`rules:column.${cell.column}`)}</td>
      {cell === null ? <td colSpan={2} /> : <Sides cell={cell} />}
    </tr>
  ))
}

function Sides({ cell }: { readonly cell: CellDifference }) {
  const language = useLanguage()
  return (
    <>
      <td>
        <del>{valueText(cell.from, language)}</del>
      </td>
      <td>
        <ins>{valueText(cell.to, language)}</ins>
      </td>
    </>
  )
}
