/**
 * The copies of a photograph that people see. Each is drawn anew from decoded pixels:
 * no metadata (position, serial number, the camera's own thumbnail), no bytes after the
 * image's end and none of the sender's encoding get through (PIPL, art. 6: minimal use).
 */
import { inTurn, openImage, openPixels, type Pixels, toPixels } from './image-engine.ts'
import { perceptualHash } from './perceptual-hash.ts'
import { measurePhoto, type PhotoMeasures } from './photo-measures.ts'

export interface Derivative {
  readonly bytes: Buffer
  readonly mediaType: 'image/jpeg'
  readonly width: number
  readonly height: number
}

export interface Derivatives {
  /** At most 2,048 pixels on the longer side. */
  readonly view: Derivative
  /** At most 320 pixels on the longer side. */
  readonly thumbnail: Derivative
  readonly measures: PhotoMeasures
  /** 16 hexadecimal digits, see `perceptualDistance`. */
  readonly perceptualHash: string
}

const within = (side: number) =>
  ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const

async function asJpeg(pixels: Pixels, side: number, quality: number): Promise<Derivative> {
  const image = openPixels(pixels).resize(within(side)).jpeg({ quality })
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return { bytes: data, mediaType: 'image/jpeg', width: info.width, height: info.height }
}

/** Of an image that `examineUpload` accepted; one that cannot be decoded rejects. JPEG, because every report and browser takes it. */
export function createDerivatives(bytes: Uint8Array): Promise<Derivatives> {
  return inTurn(async () => {
    const upright = openImage(bytes).autoOrient().resize(within(2048))
    const pixels = await toPixels(upright.flatten({ background: 'white' }).toColourspace('srgb'))
    const grey = await toPixels(openPixels(pixels).resize(within(1024)).greyscale().toColourspace('b-w'))
    return {
      view: await asJpeg(pixels, 2048, 82),
      thumbnail: await asJpeg(pixels, 320, 78),
      measures: measurePhoto(grey),
      perceptualHash: await perceptualHash(pixels),
    }
  })
}
