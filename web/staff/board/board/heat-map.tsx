import { Link } from '@tanstack/react-router'
import { Wide } from '../../../blocks/wide.tsx'
import { useText } from '../../../language/language.ts'
import { type CaseFilter, stages } from '../case-filter.ts'
import { useScope } from './use-scope.ts'

interface HeatMapProps {
  readonly name: 'term' | 'age'
  readonly columns: readonly string[]
  readonly cells: readonly { readonly stage: string; readonly column: string; readonly count: number }[]
}

/** From this many claims in one cell on, the darkest is as dark as it gets. */
const fullHeat = 4

/** Stage by time: the more claims, the darker; what is late has a colour of its own, and its column says so. */
export function HeatMap({ name, columns, cells }: HeatMapProps) {
  const t = useText()
  const scope = useScope()
  const most = Math.max(fullHeat, ...cells.map(({ count }) => count))
  const countOf = (stage: string, column: string) =>
    cells.find((cell) => cell.stage === stage && cell.column === column)?.count ?? 0
  return (
    <Wide label={t(name === 'term' ? 'board:board.byTerm' : 'board:board.byAge')}>
      <table className="bp-heat">
        <thead>
          <tr>
            <th scope="col">{t('board:filter.stage')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`board:${name}.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage}>
              <th scope="row">{t(`blocks:stage.${stage}`)}</th>
              {columns.map((column) => {
                const count = countOf(stage, column)
                const heat = count === 0 ? 0 : Math.ceil((count / most) * 4)
                return (
                  <td key={column} data-heat={heat} data-late={column === 'late' || column === 'older'}>
                    {count > 0 && (
                      <Link
                        to="/cases"
                        search={{ ...scope, stage, [name]: column } as CaseFilter}
                        aria-label={t('board:board.cell', {
                          stage: t(`blocks:stage.${stage}`),
                          column: t(`board:${name}.${column}`),
                          count,
                        })}
                      >
                        {count}
                      </Link>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
