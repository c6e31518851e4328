import * as exifr from 'exifr'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { photograph, picture, pixelBomb, ultraHdr } from './samples.ts'

const jpeg = await photograph()
const hdr = await ultraHdr()
const { gainMap } = await sharp(hdr).metadata()
// Only now, because the engine closes itself to what it does not accept.
const { createDerivatives } = await import('../../files/derivatives.ts')
const { examineUpload } = await import('../../files/examine.ts')
const { perceptualDistance } = await import('../../files/perceptual-hash.ts')

describe('a derivative', () => {
  it('is at most 2,048 pixels, its thumbnail at most 320, and a small picture is not enlarged', async () => {
    const large = await createDerivatives(await photograph(3000, 1500))
    expect(large.view).toMatchObject({ width: 2048, height: 1024, mediaType: 'image/jpeg' })
    expect(large.thumbnail).toMatchObject({ width: 320, height: 160 })
    expect(await sharp(large.view.bytes).metadata()).toMatchObject({
      format: 'jpeg',
      width: 2048,
      height: 1024,
    })
    const small = await createDerivatives(await photograph(100, 50))
    expect(small.view).toMatchObject({ width: 100, height: 50 })
  })

  // PIPL, art. 6: what is shown holds no more than the purpose needs.
  it.each(['jpeg', 'webp', 'png'] as const)('of a %s has no metadata at all', async (format) => {
    const original = await picture()
      .withExif(sampleMetadata)
      .withXmp(xmp)
      .keepIccProfile()
      .toFormat(format)
      .toBuffer()
    expect(original.includes('CANARY')).toBe(true)
    const { view, thumbnail } = await createDerivatives(original)
    for (const { bytes } of [view, thumbnail]) {
      expect((await exifr.default.parse(bytes, true)) ?? {}).not.toHaveProperty('latitude')
      const { exif, xmp: packet, iptc, icc, orientation } = await sharp(bytes).metadata()
      expect({ exif, packet, iptc, icc, orientation }).toEqual({})
      expect(bytes.includes('CANARY')).toBe(false)
      expect(bytes.includes('Exif')).toBe(false)
    }
  })

  it.each(['PK\x03\x04 zip CANARY', '<?php echo "CANARY" ?>', '<script>CANARY</script>'])(
    'has nothing of what follows the end of the image: %s',
    async (tail) => {
      const { view, thumbnail } = await createDerivatives(Buffer.concat([jpeg, Buffer.from(tail)]))
      for (const { bytes } of [view, thumbnail]) {
        expect(bytes.includes('CANARY')).toBe(false)
        expect(bytes.subarray(-2).toString('hex')).toBe('ffd9')
      }
    },
  )

  it('stands upright whichever way the camera was held', async () => {
    const left = Buffer.alloc(100 * 50 * 3)
    for (let y = 0; y < 50; y += 1) left.fill(255, y * 300, y * 300 + 150)
    const raw = sharp(left, { raw: { width: 100, height: 50, channels: 3 } })
    const turned = await raw.withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { view } = await createDerivatives(turned)
    expect(view).toMatchObject({ width: 50, height: 100 })
    const { data } = await sharp(view.bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
    expect(data[50 * 10 + 25]).toBeGreaterThan(200)
    expect(data[50 * 90 + 25]).toBeLessThan(50)
  })

  it.each([
    [
      'transparent',
      () => sharp({ create: { width: 60, height: 60, channels: 4, background: '#0000' } }).png(),
    ],
    ['CMYK', () => picture().toColourspace('cmyk').jpeg()],
    ['greyscale', () => picture().greyscale().png()],
    ['16 bits', () => picture().toColourspace('rgb16').png()],
  ])('is a picture in sRGB of a %s original', async (_, original) => {
    const { view } = await createDerivatives(await original().toBuffer())
    expect(await sharp(view.bytes).metadata()).toMatchObject({ space: 'srgb', channels: 3, hasAlpha: false })
  })

  it('is made of the main picture of a high-dynamic-range photograph, without its second one', async () => {
    expect(gainMap).toBeDefined()
    expect(await examineUpload(hdr, 'a.jpg')).toMatchObject({ kind: 'image', width: 640, height: 480 })
    const { view } = await createDerivatives(hdr)
    expect(view).toMatchObject({ width: 640, height: 480 })
    expect(view.bytes.includes('hdrgm')).toBe(false)
  })

  it('shows transparency as white, not as black', async () => {
    const clear = sharp({ create: { width: 60, height: 60, channels: 4, background: '#0000' } })
    const { measures } = await createDerivatives(await clear.png().toBuffer())
    expect(measures).toMatchObject({ luminance: 255, clippedBright: 1, clippedDark: 0, sharpness: 0 })
  })

  it('is not made of what is damaged, too large or no image, and the next one is', async () => {
    const bad = [
      jpeg.subarray(0, jpeg.length / 2),
      pixelBomb(60_000, 60_000),
      Buffer.from('<svg/>'),
      Buffer.alloc(0),
    ]
    const results = await Promise.allSettled([...bad, jpeg].map(createDerivatives))
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
    ])
  })
})

describe('measures of a photograph', () => {
  it('tell a blurred one from a sharp one, whatever its size', async () => {
    const sharpness = async (bytes: Buffer) => (await createDerivatives(bytes)).measures.sharpness
    for (const width of [1200, 3000]) {
      const original = await photograph(width, (width * 3) / 4)
      const blurred = await sharp(original)
        .blur(width / 150)
        .jpeg()
        .toBuffer()
      expect(await sharpness(original)).toBeGreaterThan(10 * (await sharpness(blurred)))
    }
  })

  it('tell night and glare from daylight', async () => {
    const measures = async (factor: number, offset: number) =>
      (await createDerivatives(await picture().linear(factor, offset).jpeg().toBuffer())).measures
    const [night, day, glare] = [await measures(0.03, 0), await measures(1, 0), await measures(1, 200)]
    expect(night.clippedDark).toBeGreaterThan(0.5)
    expect(glare.clippedBright).toBeGreaterThan(0.5)
    expect(Math.max(day.clippedDark, day.clippedBright)).toBeLessThan(0.2)
    expect(night.luminance).toBeLessThan(day.luminance)
    expect(day.luminance).toBeLessThan(glare.luminance)
  })
})

describe('perceptual hash', () => {
  it('is near for copies of a photograph and far for another one', async () => {
    const hashOf = async (bytes: Buffer) => (await createDerivatives(bytes)).perceptualHash
    const original = await hashOf(jpeg)
    expect(original).toMatch(/^[0-9a-f]{16}$/)
    const copies = [
      await sharp(jpeg).resize(200).jpeg({ quality: 40 }).toBuffer(),
      await sharp(jpeg).webp({ quality: 50 }).toBuffer(),
      await sharp(jpeg).modulate({ brightness: 1.1 }).png().toBuffer(),
    ]
    for (const copy of copies) expect(perceptualDistance(original, await hashOf(copy))).toBeLessThanOrEqual(9)
    const others = [
      await photograph(640, 480, 3),
      await photograph(640, 480, 9),
      await sharp(jpeg).flop().toBuffer(),
    ]
    for (const other of others) expect(perceptualDistance(original, await hashOf(other))).toBeGreaterThan(16)
  })

  it('counts differing bits', () => {
    expect(perceptualDistance('0000000000000000', 'ffffffffffffffff')).toBe(64)
    expect(perceptualDistance('8000000000000001', '0000000000000001')).toBe(1)
  })
})

const sampleMetadata = {
  IFD0: { Make: 'CANARY', Artist: 'CANARY' },
  IFD2: { BodySerialNumber: 'CANARY' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '31/1 0/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '121/1 0/1 0/1',
  },
}
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="CANARY"/></rdf:RDF></x:xmpmeta>`
