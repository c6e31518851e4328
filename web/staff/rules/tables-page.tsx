import './rules.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Failed, Loading } from '../../blocks/states.tsx'
import { Wide } from '../../blocks/wide.tsx'
import { formatCivilDate } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import { type Version, versionsQuery } from './queries.ts'
import { stateOf } from './version-state.ts'

/** Every decision table: what is in force from when, and what waits for a second person. */
export function TablesPage() {
  const t = useText()
  const list = useQuery(versionsQuery)
  if (list.isPending) return <Loading />
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />
  const tables = Map.groupBy(list.data, ({ tableId }) => tableId)
  return (
    <>
      <h1>{t('rules:title')}</h1>
      <p>{t('rules:intro')}</p>
      <div className="st-paper">
        <Wide label={t('rules:title')}>
          <table className="ru-table">
            <thead>
              <tr>
                <th>{t('rules:list.table')}</th>
                <th>{t('rules:list.inForce')}</th>
                <th>{t('rules:list.since')}</th>
                <th>{t('rules:list.waiting')}</th>
              </tr>
            </thead>
            <tbody>
              {[...tables].map(([tableId, versions]) => (
                <TableRow key={tableId} tableId={tableId} versions={versions} />
              ))}
            </tbody>
          </table>
        </Wide>
      </div>
    </>
  )
}

function TableRow({
  tableId,
  versions,
}: {
  readonly tableId: string
  readonly versions: readonly Version[]
}) {
  const t = useText()
  const language = useLanguage()
  const current = versions.find((version) => stateOf(version, versions) === 'inForce')
  const waiting = versions.filter((version) => stateOf(version, versions) === 'proposed')
  return (
    <tr>
      <td>
        <Link to="/rules/$tableId" params={{ tableId }}>
          {t(`rules:table.${tableId}`)}
        </Link>
      </td>
      <td className="ru-nowrap">
        {current === undefined ? '—' : t('rules:versionNumber', { version: current.version })}
      </td>
      <td className="ru-nowrap">
        {current === undefined ? '—' : formatCivilDate(current.effectiveFrom, language)}
      </td>
      <td>
        {waiting.length === 0
          ? t('rules:list.nothing')
          : waiting.map(({ id, version }) => (
              <Link
                key={id}
                to="/rules/$tableId/versions/$version"
                params={{ tableId, version: String(version) }}
              >
                {t('rules:list.review', { version })}
              </Link>
            ))}
      </td>
    </tr>
  )
}
