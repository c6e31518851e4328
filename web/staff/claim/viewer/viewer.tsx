import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Loading } from '../../../blocks/states.tsx'
import { Wide } from '../../../blocks/wide.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import { Select } from '../forms/form-kit.tsx'
import type { ClaimView } from '../queries.ts'
import type { Document } from './thumbnail.tsx'

/** With all that reads PDFs, which is loaded when there is one to look at. */
const PdfPaper = lazy(async () => ({ default: (await import('./pdf/pdf-paper.tsx')).PdfPaper }))

interface ViewerProps {
  readonly view: ClaimView
  readonly documentId: string
  readonly close: () => void
}

/** Papers and photographs over the full height; a second one beside the first to compare them. */
export function Viewer({ view, documentId, close }: ViewerProps) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const [left, setLeft] = useState(documentId)
  const [right, setRight] = useState<string | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const { documents } = view
  const step = (by: number) => {
    const place = documents.findIndex((one) => one.documentId === left)
    const next = documents[(place + by + documents.length) % documents.length]
    if (next !== undefined) setLeft(next.documentId)
  }
  const beside = documents.find((one) => one.documentId !== left)
  return (
    <dialog
      ref={dialog}
      className="cl-viewer"
      aria-label={t('claim:viewer.title')}
      onClose={close}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' && event.target === event.currentTarget) step(1)
        if (event.key === 'ArrowLeft' && event.target === event.currentTarget) step(-1)
      }}
    >
      <div className="cl-viewer-bar">
        <button type="button" className="lp-plain-button" onClick={() => step(-1)}>
          {t('claim:viewer.previous')}
        </button>
        <button type="button" className="lp-plain-button" onClick={() => step(1)}>
          {t('claim:viewer.next')}
        </button>
        <button
          type="button"
          className="lp-plain-button"
          aria-pressed={right !== null}
          disabled={beside === undefined}
          onClick={() => setRight(right === null ? (beside?.documentId ?? null) : null)}
        >
          {t('claim:viewer.compare')}
        </button>
        <button type="button" className="lp-main-button" onClick={() => dialog.current?.close()}>
          {t('claim:viewer.close')}
        </button>
      </div>
      <div className="cl-viewer-panes">
        <Pane key={left} view={view} documentId={left} choose={setLeft} />
        {right !== null && <Pane key={`beside ${right}`} view={view} documentId={right} choose={setRight} />}
      </div>
    </dialog>
  )
}

interface PaneProps {
  readonly view: ClaimView
  readonly documentId: string
  readonly choose: (documentId: string) => void
}

function Pane({ view: { claimId, documents, claim }, documentId, choose }: PaneProps) {
  const t = useText()
  const say = useSay()
  const [zoom, setZoom] = useState(1)
  const [turns, setTurns] = useState(0)
  const document = documents.find((one) => one.documentId === documentId)
  if (document === undefined) return null
  const labelOf = ({ item }: Document) => {
    const line = claim.checklist.find((one) => one.item === item)
    return line === undefined ? item : say(line.label)
  }
  const larger = (factor: number) => setZoom(Math.min(8, Math.max(0.25, zoom * factor)))
  const place = `/claims/${claimId}/documents/${documentId}`
  const alt = t('claim:viewer.alt', { item: labelOf(document), name: document.name })
  const shown = shownAs(document)
  const original = <a href={`${place}/original`}>{t('claim:viewer.original')}</a>
  return (
    <figure className="cl-pane">
      <div className="cl-pane-bar">
        <Select
          label={t('claim:viewer.which')}
          value={documentId}
          options={documents.map((one) => ({
            value: one.documentId,
            name: `${labelOf(one)} · ${one.name}`,
          }))}
          change={choose}
        />
        {shown !== 'nothing' && (
          <>
            <button type="button" className="lp-quiet-button" onClick={() => larger(1.25)}>
              {t('claim:viewer.larger')}
            </button>
            <button type="button" className="lp-quiet-button" onClick={() => larger(0.8)}>
              {t('claim:viewer.smaller')}
            </button>
            <button type="button" className="lp-quiet-button" onClick={() => setTurns(turns + 1)}>
              {t('claim:viewer.rotate')}
            </button>
          </>
        )}
        {shown === 'pdf' && original}
      </div>
      {shown === 'pdf' ? (
        <Suspense fallback={<Loading lines={1} />}>
          <PdfPaper claimId={claimId} documentId={documentId} alt={alt} zoom={zoom} turns={turns} />
        </Suspense>
      ) : (
        <div className="cl-pane-paper">
          <Wide label={t('claim:viewer.paper')}>
            {shown === 'picture' ? (
              <img
                src={`${place}/view`}
                alt={alt}
                style={{ width: `${zoom * 100}%`, transform: `rotate(${turns * 90}deg)` }}
              />
            ) : (
              <>
                {document.failure !== null && <p>{say(document.failure.text)}</p>}
                {original}
              </>
            )}
          </Wide>
        </div>
      )}
      <Facts document={document} item={labelOf(document)} />
    </figure>
  )
}

/** A picture is shown by the copy that is made of it; a PDF as it was sent, as soon as it is there. */
function shownAs({ mediaType, state }: Document): 'picture' | 'pdf' | 'nothing' {
  if (mediaType === 'application/pdf' && state !== 'failed') return 'pdf'
  return mediaType.startsWith('image/') && state === 'ready' ? 'picture' : 'nothing'
}

function Facts({ document, item }: { readonly document: Document; readonly item: string }) {
  const t = useText()
  const language = useLanguage()
  return (
    <figcaption>
      {item} · {document.name} · {Math.ceil(document.size / 1024)} kB ·{' '}
      {t(`claim:channel.${document.channel}`)} · {formatInstant(document.receivedAt, language)} ·{' '}
      <span className="lp-figure" title={document.contentHash}>
        SHA-256 {document.contentHash.slice(0, 12)}…
      </span>
    </figcaption>
  )
}
