/**
 * Looks at a PDF from outside: is it whole, and can it do anything but be read?
 * (ISO 32000-1: 7.5 file structure, 7.5.7 object streams, 12.6 actions.) It is not
 * rendered here, and it is only ever sent as a download.
 */
import { constants, inflateSync } from 'node:zlib'
import type { UploadRefusal } from './refusals.ts'

const activeNames = [
  'JavaScript',
  'Launch',
  'EmbeddedFiles?',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'Movie',
  'Sound',
  'Rendition',
]
// /XFA is short enough to occur in compressed data by chance, unless its value follows.
const active = new RegExp(`/(?:${activeNames.join('|')})(?![A-Za-z0-9])|/XFA\\s*[[\\d]`)
const encrypted = /\/Encrypt(?![A-Za-z0-9])/
const page = /\/Type\s*\/Page(?![A-Za-z0-9])/g
const largestContent = 32 * 1024 * 1024
const mostStreams = 5000
const longestDictionary = 4096

export type PdfExamination = { readonly pages: number } | { readonly refused: UploadRefusal }

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** Names may be written with escapes: `/J#61vaScript` is `/JavaScript` (7.3.5). By bytes, because replacing 20 MB of them takes seconds. */
function withoutEscapes(bytes: Uint8Array): string {
  const plain = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    const [high, low] =
      byte === 0x23 ? [hexDigit(bytes[index + 1] ?? 0), hexDigit(bytes[index + 2] ?? 0)] : [-1, -1]
    const escaped = high >= 0 && low >= 0
    plain[length] = escaped ? high * 16 + low : byte
    length += 1
    if (escaped) index += 2
  }
  return plain.toString('latin1', 0, length)
}

/** Two numbers and then more: so every object stream begins, whatever its dictionary claims to be. */
function looksLikeObjects(bytes: Buffer): boolean {
  // The header of zlib (RFC 1950, 2.2), because a failed attempt is slow.
  if (bytes.length < 2 || (bytes.readUInt8(0) & 15) !== 8 || bytes.readUInt16BE(0) % 31 !== 0) return false
  try {
    const start = inflateSync(bytes.subarray(0, 1024), { finishFlush: constants.Z_SYNC_FLUSH })
    return /^[\s\0]*(?:%|\d+\s+\d+\s)/.test(start.toString('latin1', 0, 64))
  } catch {
    return false
  }
}

/** The dictionary before `stream` says that objects are compressed in it: readers ask for `First`, not for the type. */
function isObjectDictionary(dictionary: string): boolean {
  return /\/ObjStm|\/First\s+\d+(?!\s+\d+\s+R)/.test(dictionary)
}

function isPlainlyDeflated(dictionary: string): boolean {
  return (
    /\/Filter\s*\[?\s*\/FlateDecode\s*[\]/>]/.test(dictionary) &&
    !/\/(?:DecodeParms|DP|F)(?![A-Za-z0-9])/.test(dictionary)
  )
}

/**
 * The text of the object streams, in which a PDF of version 1.5 keeps most of its
 * objects compressed; null when one cannot be looked into.
 */
function objectStreams(bytes: Buffer, text: string): string[] | null {
  const found: string[] = []
  let left = largestContent
  let streams = 0
  for (const match of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)/g)) {
    streams += 1
    if (streams > mostStreams) return null
    const before = text.slice(Math.max(match.index - longestDictionary, 0), match.index)
    const start = Array.from(before.matchAll(/\d\s+obj/g)).at(-1)?.index ?? 0
    const dictionary = withoutEscapes(Buffer.from(before.slice(start), 'latin1'))
    const content = bytes.subarray(match.index + match[0].length)
    if (isObjectDictionary(dictionary) && !isPlainlyDeflated(dictionary)) return null
    if (!isObjectDictionary(dictionary) && !looksLikeObjects(content)) continue
    try {
      const objects = inflateSync(content, { maxOutputLength: left })
      left = Math.max(left - objects.length, 1)
      found.push(withoutEscapes(objects))
    } catch {
      return null
    }
  }
  return found
}

function isWhole(text: string): boolean {
  // Nothing may follow the end: what does is not for a reader of PDF.
  return /^%PDF-[12]\.\d[\s%]/.test(text) && /startxref\s+\d+\s+%%EOF[\s\0]{0,64}$/.test(text.slice(-1024))
}

/** Says how many pages there are (one that was saved again in place may count twice), or why it is refused. */
export function examinePdf(bytes: Buffer): PdfExamination {
  const text = bytes.toString('latin1')
  if (!isWhole(text)) return { refused: 'pdfDamaged' }
  const plain = withoutEscapes(bytes)
  if (encrypted.test(plain)) return { refused: 'pdfEncrypted' }
  if (active.test(plain)) return { refused: 'pdfActiveContent' }
  const objects = objectStreams(bytes, text)
  if (objects === null || objects.some((object) => active.test(object)))
    return { refused: 'pdfActiveContent' }
  const pages = [plain, ...objects].reduce((sum, part) => sum + Array.from(part.matchAll(page)).length, 0)
  return pages === 0 ? { refused: 'pdfDamaged' } : { pages }
}
