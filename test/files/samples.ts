/** Files as people and attackers send them, made on the spot. */
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Written by the independent reader's library, with position, serial number and time. */
export const sampleExif = {
  IFD0: { Make: 'HUAWEI', Model: 'P60', Software: 'camera 1.0' },
  IFD2: {
    DateTimeOriginal: '2026:02:03 10:11:12',
    OffsetTimeOriginal: '+08:00',
    BodySerialNumber: 'SN-CANARY-77',
  },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '31/1 12/1 3000/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '121/1 30/1 0/1',
    GPSAltitude: '5/1',
    GPSDateStamp: '2026:02:03',
    GPSTimeStamp: '2/1 11/1 12/1',
  },
}

/** A picture with large and small structure: half bright, half dark, stripes in one corner. */
export function picture(width = 640, height = 480, seed = 0) {
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const wave = Math.sin((x * (3 + seed)) / width) * Math.cos((y * (5 - seed)) / height)
      const stripe = x < width / 3 && y < height / 3 && (x + y) % 8 < 4 ? 80 : 0
      const value = Math.min(255, Math.max(0, Math.round(120 + 90 * wave + stripe)))
      data.set([value, (value * 3) >> 2, (value + x) & 255], (y * width + x) * 3)
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

export const photograph = (width?: number, height?: number, seed?: number): Promise<Buffer> =>
  picture(width, height, seed).withExif(sampleExif).jpeg({ quality: 90 }).toBuffer()

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A valid PNG of one bit a pixel whose rows are all zero: tiny on the wire, huge in memory. */
export function pixelBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(1, 8)
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * Math.min(height, 4000)), { level: 9 })
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    start,
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** The header says `width` × `height`, whatever the JPEG really holds. */
export function withJpegSize(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg)
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]))
  changed.writeUInt16BE(height, frame + 5)
  changed.writeUInt16BE(width, frame + 7)
  return changed
}

/** Makes an animated PNG of a PNG: announces two frames before the first one's data. */
export function animatedPng(png: Buffer): Buffer {
  const control = Buffer.alloc(8)
  control.writeUInt32BE(2, 0)
  const headerEnd = 8 + 25
  return Buffer.concat([png.subarray(0, headerEnd), pngChunk('acTL', control), png.subarray(headerEnd)])
}

/** Enough of the container for every reader of types to call it HEIC. */
export const heic: Buffer = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(200),
])

/** The objects of a PDF, numbered from 1 with the catalogue first, in a file with a cross-reference table. */
function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  for (const object of objects) {
    offsets.push(Buffer.concat(parts).length)
    parts.push(Buffer.from(object as string, 'latin1'))
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = Buffer.concat(parts).length
  const size = offsets.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\n`,
    ),
  )
  return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)])
}

const pdfHead = (kids: string, count: number) => [
  '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
  `2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${count} >>\nendobj\n`,
]
const pdfPage = '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]'

/** A PDF of one page; `extra` objects are added as they are. */
export function pdf(...extra: (string | Buffer)[]): Buffer {
  return pdfOf([...pdfHead('3 0 R', 1), `3 0 obj\n<< ${pdfPage} >>\nendobj\n`, ...extra])
}

/** A PDF with a page for each colour, which fills it; red, green and blue from 0 to 1. */
export function colouredPdf(...colours: readonly string[]): Buffer {
  return pdfOf(colouredPages(colours))
}

function colouredPages(colours: readonly string[], ofLast = ''): string[] {
  const kids = colours.map((_, index) => `${3 + 2 * index} 0 R`).join(' ')
  const pages = colours.flatMap((colour, index) => {
    const more = index === colours.length - 1 ? ofLast : ''
    return [
      `${3 + 2 * index} 0 obj\n<< ${pdfPage} /Contents ${4 + 2 * index} 0 R ${more}>>\nendobj\n`,
      filled(4 + 2 * index, colour, [595, 842]),
    ]
  })
  return [...pdfHead(kids, colours.length), ...pages]
}

const filled = (number: number, colour: string, [width, height]: readonly [number, number], form = '') => {
  const content = `${colour} rg 0 0 ${width} ${height} re f`
  return `${number} 0 obj\n<< ${form}/Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`
}

/** As `colouredPdf`, with a seal in the middle of the last page: an annotation with a look of its own, as on e-invoices. */
export function sealedPdf(seal: string, ...colours: readonly string[]): Buffer {
  const annotation = 3 + 2 * colours.length
  const look = annotation + 1
  return pdfOf([
    ...colouredPages(colours, `/Annots [${annotation} 0 R] `),
    `${annotation} 0 obj\n<< /Type /Annot /Subtype /Stamp /Rect [198 321 398 521] /F 4 /AP << /N ${look} 0 R >> >>\nendobj\n`,
    filled(look, seal, [200, 200], '/Type /XObject /Subtype /Form /BBox [0 0 200 200] '),
  ])
}

/** A PDF that asks for a password, whichever it is. */
export function lockedPdf(): Buffer {
  const key = '41'.repeat(32)
  const rule = `/Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}>`
  return pdfOf(
    [...pdfHead('3 0 R', 1), `3 0 obj\n<< ${pdfPage} >>\nendobj\n`, `4 0 obj\n<< ${rule} >>\nendobj\n`],
    '/Encrypt 4 0 R /ID [<41><41>] ',
  )
}

/** Looks whole from outside, and has nothing in it. */
export const emptyPdf: Buffer = Buffer.from('%PDF-1.7\n<< /Type /Page >>\nstartxref\n9\n%%EOF\n')

/** An object of a PDF with a stream. */
export function pdfStream(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`9 0 obj\n<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ])
}

function metadataPacket(description: string): Buffer {
  const packet = Buffer.from(
    `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta>`,
  )
  return Buffer.concat([
    Buffer.from([0xff, 0xe1, (packet.length + 2) >> 8, (packet.length + 2) & 255]),
    packet,
  ])
}

function multiPictureIndex(first: number, second: number, start: number): Buffer {
  const index = Buffer.alloc(82)
  index.write('II*\0\x08\0\0\0\x03\0', 'latin1')
  const entries = [
    [0xb000, 7, 4, 0x30303130],
    [0xb001, 4, 1, 2],
    [0xb002, 7, 32, 50],
  ]
  entries.forEach(([tag = 0, type = 0, count = 0, value = 0], number) => {
    const at = 10 + 12 * number
    index.writeUInt16LE(tag, at)
    index.writeUInt16LE(type, at + 2)
    index.writeUInt32LE(count, at + 4)
    index.writeUInt32LE(value, at + 8)
  })
  index.writeUInt32LE(0x030000, 50)
  index.writeUInt32LE(first, 54)
  index.writeUInt32LE(second, 70)
  index.writeUInt32LE(first - start, 74)
  return Buffer.concat([Buffer.from([0xff, 0xe2, 0, 88]), Buffer.from('MPF\0'), index])
}

/** As telephones with Android 14 write them: a JPEG, then a second one that says how bright its places are. */
export async function ultraHdr(): Promise<Buffer> {
  const range = 'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"'
  const small = await picture(80, 60).greyscale().jpeg().toBuffer()
  const limits = 'hdrgm:GainMapMin="0" hdrgm:GainMapMax="2" hdrgm:HDRCapacityMin="0" hdrgm:HDRCapacityMax="2"'
  const map = Buffer.concat([
    small.subarray(0, 2),
    metadataPacket(`<rdf:Description ${range} ${limits}/>`),
    small.subarray(2),
  ])
  const item = (semantic: string, length: string) =>
    `<rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="${semantic}" Item:Mime="image/jpeg" ${length}/></rdf:li>`
  const container = 'http://ns.google.com/photos/1.0/container/'
  const names = `xmlns:Container="${container}" xmlns:Item="${container}item/"`
  const items = item('Primary', '') + item('GainMap', `Item:Length="${map.length}"`)
  const directory = `<Container:Directory><rdf:Seq>${items}</rdf:Seq></Container:Directory>`
  const packet = metadataPacket(`<rdf:Description ${names} ${range}>${directory}</rdf:Description>`)
  const main = await picture().jpeg().toBuffer()
  const first = main.length + packet.length + 90
  const index = multiPictureIndex(first, map.length, 2 + packet.length + 8)
  return Buffer.concat([main.subarray(0, 2), packet, index, main.subarray(2), map])
}
