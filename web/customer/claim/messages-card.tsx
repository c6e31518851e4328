import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Folded } from '../../blocks/folded.tsx'
import { Failed, Loading, ProblemLine } from '../../blocks/states.tsx'
import { answer, api } from '../../http/client.ts'
import { useChange } from '../../http/use-change.ts'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import { messagesQuery } from './queries.ts'

/** The thread with the insurer; what is typed stays until it has been sent. */
export function MessagesCard({ claimId }: { readonly claimId: string }) {
  const t = useText()
  const language = useLanguage()
  const thread = useQuery(messagesQuery(claimId))
  return (
    <section className="my-card">
      <h2>{t('customer:messages.title')}</h2>
      {thread.isPending && <Loading lines={2} />}
      {thread.isLoadingError && <Failed error={thread.error} again={() => void thread.refetch()} />}
      {thread.data?.messages.length === 0 && <p>{t('customer:messages.none')}</p>}
      <ol className="my-messages">
        {thread.data?.messages.map(({ messageId, fromCustomer, mine, authorName, text, at }) => (
          <li key={messageId} data-mine={fromCustomer}>
            <small>
              {mine ? t('customer:messages.you') : (authorName ?? t('customer:messages.insurer'))} ·{' '}
              {formatInstant(at, language)}
            </small>
            <Folded>{text}</Folded>
          </li>
        ))}
      </ol>
      <Write claimId={claimId} />
    </section>
  )
}

function Write({ claimId }: { readonly claimId: string }) {
  const t = useText()
  const id = useId()
  const kept = `lipei.message.${claimId}`
  const [message, setMessage] = useState(() => localStorage.getItem(kept) ?? '')
  const enter = (text: string) => {
    setMessage(text)
    if (text === '') localStorage.removeItem(kept)
    else localStorage.setItem(kept, text)
  }
  const post = useChange({
    send: (body: { readonly message: string }, key) =>
      answer(
        api.POST('/claims/{claimId}/messages', {
          params: { path: { claimId }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    stale: [['claims', claimId]],
    done: () => enter(''),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (message.trim() !== '') post.mutate({ message: message.trim() })
      }}
    >
      <div className="lp-field">
        <label htmlFor={id}>{t('customer:messages.write')}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={4000}
          value={message}
          onChange={({ target }) => enter(target.value)}
        />
      </div>
      <ProblemLine error={post.error} />
      <button type="submit" className="lp-plain-button" disabled={post.isPending || message.trim() === ''}>
        {t('customer:messages.send')}
      </button>
    </form>
  )
}
