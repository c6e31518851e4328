import '../../settlement/settlement.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { Money } from '../../../blocks/money.tsx'
import { Empty, Failed, Loading, ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useChange } from '../../../http/use-change.ts'
import { useText } from '../../../language/language.ts'
import { Asked } from '../../settlement/asked.tsx'
import { Chain } from '../../settlement/chain.tsx'
import { claimKey, claimQuery, type ClaimView } from '../../claim/queries.ts'
import { Deadline } from '../../settlement/deadline.tsx'
import { Flags } from '../../settlement/flags.tsx'
import { isReleasable, openRelease } from '../../settlement/open-work.ts'
import { type Settlement, waitingKey } from '../../settlement/queries.ts'
import { LaneLine } from '../pay-lane/lane-line.tsx'
import { paymentsKey } from '../queries.ts'

/** What was approved and by whom, and letting it go. */
export function ReleasePage() {
  const t = useText()
  const { claimId, settlementId } = useParams({ from: '/shell/releases/$claimId/$settlementId' })
  const found = useQuery(claimQuery(claimId))
  if (found.isPending) return <Loading lines={8} />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const settlement = found.data.claim.settlements.find(({ id }) => id === settlementId)
  return (
    <>
      <p className="se-back">
        <Link to="/releases">← {t('finance:releases.title')}</Link>
      </p>
      <h1>
        {t('finance:release.title')}{' '}
        <Link to="/claims/$claimId" params={{ claimId }}>
          <CaseNumber>{found.data.caseNumber}</CaseNumber>
        </Link>
      </h1>
      <LaneLine />
      {settlement === undefined ? (
        <Empty title={t('finance:release.none')} />
      ) : (
        <>
          <Deadline claim={found.data.claim} task={openRelease(found.data.claim, settlement)} />
          <div className="se-page">
            <Asked view={found.data} settlement={settlement} />
            <section className="st-paper" aria-labelledby="flags">
              <h2 id="flags">{t('settlement:flags.title')}</h2>
              <Flags view={found.data} settlement={settlement} />
            </section>
            <Chain view={found.data} settlement={settlement} />
          </div>
          <ReleaseBar view={found.data} settlement={settlement} />
        </>
      )}
    </>
  )
}

interface ReleaseBarProps {
  readonly view: ClaimView
  readonly settlement: Settlement
}

function ReleaseBar({ view: { claimId, claim, allowed }, settlement }: ReleaseBarProps) {
  const t = useText()
  const intents = claim.intents.filter((intent) => intent.settlementId === settlement.id)
  const release = useChange({
    stale: [claimKey(claimId), waitingKey, paymentsKey],
    send: ({ hash }: { readonly hash: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/settlements/{settlementId}/release', {
          params: {
            path: { claimId, settlementId: settlement.id },
            header: { 'idempotency-key': key },
          },
          body: { hash },
        }),
      ),
  })
  const releasable = isReleasable(claim, settlement)
  const may = allowed.includes('releasePayments')
  return (
    <div className="se-bar lp-no-print">
      <Money minor={settlement.amountMinor} words />
      <div role="status">
        {intents.map(({ id, status }) => (
          <p key={id}>{t(`finance:status.${status}`)}</p>
        ))}
        {intents.length === 0 && !releasable && <p>{t(`finance:release.not.${settlement.state}`)}</p>}
        {releasable && !may && <p>{t('finance:release.noRight')}</p>}
        <ProblemLine error={release.error} />
      </div>
      {releasable && may && (
        <button
          type="button"
          className="lp-main-button"
          disabled={release.isPending}
          onClick={() => release.mutate({ hash: settlement.hash })}
        >
          {t('finance:release.release')}
        </button>
      )}
    </div>
  )
}
