import type { Pixels } from './image-engine.ts'

export interface PhotoMeasures {
  /** Variance of the Laplacian at 1,024 pixels on the longer side: below about 50 it is blurred, above 300 sharp. */
  readonly sharpness: number
  /** Mean luminance, 0 black to 255 white. */
  readonly luminance: number
  /** Share of pixels, 0 to 1, that are nearly black or nearly white and show nothing. */
  readonly clippedDark: number
  readonly clippedBright: number
}

/** Measures a greyscale picture of one channel. Numbers only: what is too blurred for a claim is a rule elsewhere. */
export function measurePhoto({ data, width, height }: Pixels): PhotoMeasures {
  let sum = 0
  let dark = 0
  let bright = 0
  for (const value of data) {
    sum += value
    if (value <= 5) dark += 1
    if (value >= 250) bright += 1
  }
  const count = Math.max(data.length, 1)
  return {
    sharpness: laplacianVariance(data, width, height),
    luminance: sum / count,
    clippedDark: dark / count,
    clippedBright: bright / count,
  }
}

function laplacianVariance(data: Uint8Array, width: number, height: number): number {
  const at = (index: number) => data[index] ?? 0
  let sum = 0
  let squares = 0
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const centre = y * width + x
      const value = at(centre - width) + at(centre + width) + at(centre - 1) + at(centre + 1) - 4 * at(centre)
      sum += value
      squares += value * value
    }
  }
  const count = Math.max((width - 2) * (height - 2), 1)
  return squares / count - (sum / count) ** 2
}
