import '../board/board.css'
import './audit.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Empty, Failed, Loading } from '../../blocks/states.tsx'
import { useText } from '../../language/language.ts'
import { Entries } from './entries.tsx'
import { Export } from './export.tsx'
import { entriesQuery } from './queries.ts'
import { SearchForm } from './search-form.tsx'

/** Who did or tried what: searched, proved unbroken, and taken out as a file. */
export function AuditPage() {
  const t = useText()
  const words = useSearch({ from: '/shell/audit' })
  const list = useInfiniteQuery(entriesQuery(words))
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <>
      <h1>{t('audit:title')}</h1>
      <SearchForm key={JSON.stringify(words)} words={words} />
      {list.isPending && <Loading lines={8} />}
      {list.isError && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && entries.length === 0 && (
        <Empty title={t('audit:empty')} hint={t('audit:emptyHint')} />
      )}
      {entries.length > 0 && (
        <>
          <Export words={words} />
          <Entries entries={entries} />
        </>
      )}
      {list.hasNextPage && (
        <p>
          <button type="button" className="lp-plain-button" onClick={() => void list.fetchNextPage()}>
            {t('audit:more')}
          </button>
        </p>
      )}
    </>
  )
}
