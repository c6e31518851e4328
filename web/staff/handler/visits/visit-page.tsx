import '../../claim/claim.css'
import './visits.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useRouteContext } from '@tanstack/react-router'
import { Folded } from '../../../blocks/folded.tsx'
import { Masked } from '../../../blocks/masked.tsx'
import { CaseNumber } from '../../../blocks/case-number.tsx'
import { Empty, Failed, Loading, ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { formatInstant, formatTerm } from '../../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import { at, useMove } from '../../claim/forms/use-move.ts'
import { type Claim, claimQuery, type ClaimView } from '../../claim/queries.ts'
import { TimeLeft } from '../../claim/time-left.tsx'
import { ReportFacts } from '../../claim/sections/report-facts.tsx'
import { ReportForm } from './report-form.tsx'

/** One visit: what is known, yes or no, then the report. */
export function VisitPage() {
  const t = useText()
  const { claimId } = useParams({ from: '/shell/visits/$claimId' })
  const { me } = useRouteContext({ from: '/shell' })
  const claim = useQuery(claimQuery(claimId))
  if (claim.isPending) return <Loading lines={6} />
  if (claim.isError) return <Failed error={claim.error} again={() => void claim.refetch()} />
  const view = claim.data
  const { survey, stage } = view.claim
  const offered = survey.offers.find(
    ({ surveyorId, answer: given }) => surveyorId === me.personId && given === null,
  )
  const mine = survey.surveyorId === me.personId
  return (
    <div className="vi-page">
      <Known view={view} />
      {stage === 'survey' && offered !== undefined && <Offer view={view} answerBy={offered.answerBy} />}
      {stage === 'survey' && mine && <ReportForm view={view} />}
      {stage !== 'survey' && mine && (
        <Empty
          title={t('handler:visit.done')}
          hint={t('handler:visit.doneHint')}
          action={<Link to="/visits">{t('handler:visits.title')}</Link>}
        />
      )}
      {!mine && offered === undefined && (
        <Empty title={t('handler:visit.notYours')} hint={t('handler:visit.notYoursHint')} />
      )}
    </div>
  )
}

function Known({
  view: { claimId, caseNumber, claim, report, parties, allowed },
}: {
  readonly view: ClaimView
}) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const insured = parties.find(({ role }) => role === 'insured')
  const showPhone = async (partyId: string) => {
    const path = { claimId, partyId }
    const { phone } = await answer(
      api.POST('/claims/{claimId}/parties/{partyId}/telephone-views', { params: { path } }),
    )
    return phone ?? ''
  }
  return (
    <section className="st-paper">
      <h1>
        <CaseNumber>{caseNumber}</CaseNumber>
      </h1>
      <p>
        {t(`blocks:cause.${claim.cause}`)} · {formatInstant(claim.lossAt, language)}
      </p>
      <dl className="cl-facts">
        <Due claim={claim} />
        <div>
          <dt>{t('claim:header.insured')}</dt>
          <dd>
            {insured?.name}
            {insured !== undefined && insured.phone !== null && (
              <>
                {' · '}
                <Masked
                  masked={insured.phone}
                  dials
                  {...(allowed.includes('readTelephone') && { reveal: () => showPhone(insured.partyId) })}
                />
              </>
            )}
          </dd>
        </div>
        <ReportFacts report={report} names={['plate', 'placeText']} />
      </dl>
      {report?.narrative !== undefined && (
        <blockquote className="vi-words">
          <Folded>{report.narrative}</Folded>
        </blockquote>
      )}
      {claim.survey.need !== null && (
        <p className="vi-soft">{t('handler:visit.why', { reason: say(claim.survey.need.reason) })}</p>
      )}
    </section>
  )
}

/** By when the report is due, as the time that is left and as its date; nothing once it is handed in. */
function Due({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const running = Object.values(claim.clocks).find(
    ({ kind, clock }) => kind === 'survey' && clock.doneAt === null,
  )
  if (running === undefined) return null
  return (
    <div>
      <dt>{t('handler:visit.due')}</dt>
      <dd>
        <TimeLeft clock={running.clock} />
      </dd>
    </div>
  )
}

interface OfferProps {
  readonly view: ClaimView
  readonly answerBy: string
}

function Offer({ view: { claimId }, answerBy }: OfferProps) {
  const t = useText()
  const language = useLanguage()
  const take = useMove(
    claimId,
    (_: 'take', key) =>
      answer(api.POST('/claims/{claimId}/survey/acceptance', { params: at(claimId, key), body: {} })),
    () => undefined,
  )
  const decline = useMove(
    claimId,
    (_: 'decline', key) =>
      answer(api.POST('/claims/{claimId}/survey/refusal', { params: at(claimId, key), body: {} })),
    () => undefined,
  )
  const pending = take.isPending || decline.isPending
  return (
    <section className="st-paper">
      <p>{t('handler:visit.asked', { term: formatTerm(answerBy, language) })}</p>
      <ProblemLine error={take.error ?? decline.error} />
      <div className="vi-buttons">
        <button
          type="button"
          className="lp-main-button"
          disabled={pending}
          onClick={() => take.mutate('take')}
        >
          {t('handler:visit.take')}
        </button>
        <button
          type="button"
          className="lp-plain-button"
          disabled={pending}
          onClick={() => decline.mutate('decline')}
        >
          {t('handler:visit.decline')}
        </button>
      </div>
    </section>
  )
}
