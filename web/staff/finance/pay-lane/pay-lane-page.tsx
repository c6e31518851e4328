import '../../settlement/settlement.css'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Shape } from '../../../blocks/shape.tsx'
import { Failed, Loading, ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { meQuery } from '../../../http/queries.ts'
import { useChange } from '../../../http/use-change.ts'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { type PayLane, payLaneQuery } from '../queries.ts'

/** Whether money may leave: one person stops it, two let it go again. */
export function PayLanePage() {
  const t = useText()
  const lane = useQuery(payLaneQuery)
  const { data: me } = useQuery(meQuery)
  const operates = me?.roles.some(({ role }) => role === 'finance') === true
  return (
    <>
      <h1>{t('finance:lane.title')}</h1>
      {lane.isPending && <Loading />}
      {lane.isError && <Failed error={lane.error} again={() => void lane.refetch()} />}
      {lane.isSuccess && (
        <div className="se-page">
          <State lane={lane.data} />
          {operates && lane.data.pausedAt === null && <Pause />}
          {operates && lane.data.pausedAt !== null && (
            <Reopen lane={lane.data} mine={lane.data.reopenProposedBy === me.personId} />
          )}
          {!operates && <p>{t('finance:lane.financeOnly')}</p>}
        </div>
      )}
    </>
  )
}

function State({ lane }: { readonly lane: PayLane }) {
  const t = useText()
  const language = useLanguage()
  const { pausedAt, pausedReason, unknownPayments, owedStatements, unknownReferences } = lane
  const open = pausedAt === null
  const counts = { unknownPayments, owedStatements, unknownReferences }
  return (
    <section className="st-paper" aria-label={t('finance:lane.state')}>
      <p className="se-amount" data-open={open}>
        <Shape name={open ? 'tick' : 'bars'} size={24} />{' '}
        {t(open ? 'finance:lane.open' : 'finance:lane.shut')}
      </p>
      {!open && (
        <p>
          {t('finance:lane.since', { at: formatInstant(pausedAt, language) })}{' '}
          {t(`finance:lane.reason.${pausedReason ?? 'other'}`)}
        </p>
      )}
      <dl className="se-counts">
        {Object.entries(counts).map(([name, count]) => (
          <div key={name}>
            <dt>{t(`finance:lane.count.${name}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const reasons = ['bankIncident', 'suspectedFraud', 'reconciliation', 'auditFailure', 'other'] as const
type Reason = (typeof reasons)[number]

function Pause() {
  const t = useText()
  const [reason, setReason] = useState<Reason | ''>('')
  const hint = useId()
  const pause = useChange({
    stale: [payLaneQuery.queryKey],
    send: (body: { readonly reason: Reason }, key) =>
      answer(api.POST('/pay-lane/pause', { params: { header: { 'idempotency-key': key } }, body })),
  })
  return (
    <form
      className="st-paper"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason !== '') pause.mutate({ reason })
      }}
    >
      <h2>{t('finance:lane.pauseTitle')}</h2>
      <p>{t('finance:lane.pauseHelp')}</p>
      <div className="lp-field se-choice">
        <label htmlFor="pause-reason">{t('finance:lane.why')}</label>
        <select
          id="pause-reason"
          required
          aria-describedby={reason === '' ? hint : undefined}
          value={reason}
          onChange={(event) => setReason(event.target.value as Reason)}
        >
          <option value="">{t('finance:lane.choose')}</option>
          {reasons.map((one) => (
            <option key={one} value={one}>
              {t(`finance:lane.reason.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <ProblemLine error={pause.error} />
      <p className="se-send">
        <button
          type="submit"
          className="lp-plain-button"
          aria-describedby={reason === '' ? hint : undefined}
          disabled={pause.isPending || reason === ''}
        >
          {t('finance:lane.pause')}
        </button>
        {reason === '' && <span id={hint}>{t('finance:lane.pauseWanted')}</span>}
      </p>
    </form>
  )
}

interface ReopenProps {
  readonly lane: PayLane
  /** The reader has made the proposal; another person has to confirm it. */
  readonly mine: boolean
}

function Reopen({ lane: { reopenProposedBy }, mine }: ReopenProps) {
  const t = useText()
  const reopen = useChange({
    stale: [payLaneQuery.queryKey],
    send: (_: { readonly confirms: string | null }, key) =>
      answer(api.POST('/pay-lane/reopening', { params: { header: { 'idempotency-key': key } }, body: {} })),
  })
  const step = reopenProposedBy === null ? 'propose' : mine ? 'wait' : 'confirm'
  return (
    <section className="st-paper" aria-labelledby="reopen">
      <h2 id="reopen">{t('finance:lane.reopenTitle')}</h2>
      <p role="status">{t(`finance:lane.reopen.${step}Help`)}</p>
      <ProblemLine error={reopen.error} />
      {step !== 'wait' && (
        <button
          type="button"
          className="lp-main-button"
          disabled={reopen.isPending}
          onClick={() => reopen.mutate({ confirms: reopenProposedBy })}
        >
          {t(`finance:lane.reopen.${step}`)}
        </button>
      )}
    </section>
  )
}
