import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { answer, api } from '../../../../http/client.ts'
import { drawnWidth } from './drawn-size.ts'
import { type OpenPdf, openPdf } from './open-pdf.ts'

export interface Opened {
  readonly pdf: OpenPdf | null
  readonly error: unknown
}

/** The PDF of a document, opened for as long as somebody looks at it. */
export function usePdf(claimId: string, documentId: string): Opened {
  const [opened, setOpened] = useState<Opened>({ pdf: null, error: null })
  useEffect(() => {
    const stop = new AbortController()
    const open = async () => {
      const path = { claimId, documentId }
      const asked = api.GET('/claims/{claimId}/documents/{documentId}/original', {
        params: { path },
        parseAs: 'arrayBuffer',
        signal: stop.signal,
      })
      return openPdf(new Uint8Array(await answer<ArrayBuffer>(asked)), stop.signal)
    }
    open().then(
      (pdf) => !stop.signal.aborted && setOpened({ pdf, error: null }),
      (error: unknown) => {
        if (stop.signal.aborted) return
        setOpened({ pdf: null, error })
        // Whatever it is still doing, nobody waits for it any more.
        stop.abort()
      },
    )
    return () => stop.abort()
  }, [claimId, documentId])
  return opened
}

interface Drawn {
  readonly page: number
  readonly turns: number
  readonly error: unknown
}

interface Drawing {
  readonly busy: boolean
  /** Nothing stands there, not even the page before. */
  readonly blank: boolean
  readonly error: unknown
}

/** Draws a page into its place, anew when it is turned, or wider or narrower; the one before stays until then. */
export function useDrawing(
  place: RefObject<HTMLElement | null>,
  pdf: OpenPdf | null,
  page: number,
  turns: number,
): Drawing {
  const [done, setDone] = useState<Drawn | null>(null)
  const width = useDrawnWidth(place)
  useEffect(() => {
    if (pdf === null || width === 0) return undefined
    const stop = new AbortController()
    const show = (canvas: HTMLCanvasElement | null, error: unknown) => {
      if (stop.signal.aborted) return
      place.current?.replaceChildren(...(canvas === null ? [] : [canvas]))
      setDone({ page, turns, error })
      stop.abort()
    }
    pdf.draw(page, width, turns, stop.signal).then(
      (canvas) => show(canvas, null),
      (error: unknown) => show(null, error),
    )
    return () => stop.abort()
  }, [place, pdf, page, turns, width])
  const current = done?.page === page && done.turns === turns
  return { busy: !current, blank: done === null || done.error !== null, error: current ? done.error : null }
}

/** How wide to draw for the room that there is; 0 until it is known. */
function useDrawnWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const look = () => setWidth(drawnWidth(element.clientWidth, devicePixelRatio))
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    look()
    return () => sizes.disconnect()
  }, [place])
  return width
}
