import { type KeyboardEvent, useRef, useState } from 'react'
import { Loading, ProblemLine } from '../../../../blocks/states.tsx'
import { Wide } from '../../../../blocks/wide.tsx'
import { Problem } from '../../../../http/problem.ts'
import { useText } from '../../../../language/language.ts'
import { failureOf } from './pdf-failure.ts'
import { useDrawing, usePdf } from './use-pdf.ts'

interface PdfPaperProps {
  readonly claimId: string
  readonly documentId: string
  /** Which paper it is, for those who do not see it. */
  readonly alt: string
  readonly zoom: number
  /** Quarters to the right. */
  readonly turns: number
}

const turning: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 }

/** A PDF page by page: only the one that is looked at is drawn, however many there are. */
export function PdfPaper({ claimId, documentId, alt, zoom, turns }: PdfPaperProps) {
  const t = useText()
  const place = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState(1)
  const opened = usePdf(claimId, documentId)
  const drawing = useDrawing(place, opened.pdf, page, turns)
  const error = opened.error ?? drawing.error
  const pages = opened.pdf?.pages ?? 0
  const go = (by: number) => {
    const next = Math.min(pages, Math.max(1, page + by))
    if (next === page) return
    setPage(next)
    place.current?.parentElement?.scrollTo({ top: 0 })
  }
  const turn = (event: KeyboardEvent) => {
    const by = turning[event.key]
    const region = place.current?.parentElement ?? null
    if (by === undefined || (region !== null && region === event.target && scrolls(region, by))) return
    event.preventDefault()
    go(by)
  }
  return (
    <div className="cl-pane-paper" onKeyDown={turn}>
      {pages > 0 && (
        <div className="cl-pages">
          <span role="status">{t('claim:viewer.page', { page, pages })}</span>
          {pages > 1 && (
            <>
              <button type="button" className="lp-quiet-button" disabled={page === 1} onClick={() => go(-1)}>
                {t('claim:viewer.previousPage')}
              </button>
              <button
                type="button"
                className="lp-quiet-button"
                disabled={page === pages}
                onClick={() => go(1)}
              >
                {t('claim:viewer.nextPage')}
              </button>
            </>
          )}
        </div>
      )}
      <Wide label={t('claim:viewer.paper')}>
        {error !== null && <NotShown error={error} />}
        {error === null && drawing.busy && drawing.blank && <Loading lines={1} />}
        <div
          ref={place}
          role="img"
          className="cl-page"
          aria-label={`${alt} · ${t('claim:viewer.page', { page, pages })}`}
          aria-busy={error === null && drawing.busy}
          style={{ width: `${zoom * 100}%` }}
        />
      </Wide>
    </div>
  )
}

/** Whether what is looked at has more of itself in this direction: then the key scrolls, and turns no page. */
function scrolls({ scrollTop, clientHeight, scrollHeight }: Element, by: number): boolean {
  return by > 0 ? scrollTop + clientHeight < scrollHeight - 1 : scrollTop > 0
}

function NotShown({ error }: { readonly error: unknown }) {
  const t = useText()
  if (error instanceof Problem) return <ProblemLine error={error} />
  return (
    <p className="lp-error" role="alert">
      {t(`claim:viewer.failure.${failureOf(error)}`)}
    </p>
  )
}
