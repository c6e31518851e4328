/**
 * The only opener of images. Uploads are hostile until decoded, so the engine knows
 * nothing but the three formats that we accept, has limits, and works on one image at
 * a time: a photograph of 50 million pixels takes up to 300 MB while it is decoded.
 */
import sharp, { type Sharp } from 'sharp'

/** About six times what a telephone of today takes in its ordinary mode. */
export const largestImagePixels = 50_000_000

sharp.cache(false)
sharp.concurrency(1)
// Ultra HDR photographs are read by the plain JPEG reader then, without their gain map.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

/** Header only, without limit: the caller decides on what it says. Rejects what cannot be read. */
export async function readImageHeader(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata()
}

/** Decodes with every limit; any defect in the image data is an error, and so are 20 seconds. */
export function openImage(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: largestImagePixels, failOn: 'error' }).timeout({ seconds: 20 })
}

/** Pixels in memory, 8 bits a channel, row by row. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: 1 | 2 | 3 | 4
}

export function openPixels({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } })
}

export async function toPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

let previous: Promise<unknown> = Promise.resolve()

/** Runs the task after all earlier ones, whether they succeeded or not. */
export function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const result = previous.then(task, task)
  previous = result.catch(() => undefined)
  return result
}
