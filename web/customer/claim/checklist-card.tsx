import { useQuery } from '@tanstack/react-query'
import { Shape, type ShapeName } from '../../blocks/shape.tsx'
import { useSay, useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'
import { FileButton } from '../../blocks/file-button.tsx'
import { addFiles, useUploads } from '../uploads/upload-queue.ts'
import { UploadLine } from '../uploads/upload-line.tsx'
import { SampleView } from './samples/sample-view.tsx'
import { documentsQuery, type SentDocument } from './queries.ts'

type Item = Progress['checklist'][number]

/** The papers of exactly this claim, each with its state and the place to send it. */
export function ChecklistCard({ progress }: { readonly progress: Progress }) {
  const t = useText()
  const { claimId, checklist, outcome } = progress
  const documents = useQuery(documentsQuery(claimId))
  const open = outcome === null
  const items = (need: Item['need']) =>
    checklist
      // Once the claim is closed nobody needs what was only needed in some cases, unless it was sent.
      .filter((one) => one.need === need && (open || need === 'required' || one.state !== 'wanted'))
      .map((one) => (
        <ChecklistItem
          key={one.item}
          claimId={claimId}
          item={one}
          open={open}
          sent={documents.data?.documents.filter(({ item }) => item === one.item) ?? []}
        />
      ))
  const conditional = items('conditional')
  return (
    <section className="my-card" id="checklist">
      <h2>{t('customer:checklist.title')}</h2>
      <ul className="my-checklist">{items('required')}</ul>
      {conditional.length > 0 && (
        <details>
          <summary>{t('customer:checklist.conditional')}</summary>
          <ul className="my-checklist">{conditional}</ul>
        </details>
      )}
    </section>
  )
}

const shapes: Readonly<Record<Item['state'], ShapeName>> = {
  wanted: 'ring',
  received: 'dot',
  accepted: 'tick',
  refused: 'triangle',
}

interface ChecklistItemProps {
  readonly claimId: string
  readonly item: Item
  readonly open: boolean
  readonly sent: readonly SentDocument[]
}

function ChecklistItem({ claimId, item, open, sent }: ChecklistItemProps) {
  const t = useText()
  const say = useSay()
  const uploads = useUploads().filter(
    (one) => one.claimId === claimId && one.item === item.item && one.state !== 'sent',
  )
  const { state, label, refusedFor, original } = item
  return (
    <li data-state={state}>
      <p className="my-item">
        <Shape name={shapes[state]} size={20} />
        <span>
          <strong>{say(label)}</strong>
          <small>
            {t(`customer:checklist.${state}`)}
            {state === 'refused' && refusedFor !== null && <> · {t(`customer:refused.${refusedFor}`)}</>}
          </small>
        </span>
      </p>
      {open && state !== 'accepted' && (
        <>
          <p>
            <small>
              {t(`customer:sample.${item.item}`)}
              {original && (
                <>
                  <br />
                  {t('customer:checklist.original')}
                </>
              )}
            </small>
          </p>
          <SampleView item={item.item} label={label} />
          <FileButton
            multiple
            label={t(sent.length === 0 ? 'customer:checklist.send' : 'customer:checklist.more', {
              item: say(label),
            })}
            chosen={(files) => addFiles(claimId, item.item, files)}
          />
        </>
      )}
      {uploads.map((upload) => (
        <UploadLine key={upload.id} upload={upload} />
      ))}
      {sent.length > 0 && <Sent claimId={claimId} documents={sent} />}
    </li>
  )
}

/** What has arrived; a picture as soon as it was drawn anew. */
function Sent({
  claimId,
  documents,
}: {
  readonly claimId: string
  readonly documents: readonly SentDocument[]
}) {
  const say = useSay()
  return (
    <ul className="my-sent">
      {documents.map(({ documentId, name, state, failure, mediaType }) => {
        const at = `/claims/${claimId}/documents/${documentId}`
        return (
          <li key={documentId}>
            {state === 'ready' && mediaType.startsWith('image/') ? (
              <a href={`${at}/view`} target="_blank" rel="noreferrer">
                <img src={`${at}/thumbnail`} alt={name} width={72} height={72} loading="lazy" />
              </a>
            ) : (
              <span className="my-file-name">{name}</span>
            )}
            {failure !== null && <small>{say(failure.text)}</small>}
          </li>
        )
      })}
    </ul>
  )
}
