import '../board.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouteContext, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { casesQuery } from '../queries.ts'
import { CaseTable } from './case-table.tsx'
import { Filters } from './filters.tsx'
import { ReassignBar } from './reassign-bar.tsx'

/** Open claims behind a number: what is late and why, in whose hands; from here they are given to others. */
export function CasesPage() {
  const t = useText()
  const filter = useSearch({ from: '/shell/cases' })
  const { me } = useRouteContext({ from: '/shell' })
  const mayReassign = me.roles.some(({ role }) => role === 'approver')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = useInfiniteQuery(casesQuery(filter))
  const cases = list.data?.pages.flatMap((page) => page.cases) ?? []
  const isNarrowed = Object.values(filter).some((one) => one !== undefined)
  return (
    <>
      <h1>{t('board:cases.title')}</h1>
      <Filters filter={filter} />
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && (
        <p className="bd-count" role="status">
          {t('board:cases.count', { count: list.data.pages.at(-1)?.count ?? 0 })}
        </p>
      )}
      {list.isSuccess && cases.length === 0 && (
        <Empty
          title={t(isNarrowed ? 'board:cases.empty' : 'board:board.empty')}
          hint={t(isNarrowed ? 'board:cases.emptyHint' : 'board:cases.noneHint')}
        />
      )}
      {cases.length > 0 && (
        <CaseTable cases={cases} chosen={mayReassign ? chosen : null} choose={setChosen} />
      )}
      {list.hasNextPage && (
        <p>
          <button type="button" className="lp-plain-button" onClick={() => void list.fetchNextPage()}>
            {t('board:cases.more')}
          </button>
        </p>
      )}
      {mayReassign && (
        <ReassignBar
          chosen={cases.filter(({ claimId }) => chosen.has(claimId))}
          keep={(claimIds) => setChosen(new Set(claimIds))}
        />
      )}
    </>
  )
}
