/** What of a PDF in the viewer can be told without a browser. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { drawnScale, drawnWidth } from '../../../web/staff/claim/viewer/pdf/drawn-size.ts'
import { failureOf, inTime, NoReader, TooMuch } from '../../../web/staff/claim/viewer/pdf/pdf-failure.ts'
import { colouredPdf, emptyPdf, lockedPdf } from '../../files/samples.ts'

const paper = { width: 595, height: 842 }

describe('the size in which a page is drawn', () => {
  it('is that of the pixels it is shown on', () => {
    expect(drawnWidth(640, 2)).toBe(1280)
    expect(595 * drawnScale(paper, 1280)).toBeCloseTo(1280)
  })

  it('stays the same when a scroll bar takes some of the width', () => {
    expect(drawnWidth(1361, 1)).toBe(drawnWidth(1376, 1))
    expect(drawnWidth(0, 1)).toBeGreaterThan(0)
  })

  it.each([
    ['a paper zoomed eight times', paper, 11_008],
    ['a page of two hundred miles', { width: 14_400_000, height: 14_400_000 }, 1280],
    ['a strip', { width: 10, height: 1_000_000 }, 1280],
  ])('is no more than browsers draw: %s', (_, size, width) => {
    const scale = drawnScale(size, width)
    const drawn = [size.width * scale, size.height * scale] as const
    expect(drawn[0] * drawn[1]).toBeLessThanOrEqual(16_777_217)
    expect(Math.max(...drawn)).toBeLessThanOrEqual(8193)
  })
})

describe('a PDF that cannot be shown', () => {
  const opening = async (file: Buffer) => getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise
  const failureOfFile = async (file: Buffer) => opening(file).then(() => 'none', failureOf)

  it('is told apart by what the library throws', async () => {
    expect(await failureOfFile(colouredPdf('0 1 0', '0 0 1'))).toBe('none')
    expect(await failureOfFile(lockedPdf())).toBe('locked')
    expect(await failureOfFile(emptyPdf)).toBe('damaged')
    expect(failureOf(new NoReader())).toBe('noReader')
  })

  const forEver = new Promise<never>(() => {})

  it('is given up when it takes too long', async () => {
    await expect(inTime(forEver, 10, () => false)).rejects.toThrow(TooMuch)
    expect(await inTime(Promise.resolve('drawn'), 10, () => false)).toBe('drawn')
    expect(failureOf(new TooMuch())).toBe('tooMuch')
  })

  it('is not given up while nobody looks at it', async () => {
    let looks = 0
    const hidden = () => (looks += 1) < 3
    await expect(inTime(forEver, 5, hidden)).rejects.toThrow(TooMuch)
    expect(looks).toBe(3)
  })
})
