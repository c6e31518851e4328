import type { Document } from './thumbnail.tsx'
import { useViewer } from './viewer-context.ts'

interface DocumentLinkProps {
  readonly claimId: string
  readonly document: Document
}

/** A file by its name: opened in the viewer where the page has one, else in a tab of its own. */
export function DocumentLink({ claimId, document }: DocumentLinkProps) {
  const { documentId, name, mediaType, state } = document
  const show = useViewer()
  const copy = state === 'ready' && mediaType.startsWith('image/') ? 'view' : 'original'
  return (
    <a
      href={`/claims/${claimId}/documents/${documentId}/${copy}`}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        if (show === null) return
        event.preventDefault()
        show(documentId)
      }}
    >
      {name}
    </a>
  )
}
