import '../../settlement/settlement.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Empty } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { waitingQuery, type WaitingView } from '../../settlement/queries.ts'
import { Views } from '../../views.tsx'
import { WaitingList } from '../../settlement/waiting-list.tsx'

const views = ['mine', 'team'] as const satisfies readonly WaitingView[]

/** What waits for an approval: in one's own hands first, then everything of the branch. */
export function ToDecidePage() {
  const t = useText()
  const [view, setView] = useState<WaitingView>('mine')
  return (
    <>
      <h1>{t('supervisor:toDecide.title')}</h1>
      <Views
        label={t('supervisor:toDecide.title')}
        views={views}
        chosen={view}
        choose={setView}
        name={(key) => t(`supervisor:toDecide.view.${key}`)}
      />
      <WaitingList
        kind="decideApproval"
        view={view}
        empty={view === 'mine' ? <NothingForMe showTeam={() => setView('team')} /> : <Nothing />}
        link={({ claimId, asked }, name) =>
          asked === null ? (
            name
          ) : (
            <Link
              to="/to-decide/$claimId/$settlementId"
              params={{ claimId, settlementId: asked.settlementId }}
            >
              {name}
            </Link>
          )
        }
      />
    </>
  )
}

function Nothing() {
  const t = useText()
  return <Empty title={t('supervisor:toDecide.empty')} hint={t('supervisor:toDecide.emptyHint')} />
}

/** Nothing is named for the reader; that nothing waits at all is said only once it is known of the whole branch. */
function NothingForMe({ showTeam }: { readonly showTeam: () => void }) {
  const t = useText()
  const others = useInfiniteQuery(waitingQuery('decideApproval', 'team'))
  if (!others.isSuccess) return <Empty title={t('supervisor:toDecide.emptyMine')} />
  const [first] = others.data.pages
  if (first === undefined || first.tasks.length === 0) return <Nothing />
  const count = `${first.tasks.length}${others.hasNextPage ? '+' : ''}`
  return (
    <Empty
      title={t('supervisor:toDecide.emptyMine')}
      hint={t('supervisor:toDecide.others', { count })}
      action={
        <button type="button" className="lp-plain-button" onClick={showTeam}>
          {t('supervisor:toDecide.showTeam')}
        </button>
      }
    />
  )
}
