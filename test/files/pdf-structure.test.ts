import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { examinePdf } from '../../files/pdf-structure.ts'
import { pdf, pdfStream } from './samples.ts'

const objects = (text: string) => deflateSync(Buffer.from(text, 'latin1'))
const objectStream = (text: string) =>
  pdfStream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', objects(text))

describe('a PDF', () => {
  it('is accepted when it is whole, and its pages are counted', () => {
    expect(examinePdf(pdf())).toEqual({ pages: 1 })
    expect(examinePdf(pdf('4 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n'))).toEqual({ pages: 2 })
    expect(examinePdf(pdf(objectStream('4 0 << /Type /Page >>')))).toEqual({ pages: 2 })
    expect(examinePdf(Buffer.concat([pdf(), Buffer.from('\r\n')]))).toEqual({ pages: 1 })
  })

  it('is accepted with pictures and text in it, whatever bytes they consist of', () => {
    const picture = pdfStream('/Type /XObject /Subtype /Image /Filter /DCTDecode', randomBytes(3_000_000))
    const text = pdfStream('/Filter /FlateDecode', objects('BT /F1 12 Tf (A claim) Tj ET'))
    const lines = pdfStream('/Filter /FlateDecode', objects('0 0 595 842 re f'))
    const outline = '4 0 obj\n<< /Type /Outlines /First 5 0 R /Last 5 0 R >>\nendobj\n'
    expect(examinePdf(pdf(picture, text, outline, lines))).toEqual({ pages: 1 })
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['bytes before its start', Buffer.concat([Buffer.from('GIF89a'), pdf()])],
    ['a missing end', pdf().subarray(0, -8)],
    ['half of it', pdf().subarray(0, 200)],
    ['an archive after its end', Buffer.concat([pdf(), Buffer.from('PK\x03\x04 zip')])],
    ['no page', Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n')],
    ['another version', Buffer.from(pdf().toString('latin1').replace('%PDF-1.7', '%PDF-9.9'), 'latin1')],
  ])('is refused as damaged with %s', (_, bytes) => {
    expect(examinePdf(bytes)).toEqual({ refused: 'pdfDamaged' })
  })

  it('is refused when it is protected by a password', () => {
    const protectedPdf = pdf().toString('latin1').replace('/Root', '/Encrypt 8 0 R /Root')
    expect(examinePdf(Buffer.from(protectedPdf, 'latin1'))).toEqual({ refused: 'pdfEncrypted' })
    const hidden = protectedPdf.replace('/Encrypt', '/Encr#79pt')
    expect(examinePdf(Buffer.from(hidden, 'latin1'))).toEqual({ refused: 'pdfEncrypted' })
  })

  it.each([
    '4 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n',
    '4 0 obj\n<< /S/J#61vaScript/JS 5 0 R >>\nendobj\n',
    '4 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n',
    '4 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n',
    '4 0 obj\n<< /Names << /EmbeddedFiles 5 0 R >> >>\nendobj\n',
    '4 0 obj\n<< /AcroForm << /XFA [ (a) 5 0 R ] >> >>\nendobj\n',
    '4 0 obj\n<< /Subtype /RichMedia >>\nendobj\n',
    '4 0 obj\n<< /S /GoToR /F (\\\\\\\\host\\\\share) >>\nendobj\n',
  ])('is refused when it can do more than be read: %s', (object) => {
    expect(examinePdf(pdf(object))).toEqual({ refused: 'pdfActiveContent' })
  })

  const script = objects('4 0 << /S /JavaScript /JS (app.alert) >>')
  it.each([
    ['an object stream', objectStream('4 0 << /S /JavaScript /JS (x) >>')],
    ['one that does not say its type', pdfStream('/N 1 /First 4 /Filter /FlateDecode', script)],
    ['one that says nothing', pdfStream('/Filter /FlateDecode', script)],
    ['one that calls itself a picture', pdfStream('/Subtype /Image /Filter /FlateDecode', script)],
    ['one with escapes', objectStream('4 0 << /S /#4AavaScript >>')],
    [
      'one in another encoding',
      pdfStream('/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]', script),
    ],
    [
      'one with a predictor',
      pdfStream('/Type /ObjStm /First 4 /Filter /FlateDecode /DecodeParms << >>', script),
    ],
    [
      'one that cannot be inflated',
      pdfStream('/Type /ObjStm /First 4 /Filter /FlateDecode', Buffer.from('rubbish')),
    ],
  ])('is refused when it hides that in %s', (_, stream) => {
    expect(examinePdf(pdf(stream))).toEqual({ refused: 'pdfActiveContent' })
  })

  it('is refused when an object stream is a bomb, without inflating it', () => {
    const bomb = deflateSync(Buffer.concat([Buffer.from('1 0 '), Buffer.alloc(200_000_000, 32)]))
    const before = process.memoryUsage().rss
    expect(examinePdf(pdf(pdfStream('/Filter /FlateDecode', bomb)))).toEqual({ refused: 'pdfActiveContent' })
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })

  it.each(['stream\n', '1 obj\n', '/Type ', '#41', '/First 1 ', '1 0 obj stream\n', 'endstream\n/Filter['])(
    'of 19 MB that repeats %j costs no more than two seconds of a processor',
    (part) => {
      const hostile = pdf(part.repeat(Math.floor(19_000_000 / part.length)))
      const before = process.cpuUsage()
      examinePdf(hostile)
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1_000_000).toBeLessThan(2)
    },
  )
})
