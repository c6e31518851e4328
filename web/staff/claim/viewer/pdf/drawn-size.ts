interface Size {
  readonly width: number
  readonly height: number
}

/** The most pixels that a telephone draws on; beyond, a canvas stays empty there without a word. */
export const mostPixels = 16_777_216
/** The longest side that every browser draws on. */
const longestSide = 8192
/** Widths are rounded up to so many pixels, so that a scroll bar that comes or goes draws nothing anew. */
const step = 128

/** The width in pixels in which a page is drawn that is shown so wide; `density` is the screen's pixels to one of CSS. */
export function drawnWidth(shownWidth: number, density: number): number {
  return Math.max(1, Math.ceil((shownWidth * density) / step)) * step
}

/**
 * By how much a page is enlarged to be drawn in this width, or to what a browser still draws: who zooms further sees it
 * stretched. A page may claim any size; one that is kilometres long is drawn small.
 */
export function drawnScale({ width, height }: Size, wanted: number): number {
  const bounds = [
    wanted / width,
    longestSide / width,
    longestSide / height,
    Math.sqrt(mostPixels / width / height),
  ]
  return Math.min(...bounds)
}
