import '../rules.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RuleTableId } from '../../../../domain/rules/contracts.ts'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { formatCivilDate } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { columnsQuery, documentQuery, type Version, versionsQuery } from '../queries.ts'
import { newestPublished, stateOf, today } from '../version-state.ts'
import { Editor } from './editor.tsx'

/** One table: its next version as a draft of whoever looks, and every version that there was. */
export function TablePage() {
  const t = useText()
  const { tableId } = useParams({ from: '/shell/rules/$tableId' })
  const list = useQuery(versionsQuery)
  if (list.isPending) return <Loading />
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />
  const versions = list.data.filter((one) => one.tableId === tableId)
  const base = newestPublished(versions)
  if (base === undefined) return <Empty title={t('rules:review.none')} />
  return (
    <>
      <p>
        <Link to="/rules">← {t('rules:title')}</Link>
      </p>
      <h1>{t(`rules:table.${base.tableId}`)}</h1>
      <Versions versions={versions} />
      <Draft key={base.id} tableId={base.tableId} base={base} versions={versions} />
    </>
  )
}

interface DraftProps {
  readonly tableId: RuleTableId
  readonly base: Version
  readonly versions: readonly Version[]
}

function Draft({ tableId, base, versions }: DraftProps) {
  const columns = useQuery(columnsQuery(tableId))
  const document = useQuery(documentQuery(tableId, base.version))
  // A draft that kept the old beginning would, once published, have been in force for all those years.
  const begun = useMemo(
    () => (document.data === undefined ? undefined : { ...document.data, effectiveFrom: today() }),
    [document.data],
  )
  const failed = columns.isError ? columns : document.isError ? document : null
  if (failed !== null) return <Failed error={failed.error} again={() => void failed.refetch()} />
  if (columns.data === undefined || begun === undefined) return <Loading lines={12} />
  const next = Math.max(...versions.map(({ version }) => version)) + 1
  return <Editor base={begun} next={next} columns={columns.data} />
}

function Versions({ versions }: { readonly versions: readonly Version[] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <div className="st-paper">
      <Wide label={t('rules:versions')}>
        <table className="ru-table lp-stacked">
          <thead>
            <tr>
              <th>{t('rules:versions')}</th>
              <th>{t('rules:head.effectiveFrom')}</th>
              <th>{t('rules:head.state')}</th>
              <th>{t('rules:head.author')}</th>
              <th>{t('rules:head.reviewer')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((one) => (
              <tr key={one.id}>
                <td className="ru-nowrap" data-label={t('rules:versions')}>
                  <Link
                    to="/rules/$tableId/versions/$version"
                    params={{ tableId: one.tableId, version: String(one.version) }}
                  >
                    {t('rules:versionNumber', { version: one.version })}
                  </Link>
                </td>
                <td className="ru-nowrap" data-label={t('rules:head.effectiveFrom')}>
                  {formatCivilDate(one.effectiveFrom, language)}
                </td>
                <td data-label={t('rules:head.state')}>{t(`rules:state.${stateOf(one, versions)}`)}</td>
                <td data-label={t('rules:head.author')}>{one.authorName ?? t('rules:defaults')}</td>
                <td data-label={t('rules:head.reviewer')}>
                  {one.reviewerName ?? (one.publishedAt === null ? '—' : t('rules:defaults'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </div>
  )
}
