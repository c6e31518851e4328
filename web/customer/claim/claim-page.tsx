import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { CaseNumber } from '../../blocks/case-number.tsx'
import { Failed, Loading } from '../../blocks/states.tsx'
import { queryClient } from '../../http/queries.ts'
import { formatDay } from '../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../language/language.ts'
import { type Progress, progressQuery } from '../home/queries.ts'
import { AsOf } from '../kept/as-of.tsx'
import { AmountCard } from './amount-card.tsx'
import { ChecklistCard } from './checklist-card.tsx'
import { ComplaintLine } from './complaint-line.tsx'
import { ContactCard } from './contact-card.tsx'
import { DecisionCard } from './decision-card.tsx'
import { FastTrackCard } from './fast-track-card.tsx'
import { MessagesCard } from './messages-card.tsx'
import { PathCard } from './path-card.tsx'
import { PaymentsCard } from './payments-card.tsx'
import { usePromise } from './promise.ts'
import { WantedCard } from './wanted-card.tsx'
import { WithdrawCard } from './withdraw-card.tsx'
import { messagesQuery } from './queries.ts'

/** One claim as its customer sees it: where it stands, what is wanted, by when, and all that came out of it. */
export function ClaimPage() {
  const { claimId } = useParams({ from: '/shell/claims/$claimId' })
  const progress = useQuery(progressQuery(claimId))
  const changed = progress.dataUpdatedAt > 0 ? progress.data?.stage : undefined
  useEffect(() => {
    // A claim that went on often has something to say as well.
    if (changed !== undefined) void queryClient.invalidateQueries(messagesQuery(claimId))
  }, [changed, claimId])
  if (progress.data !== undefined) {
    return (
      <>
        <AsOf answers={[progress]} />
        <Claim progress={progress.data} />
      </>
    )
  }
  if (progress.isError) return <Failed error={progress.error} again={() => void progress.refetch()} />
  return <Loading lines={8} />
}

function Claim({ progress }: { readonly progress: Progress }) {
  const open = progress.outcome === null
  return (
    <>
      <Standing progress={progress} />
      {open && <WantedCard progress={progress} />}
      <FastTrackCard progress={progress} />
      <DecisionCard progress={progress} />
      {progress.amount !== null && <AmountCard progress={{ ...progress, amount: progress.amount }} />}
      <PaymentsCard progress={progress} />
      <PathCard progress={progress} />
      <ContactCard progress={progress} callBy={progress.expectedAt === null ? progress.callBy : null} />
      <ChecklistCard progress={progress} />
      <MessagesCard claimId={progress.claimId} />
      {open && <WithdrawCard claimId={progress.claimId} />}
      <ComplaintLine />
    </>
  )
}

function Standing({ progress }: { readonly progress: Progress }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const promise = usePromise(progress)
  const { caseNumber, cause, lossAt, status, nextStep } = progress
  return (
    <section className="my-standing">
      <small>
        {t(`blocks:cause.${cause}`)} · {formatDay(lossAt, language)}
        <br />
        <CaseNumber>{caseNumber}</CaseNumber>
      </small>
      <h1>{say(status)}</h1>
      <p>{say(nextStep)}</p>
      {promise !== null && <p className="my-promise">{promise}</p>}
    </section>
  )
}
