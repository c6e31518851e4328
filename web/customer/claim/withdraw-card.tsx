import { useId, useState } from 'react'
import { ProblemLine } from '../../blocks/states.tsx'
import { answer, api } from '../../http/client.ts'
import { useChange } from '../../http/use-change.ts'
import { useText } from '../../language/language.ts'

/** Giving the claim up: in small print, and never by one press. */
export function WithdrawCard({ claimId }: { readonly claimId: string }) {
  const t = useText()
  const id = useId()
  const [asked, setAsked] = useState(false)
  const [note, setNote] = useState('')
  const withdraw = useChange({
    send: (body: { readonly note?: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/withdrawal', {
          params: { path: { claimId }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    stale: [['claims']],
  })
  if (!asked) {
    return (
      <p>
        <button type="button" className="lp-quiet-button" onClick={() => setAsked(true)}>
          {t('customer:withdraw.ask')}
        </button>
      </p>
    )
  }
  return (
    <section className="my-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('customer:withdraw.title')}</h2>
      <p>{t('customer:withdraw.meaning')}</p>
      <div className="lp-field">
        <label htmlFor={id}>{t('customer:withdraw.why')}</label>
        <textarea
          id={id}
          rows={2}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      <ProblemLine error={withdraw.error} />
      <p className="my-buttons">
        <button type="button" className="lp-main-button" onClick={() => setAsked(false)}>
          {t('customer:withdraw.keep')}
        </button>
        <button
          type="button"
          className="lp-plain-button"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate(note.trim() === '' ? {} : { note: note.trim() })}
        >
          {t('customer:withdraw.confirm')}
        </button>
      </p>
    </section>
  )
}
