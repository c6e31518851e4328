import type { UseQueryResult } from '@tanstack/react-query'
import { useText, useLanguage } from '../../language/language.ts'
import { formatInstant } from '../../language/dates.ts'
import { useOnline } from './use-online.ts'

/** The parts of the page may be loaded later than its first answers. */
const openedAt = performance.timeOrigin

/** Says at which time the answer was true when it may no longer be: without network, or from an earlier opening. */
export function AsOf({ answers }: { readonly answers: readonly UseQueryResult[] }) {
  const t = useText()
  const language = useLanguage()
  const online = useOnline()
  const old = answers.filter(
    ({ data, dataUpdatedAt, isRefetchError }) =>
      data !== undefined && (!online || isRefetchError || dataUpdatedAt < openedAt),
  )
  if (old.length === 0) return null
  const at = new Date(Math.min(...old.map(({ dataUpdatedAt }) => dataUpdatedAt))).toISOString()
  return (
    <p className="my-as-of" role="status">
      {t('customer:shell.asOf', { at: formatInstant(at, language) })}
    </p>
  )
}
