import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { examineUpload } from '../../files/examine.ts'
import { uploadRefusals } from '../../files/refusals.ts'
import { animatedPng, heic, pdf, photograph, picture, pixelBomb, withJpegSize } from './samples.ts'

// Formats that we do not accept are made here, before the engine closes itself to them.
const jpeg = await photograph()
const png = await picture().png().toBuffer()
const webp = await picture().webp().toBuffer()
const frames = { raw: { width: 64, height: 128, channels: 3 as const, pageHeight: 64 } }
const gif = await picture().gif().toBuffer()
const tiff = await picture().tiff().toBuffer()
const avif = await picture(64, 64).avif({ effort: 0 }).toBuffer()
const animatedGif = await sharp(randomBytes(64 * 128 * 3), frames)
  .gif()
  .toBuffer()
const animatedWebp = await sharp(randomBytes(64 * 128 * 3), frames)
  .webp()
  .toBuffer()

const refusalOf = async (bytes: Buffer, name: string) => {
  const examined = await examineUpload(bytes, name)
  return examined.kind === 'refused' ? examined.refused : 'accepted'
}

describe('an upload', () => {
  it.each([
    ['image/jpeg', jpeg, 'IMG_1.JPG'],
    ['image/jpeg', jpeg, 'photo.jpeg'],
    ['image/jpeg', jpeg, '照片'],
    ['image/png', png, 'screenshot.png'],
    ['image/webp', webp, 'photo.webp'],
  ])('is accepted as %s when content and name agree', async (mediaType, bytes, name) => {
    expect(await examineUpload(bytes, name)).toMatchObject({
      kind: 'image',
      mediaType,
      width: 640,
      height: 480,
    })
  })

  it('is accepted as PDF when it is whole', async () => {
    expect(await examineUpload(pdf(), '发票.pdf')).toEqual({
      kind: 'pdf',
      mediaType: 'application/pdf',
      pages: 1,
    })
  })

  it('is measured as it is looked at when the camera was turned', async () => {
    const turned = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await examineUpload(turned, 'a.jpg')).toMatchObject({ width: 480, height: 640 })
  })

  it.each([
    ['fileEmpty', Buffer.alloc(0), 'a.jpg'],
    ['fileTooLarge', Buffer.alloc(20 * 1024 * 1024 + 1), 'a.jpg'],
    ['fileTypeNotAccepted', Buffer.from('hello'), 'a.jpg'],
    ['fileTypeNotAccepted', Buffer.from('MZ\x90\0'), 'a.jpg'],
    ['fileTypeNotAccepted', Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'a.zip'],
    [
      'fileTypeNotAccepted',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'a.svg',
    ],
    [
      'fileTypeNotAccepted',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.png',
    ],
    ['fileTypeNotAccepted', gif, 'a.gif'],
    ['fileTypeNotAccepted', animatedGif, 'a.gif'],
    ['fileTypeNotAccepted', tiff, 'a.tif'],
    ['fileTypeNotAccepted', avif, 'a.avif'],
    ['fileHeic', heic, 'IMG_1.HEIC'],
    ['fileHeic', heic, 'IMG_1.jpg'],
    ['fileAnimated', animatedWebp, 'a.webp'],
    ['fileAnimated', animatedPng(png), 'a.png'],
    ['fileNameDisagrees', jpeg, 'a.png'],
    ['fileNameDisagrees', jpeg, 'a.jpg.exe'],
    ['fileNameDisagrees', jpeg, 'a\u202Egpj.exe'],
    ['fileNameDisagrees', png, 'a.pdf'],
    ['fileNameDisagrees', pdf(), 'a.jpg'],
  ] as const)('is refused with %s (%#)', async (refused, bytes, name) => {
    expect(await refusalOf(bytes, name)).toBe(refused)
    expect(uploadRefusals[refused].zh).not.toBe('')
  })

  it.each(['jpeg', 'png', 'webp'] as const)(
    'is refused when it is a %s that was cut off anywhere',
    async (format) => {
      const whole = { jpeg, png, webp }[format]
      for (const share of [0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97]) {
        const cut = whole.subarray(0, Math.floor(whole.length * share))
        expect(await refusalOf(cut, `a.${format}`)).toMatch(/^(?:imageDamaged|fileTypeNotAccepted)$/)
      }
    },
  )

  it('is accepted from a printer that works in CMYK', async () => {
    expect(await refusalOf(await picture().toColourspace('cmyk').jpeg().toBuffer(), 'a.jpg')).toBe('accepted')
  })
})

describe('a pixel bomb', () => {
  it('is refused from its header, before any memory is taken', async () => {
    const bombs = [pixelBomb(60_000, 60_000), pixelBomb(16_000, 16_000), withJpegSize(jpeg, 65_500, 65_500)]
    await refusalOf(jpeg, 'a.jpg')
    const before = process.memoryUsage().rss
    for (const bomb of bombs) {
      expect(bomb.length).toBeLessThan(100_000)
      expect(await refusalOf(bomb, bomb[0] === 0xff ? 'a.jpg' : 'a.png')).toBe('imageTooManyPixels')
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })

  it('is refused when it is just above the limit and accepted just below', async () => {
    expect(await refusalOf(pixelBomb(12_501, 4000), 'a.png')).toBe('imageTooManyPixels')
    expect(await refusalOf(pixelBomb(12_500, 4000), 'a.png')).toBe('accepted')
  })
})

describe('a mutated image', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('in %s is answered, never a crash', async (format) => {
    const small = await picture(48, 32).toFormat(format).toBuffer()
    const random = pseudoRandom(format.length)
    const answers = new Set<string>()
    for (let mutant = 0; mutant < 70; mutant += 1) {
      const bytes = Buffer.from(small)
      for (let change = 0; change <= mutant % 12; change += 1) bytes[random(bytes.length)] = random(256)
      const cut = mutant % 5 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes
      answers.add(await refusalOf(cut, `a.${format}`))
    }
    expect(answers).toContain('imageDamaged')
  })
})

/** Park and Miller: the same mutants in every run. */
function pseudoRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
