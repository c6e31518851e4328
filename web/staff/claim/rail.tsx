import { useState } from 'react'
import { Folded } from '../../blocks/folded.tsx'
import { HistoryLine } from '../../blocks/history-line.tsx'
import { answer, api } from '../../http/client.ts'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useText } from '../../language/language.ts'
import { useEventWords } from './event-words.ts'
import { ActionForm, Area } from './forms/form-kit.tsx'
import { useDraft } from './forms/use-draft.ts'
import { at, useMove } from './forms/use-move.ts'
import { forPeople, whoOf } from './for-people.ts'
import type { ClaimView } from './queries.ts'

/** What happened, newest first; the thread with the customer; what was sent and whether it arrived. */
export function Rail({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const language = useLanguage()
  return (
    <aside className="cl-rail">
      <Messages view={view} />
      <History view={view} />
      <section aria-label={t('claim:rail.notices')}>
        <h2>{t('claim:rail.notices')}</h2>
        <ul className="cl-plain">
          {view.notices.toReversed().map(({ noticeId, template, status, queuedAt }) => (
            <li key={noticeId}>
              {formatInstant(queuedAt, language)} · {t(`claim:template.${template}`)} ·{' '}
              {t(`claim:noticeState.${status}`)}
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}

/** So many of the newest show at first. */
const newest = 12

function History({ view }: { readonly view: ClaimView }) {
  const t = useText()
  const words = useEventWords(view.claim)
  const [all, setAll] = useState(false)
  const events = forPeople(view.events).toReversed()
  return (
    <section aria-label={t('claim:rail.history')}>
      <h2>{t('claim:rail.history')}</h2>
      {events.slice(0, all ? events.length : newest).map((event) => (
        <HistoryLine
          key={event.sequence}
          at={event.at}
          what={words(event)}
          who={event.leads ? whoOf(event, t) : null}
          why={event.note}
        />
      ))}
      {!all && events.length > newest && (
        <button type="button" className="lp-quiet-button" onClick={() => setAll(true)}>
          {t('claim:rail.all', { count: events.length })}
        </button>
      )}
    </section>
  )
}

function Messages({ view: { claimId, messages, allowed } }: { readonly view: ClaimView }) {
  const t = useText()
  const language = useLanguage()
  const draft = useDraft(`${claimId}.message`, { message: '' })
  const { message } = draft.value
  const change = useMove(
    claimId,
    (body: { message: string }, key) =>
      answer(api.POST('/claims/{claimId}/messages', { params: at(claimId, key), body })),
    () => {
      draft.change({ message: '' })
      draft.forget()
    },
  )
  return (
    <section aria-label={t('claim:rail.messages')}>
      <h2>{t('claim:rail.messages')}</h2>
      {messages.length === 0 && <p className="cl-soft">{t('claim:rail.noMessages')}</p>}
      {messages.map(({ messageId, authorName, fromCustomer, text, at: writtenAt }) => (
        <div key={messageId} className="cl-message" data-customer={fromCustomer}>
          <small>
            {authorName ?? t('claim:meanwhile.customer')} · {formatInstant(writtenAt, language)}
          </small>
          <Folded>{text}</Folded>
        </div>
      ))}
      {allowed.includes('postMessage') && (
        <ActionForm
          act={t('claim:rail.send')}
          pending={change.isPending}
          error={change.error}
          missing={message.trim() === '' ? '' : null}
          send={() => change.mutate({ message: message.trim() })}
        >
          <Area
            label={t('claim:rail.write')}
            rows={2}
            value={message}
            change={(value) => draft.change({ message: value })}
          />
        </ActionForm>
      )}
    </section>
  )
}
