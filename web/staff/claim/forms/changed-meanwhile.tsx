import { useQuery } from '@tanstack/react-query'
import { HistoryLine } from '../../../blocks/history-line.tsx'
import { meQuery } from '../../../http/queries.ts'
import { useText } from '../../../language/language.ts'
import { useEventWords } from '../event-words.ts'
import { forPeople } from '../for-people.ts'
import type { ClaimView } from '../queries.ts'

interface ChangedMeanwhileProps {
  readonly view: ClaimView
  /** The newest event when the form was opened. */
  readonly since: number
}

/** What others have done while a form was open: their version above, one's own still in the form below. */
export function ChangedMeanwhile({ view: { claim, events }, since }: ChangedMeanwhileProps) {
  const t = useText()
  const words = useEventWords(claim)
  const { data: me } = useQuery(meQuery)
  const others = forPeople(events).filter(
    (event) => event.sequence > since && event.actorKind !== 'system' && event.actorId !== me?.personId,
  )
  if (others.length === 0) return null
  return (
    <div className="cl-warning" role="status">
      <p>{t('claim:meanwhile.title')}</p>
      {others.map((event) => (
        <HistoryLine
          key={event.sequence}
          at={event.at}
          what={words(event)}
          who={event.actorName ?? t('claim:meanwhile.customer')}
          why={event.note}
        />
      ))}
      <p className="cl-soft">{t('claim:meanwhile.kept')}</p>
    </div>
  )
}
