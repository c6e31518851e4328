import { useState } from 'react'
import type { ChecklistItem } from '../../../../domain/rules/vocabulary.ts'
import { ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useSay, useText } from '../../../language/language.ts'
import { receivedItems } from '../moves.ts'
import { Thumbnails } from '../viewer/thumbnail.tsx'
import { Area, Select } from './form-kit.tsx'
import type { FormProps } from './form-props.ts'
import { at, noted, useMove } from './use-move.ts'

const reasons = [
  'illegible',
  'incomplete',
  'wrongDocument',
  'expired',
  'notOriginal',
  'doesNotMatch',
  'other',
] as const
type Reason = (typeof reasons)[number]

/** What has arrived, one item after the other: accepted with one press, refused with a reason. */
export function ReviewForm({ view, done }: FormProps) {
  const t = useText()
  const items = receivedItems(view.claim)
  return (
    <ul className="cl-reviews">
      {items.map(({ item }) => (
        <ItemReview
          key={item}
          view={view}
          item={item}
          done={() => {
            if (items.length === 1) done()
          }}
        />
      ))}
      {items.length === 0 && <li>{t('claim:review.none')}</li>}
    </ul>
  )
}

function ItemReview({ view, item, done }: FormProps & { readonly item: ChecklistItem }) {
  const t = useText()
  const say = useSay()
  const { claimId, claim, documents } = view
  const line = claim.checklist.find((one) => one.item === item)
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const change = useMove(
    claimId,
    (body: { item: ChecklistItem; accepted: boolean; reasonCode?: Reason; note?: string }, key) =>
      answer(api.POST('/claims/{claimId}/documents/reviews', { params: at(claimId, key), body })),
    done,
  )
  if (line === undefined) return null
  const name = say(line.label)
  const reasonCode = reasons.find((one) => one === reason)
  const unexplained = reasonCode === undefined || (reasonCode === 'other' && note.trim() === '')
  return (
    <li>
      <div className="cl-review">
        <strong>{name}</strong>
        {line.original && <small className="cl-soft">{t('claim:review.original')}</small>}
        <Thumbnails
          claimId={claimId}
          documents={documents.filter(({ documentId }) => line.documentIds.includes(documentId))}
        />
        <button
          type="button"
          className="lp-plain-button"
          disabled={change.isPending}
          aria-label={`${t('claim:review.accept')} ${name}`}
          onClick={() => change.mutate({ item, accepted: true })}
        >
          {t('claim:review.accept')}
        </button>
        <button
          type="button"
          className="lp-quiet-button"
          aria-expanded={refusing}
          aria-label={`${t('claim:review.refuse')} ${name}`}
          onClick={() => setRefusing(!refusing)}
        >
          {t('claim:review.refuse')}
        </button>
      </div>
      {refusing && (
        <div className="cl-refusal">
          <Select
            label={t('claim:review.reason')}
            value={reason}
            empty={t('claim:choose')}
            options={reasons.map((value) => ({ value, name: t(`claim:refusal.${value}`) }))}
            change={setReason}
          />
          <Area label={t('claim:note')} rows={2} value={note} change={setNote} />
          <button
            type="button"
            className="lp-main-button"
            disabled={change.isPending || unexplained}
            onClick={() => {
              if (reasonCode !== undefined)
                change.mutate({ item, accepted: false, reasonCode, ...noted(note) })
            }}
          >
            {t('claim:review.refuseNow')}
          </button>
        </div>
      )}
      <ProblemLine error={change.error} />
    </li>
  )
}
