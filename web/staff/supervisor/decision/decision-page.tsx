import '../../settlement/settlement.css'
import './decision.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { Empty, Failed, Loading } from '../../../blocks/states.tsx'
import { meQuery } from '../../../http/queries.ts'
import { useText } from '../../../language/language.ts'
import { Asked } from '../../settlement/asked.tsx'
import { Chain, RulingLine } from '../../settlement/chain.tsx'
import { claimQuery, type ClaimView } from '../../claim/queries.ts'
import { Deadline } from '../../settlement/deadline.tsx'
import { namedDecider } from '../../settlement/named.ts'
import { openDecision } from '../../settlement/open-work.ts'
import type { Settlement } from '../../settlement/queries.ts'
import { rulingsOn, waits } from '../../settlement/rulings.ts'
import { Changes } from './changes.tsx'
import { Checks } from './checks.tsx'
import { Evidence } from './evidence.tsx'
import { hindrance } from './hindrance.ts'
import { Overtaken } from './overtaken.tsx'
import { RulingBar } from './ruling-bar.tsx'
import { SheetPart } from './sheet-part.tsx'
import { useRuling } from './use-ruling.ts'

/** Everything that is needed for one decision, in the order in which it is thought about. */
export function DecisionPage() {
  const t = useText()
  const { claimId, settlementId } = useParams({ from: '/shell/to-decide/$claimId/$settlementId' })
  const found = useQuery(claimQuery(claimId))
  if (found.isPending) return <Loading lines={10} />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const settlement = found.data.claim.settlements.find(({ id }) => id === settlementId)
  return (
    <>
      <p className="se-back">
        <Link to="/to-decide">← {t('supervisor:toDecide.title')}</Link>
      </p>
      <h1>
        {t('supervisor:decision.title')}{' '}
        <Link to="/claims/$claimId" params={{ claimId }}>
          <CaseNumber>{found.data.caseNumber}</CaseNumber>
        </Link>
      </h1>
      {settlement === undefined ? (
        <Empty title={t('supervisor:decision.none')} />
      ) : (
        <Decision key={settlement.id} view={found.data} settlement={settlement} />
      )}
    </>
  )
}

interface DecisionProps {
  readonly view: ClaimView
  readonly settlement: Settlement
}

function Decision({ view, settlement }: DecisionProps) {
  const { data: me } = useQuery(meQuery)
  const ruling = useRuling(view.claimId, settlement)
  const why = me === undefined ? null : hindrance(me, view, settlement)
  const named = namedDecider(view, settlement)
  return (
    <>
      <Deadline claim={view.claim} task={openDecision(view.claim, settlement)} />
      <div className="se-page su-decision">
        <Asked view={view} settlement={settlement} />
        <Changes view={view} settlement={settlement} />
        <Checks view={view} settlement={settlement} />
        <SheetPart view={view} version={settlement.sheetVersion} />
        <Evidence view={view} />
        <Chain view={view} settlement={settlement} />
      </div>
      <div className="su-bar lp-no-print">
        <Overtaken error={ruling.error} view={view} settlement={settlement} />
        {why === null && waits(settlement) ? (
          <RulingBar
            claimId={view.claimId}
            settlement={settlement}
            inPlaceOf={named === undefined || named.personId === me?.personId ? null : named.name}
            pending={ruling.isPending}
            error={ruling.error}
            decide={ruling.mutate}
          />
        ) : (
          <Standing view={view} settlement={settlement} why={why} />
        )}
      </div>
    </>
  )
}

/** Why there is nothing to press: how it stands, who has decided last, or what keeps the reader from it. */
function Standing({ view, settlement, why }: DecisionProps & { readonly why: string | null }) {
  const t = useText()
  const last = rulingsOn(view, settlement).at(-1)
  const state = waits(settlement) ? 'waiting' : settlement.state
  return (
    <div role="status">
      <strong>{t(`supervisor:standing.${state}`)}</strong>
      {last !== undefined && <RulingLine ruling={last} />}
      {why !== null && waits(settlement) && <p>{t(`supervisor:hindrance.${why}`)}</p>}
    </div>
  )
}
