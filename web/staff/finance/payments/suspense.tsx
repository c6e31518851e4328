import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { meQuery } from '../../../http/queries.ts'
import { useChange } from '../../../http/use-change.ts'
import { useText } from '../../../language/language.ts'
import { suspenseWords } from '../../claim/suspense-words.ts'
import { type Payment, paymentsKey } from '../queries.ts'

const outcomes = ['paid', 'failed'] as const
type Outcome = (typeof outcomes)[number]

/** A payment in doubt: the first person says what became of it, a second one has to say the same. */
export function Suspense({
  payment: { claimId, intentId, suspense, status },
}: {
  readonly payment: Payment
}) {
  const t = useText()
  const { data: me } = useQuery(meQuery)
  const [note, setNote] = useState('')
  const resolve = useChange({
    stale: [paymentsKey],
    send: (body: { readonly outcome: Outcome; readonly note?: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/payments/{intentId}/suspense-resolution', {
          params: { path: { claimId, intentId }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
  })
  if (suspense === null || status !== 'suspense') return null
  const { proposal, reason } = suspense
  const finance = me?.roles.some(({ role }) => role === 'finance') === true
  const mine = proposal !== null && proposal.by === me?.personId
  return (
    <div className="fi-suspense">
      <p>{t('finance:suspense.reason', { reason: suspenseWords(reason, t) })}</p>
      {proposal !== null && <p>{t(`finance:suspense.proposed.${proposal.outcome}`)}</p>}
      {mine && <p>{t('finance:suspense.second')}</p>}
      {finance && !mine && (
        <>
          <input
            aria-label={t('finance:suspense.note')}
            placeholder={t('finance:suspense.note')}
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
          {outcomes.map((outcome) => (
            <button
              key={outcome}
              type="button"
              className="lp-quiet-button"
              disabled={resolve.isPending}
              onClick={() =>
                resolve.mutate({ outcome, ...(note.trim() === '' ? {} : { note: note.trim() }) })
              }
            >
              {t(`finance:suspense.say.${outcome}`)}
            </button>
          ))}
        </>
      )}
      <ProblemLine error={resolve.error} />
    </div>
  )
}
