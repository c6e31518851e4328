import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { drawnScale, mostPixels } from './drawn-size.ts'
import { inTime, NoReader } from './pdf-failure.ts'

export interface OpenPdf {
  readonly pages: number
  /** One page on a canvas of its own, turned by so many quarters; what is drawn no longer matters once `stop` says so. */
  draw(page: number, width: number, turns: number, stop: AbortSignal): Promise<HTMLCanvasElement>
}

/** Larger pictures in a page are made smaller before they are drawn; four bytes a pixel. */
const largestPicture = mostPixels * 4

/** Pixels; beyond, a picture is left out before it is unpacked. A4 at 600 dots an inch has a third of them. */
const mostDecoded = 100_000_000

/** So long may the reader of a file take to put its things away; milliseconds. */
const grace = 1000

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Loaded when the first PDF is looked at. The variant for browsers that are a few years old, as offices have them. */
async function library() {
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } catch {
    throw new NoReader()
  }
}

/**
 * Opens a PDF from outside. It is read in a worker of its own, which ends soon after `stop` whatever it is doing, and only
 * drawn: no form, link or script in it comes into the page, and of annotations, as the seal of an invoice, only their look.
 */
export async function openPdf(data: Uint8Array<ArrayBuffer>, stop: AbortSignal): Promise<OpenPdf> {
  const { AnnotationMode, getDocument, PDFWorker, version } = await library()
  stop.throwIfAborted()
  const parts = `/assets/pdf-parts-${version}`
  // Ours, so that there is one to end; the library would read the file in the page itself where its own does not start.
  const port = new Worker(`${parts}/legacy/build/pdf.worker.min.mjs`, { type: 'module' })
  const worker = PDFWorker.create({ port })
  const broken = new Promise<never>((_, reject) => {
    port.addEventListener('error', () => reject(new NoReader()))
  })
  broken.catch(() => undefined)
  const task = getDocument({
    data,
    worker,
    enableXfa: false,
    // The content-security policy refuses WebAssembly; scans are decoded by what stands in for it.
    useWasm: false,
    useWorkerFetch: true,
    wasmUrl: `${parts}/wasm/`,
    cMapUrl: `${parts}/cmaps/`,
    standardFontDataUrl: `${parts}/standard_fonts/`,
    canvasMaxAreaInBytes: largestPicture,
    maxImageSize: mostDecoded,
    verbosity: 0,
  })
  const end = () => {
    worker.destroy()
    port.terminate()
  }
  stop.addEventListener('abort', () => {
    // Asked first, so that the fonts of the file leave the page; one that is busy for ever does not hear it.
    void Promise.race([task.destroy(), pause(grace)]).then(end, end)
  })
  const pdf = await inTime(Promise.race([task.promise, broken]))
  return {
    pages: pdf.numPages,
    draw: (page, width, turns, stopDrawing) =>
      inTime(Promise.race([draw(pdf, page, width, turns, stopDrawing, AnnotationMode.ENABLE), broken])),
  }
}

async function draw(
  pdf: PDFDocumentProxy,
  number: number,
  width: number,
  turns: number,
  stop: AbortSignal,
  annotationMode: number,
): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number)
  stop.throwIfAborted()
  const rotation = (page.rotate + turns * 90) % 360
  const scale = drawnScale(page.getViewport({ scale: 1, rotation }), width)
  const viewport = page.getViewport({ scale, rotation })
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  const task = page.render({ canvas, viewport, annotationMode })
  const cancel = () => task.cancel()
  stop.addEventListener('abort', cancel)
  try {
    await task.promise
  } finally {
    stop.removeEventListener('abort', cancel)
  }
  page.cleanup()
  return canvas
}
