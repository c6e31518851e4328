/**
 * Payloads of the product, read by code of our own. The format: a Temporal payload with the encoding
 * `sealed/<key id>`; its data is AES-256-GCM as iv (12) | tag (16) | ciphertext, authenticated with
 * `lipei payload.<key id>`. Inside is a payload message of protobuf; if its first byte is 2, the rest is raw deflate
 * against a dictionary. A payload without data is in clear.
 */
import { createDecipheriv } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { dictionary } from './dictionary.ts'

interface SealedPayload {
  readonly metadata?: Readonly<Record<string, Uint8Array>> | null
  readonly data?: Uint8Array | null
}

/** From `id:base64,id:base64`. */
export function readKeys(fieldKeys: string): ReadonlyMap<string, Buffer> {
  return new Map(
    fieldKeys.split(',').map((part) => {
      const [id = '', key = ''] = part.trim().split(':')
      return [id, Buffer.from(key, 'base64')]
    }),
  )
}

/** The JSON value in a payload; throws when the seal does not open. */
export function openPayload(keys: ReadonlyMap<string, Buffer>, { metadata, data }: SealedPayload): unknown {
  const encoding = Buffer.from(metadata?.['encoding'] ?? []).toString()
  const bytes = Buffer.from(data ?? [])
  if (!encoding.startsWith('sealed/')) return valueOf(encoding, bytes)
  const keyId = encoding.slice('sealed/'.length)
  const key = keys.get(keyId)
  if (key === undefined) throw new Error(`The payload's key ${keyId} is not in run.json.`)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(`lipei payload.${keyId}`))
  decipher.setAuthTag(bytes.subarray(12, 28))
  const opened = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  const inner = readMessage(opened[0] === 2 ? inflateRawSync(opened.subarray(1), { dictionary }) : opened)
  return valueOf(inner.encoding, inner.data)
}

function valueOf(encoding: string, data: Buffer): unknown {
  if (encoding === 'json/plain') return JSON.parse(data.toString()) as unknown
  return encoding === 'binary/null' ? null : undefined
}

/** `message Payload { map<string, bytes> metadata = 1; bytes data = 2; }`: nothing but fields with a length. */
function readMessage(bytes: Buffer): { readonly encoding: string; readonly data: Buffer } {
  let encoding = ''
  let data: Buffer = Buffer.alloc(0)
  for (const { field, value } of fields(bytes)) {
    if (field === 2) data = value
    if (field !== 1) continue
    const entry = new Map([...fields(value)].map((part) => [part.field, part.value.toString()]))
    if (entry.get(1) === 'encoding') encoding = entry.get(2) ?? ''
  }
  return { encoding, data }
}

function* fields(bytes: Buffer): Generator<{ readonly field: number; readonly value: Buffer }> {
  let at = 0
  const number = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0
      at += 1
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  while (at < bytes.length) {
    const field = number() >> 3
    const length = number()
    yield { field, value: bytes.subarray(at, at + length) }
    at += length
  }
}
