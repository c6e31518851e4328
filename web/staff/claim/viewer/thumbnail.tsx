import { use } from 'react'
import { useText } from '../../../language/language.ts'
import type { ClaimView } from '../queries.ts'
import { SectionsOpen } from '../sections/sections-open.ts'
import { useViewer } from './viewer-context.ts'

export type Document = ClaimView['documents'][number]

interface ThumbnailProps {
  readonly claimId: string
  readonly document: Document
  readonly open: () => void
}

/** The small picture of a document, where there is one yet; opens the viewer. */
function Thumbnail({ claimId, document: { documentId, name, state, mediaType }, open }: ThumbnailProps) {
  const t = useText()
  // Nobody scrolls on paper: there a picture that waits for the scrolling never comes.
  const onPaper = use(SectionsOpen)
  const picture = state === 'ready' && mediaType.startsWith('image/')
  return (
    <button type="button" className="cl-thumbnail" onClick={open}>
      {picture ? (
        <img
          src={`/claims/${claimId}/documents/${documentId}/thumbnail`}
          alt=""
          loading={onPaper ? 'eager' : 'lazy'}
        />
      ) : (
        <span>{mediaType === 'application/pdf' ? 'PDF' : t(`claim:document.${state}`)}</span>
      )}
      <span className="lp-hidden">{t('claim:viewer.open', { name })}</span>
    </button>
  )
}

/** The small pictures of these documents, side by side. */
export function Thumbnails({
  claimId,
  documents,
}: {
  readonly claimId: string
  readonly documents: readonly Document[]
}) {
  const show = useViewer()
  return (
    <span className="cl-thumbnails">
      {documents.map((document) => (
        <Thumbnail
          key={document.documentId}
          claimId={claimId}
          document={document}
          open={() => show?.(document.documentId)}
        />
      ))}
    </span>
  )
}
