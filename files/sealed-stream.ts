/**
 * Files at rest: AES-256-GCM in frames of 64 KiB, so that a file never has to fit into
 * memory and no byte leaves before it was authenticated (the STREAM construction of
 * Hoang, Reyhanitabar, Rogaway and Vizár). The nonce of a frame holds its number and
 * whether it is the last one: frames that were swapped, dropped or cut off do not open.
 *
 * File: `LPF1 | length of key id (1) | key id | salt (32)`, then frames `ciphertext | tag (16)`.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { KeyRing } from '../domain/privacy/key-ring.ts'
import { FileCorrupt, FileKeyMissing } from './file-faults.ts'

const algorithm = 'aes-256-gcm'
const magic = Buffer.from('LPF1')
const saltBytes = 32
const frameBytes = 64 * 1024
const tagBytes = 16

export type Bytes = AsyncIterable<Uint8Array>

interface FileKey {
  readonly header: Buffer
  readonly key: Buffer
  readonly noncePrefix: Buffer
}

function fileKey(keyRing: KeyRing, keyId: string, salt: Buffer): FileKey {
  const master = keyRing.keys.get(keyId)
  if (master === undefined) throw new FileKeyMissing(`The key ${keyId} is not in the key ring.`)
  const derived = Buffer.from(hkdfSync('sha256', master, salt, 'lipei file', 32 + 7))
  const id = Buffer.from(keyId, 'utf8')
  return {
    header: Buffer.concat([magic, Buffer.from([id.length]), id, salt]),
    key: derived.subarray(0, 32),
    noncePrefix: derived.subarray(32),
  }
}

function nonceOf(file: FileKey, index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  file.noncePrefix.copy(nonce)
  nonce.writeUInt32BE(index, 7)
  nonce.writeUInt8(last ? 1 : 0, 11)
  return nonce
}

/** Cuts into pieces of exactly `size`; the last one may be shorter, and there always is one. */
async function* inPieces(source: Bytes, size: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    waiting.push(chunk)
    length += chunk.length
    if (length <= size) continue
    const joined = Buffer.concat(waiting)
    let start = 0
    // A full piece is held back until more comes: only the end of the source tells the last one.
    for (; joined.length - start > size; start += size) {
      yield { piece: joined.subarray(start, start + size), last: false }
    }
    waiting = [joined.subarray(start)]
    length = joined.length - start
  }
  yield { piece: Buffer.concat(waiting), last: true }
}

/** Encrypts with the current key of the ring. */
export async function* sealStream(keyRing: KeyRing, source: Bytes): AsyncGenerator<Buffer> {
  const file = fileKey(keyRing, keyRing.current, randomBytes(saltBytes))
  yield file.header
  let index = 0
  for await (const { piece, last } of inPieces(source, frameBytes)) {
    const cipher = createCipheriv(algorithm, file.key, nonceOf(file, index, last), {
      authTagLength: tagBytes,
    })
    cipher.setAAD(file.header)
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
    index += 1
  }
}

/** Not a read stream: that one closes the handle when its reader stops early. */
async function* readFrom(handle: FileHandle, start: number): AsyncGenerator<Buffer> {
  for (let position = start; ;) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(frameBytes), { position })
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}

async function readHeader(handle: FileHandle): Promise<{ keyId: string; salt: Buffer; length: number }> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length + 1 + 255 + saltBytes), {
    position: 0,
  })
  const start = buffer.subarray(0, bytesRead)
  const idStart = magic.length + 1
  const idLength = start.length < idStart ? 0 : start.readUInt8(magic.length)
  const length = idStart + idLength + saltBytes
  if (!start.subarray(0, magic.length).equals(magic) || idLength === 0 || start.length < length) {
    throw new FileCorrupt('The file has no readable header.')
  }
  return {
    keyId: start.toString('utf8', idStart, idStart + idLength),
    salt: start.subarray(idStart + idLength, length),
    length,
  }
}

/** The id of the key with which the file was encrypted. */
export async function keyIdOf(handle: FileHandle): Promise<string> {
  return (await readHeader(handle)).keyId
}

/** Decrypts an open file from its start and leaves it open. Throws `FileCorrupt` or `FileKeyMissing`. */
export async function* unsealStream(keyRing: KeyRing, handle: FileHandle): AsyncGenerator<Buffer> {
  const { keyId, salt, length } = await readHeader(handle)
  const file = fileKey(keyRing, keyId, salt)
  const sealedBytes = frameBytes + tagBytes
  let index = 0
  for await (const { piece, last } of inPieces(readFrom(handle, length), sealedBytes)) {
    yield openFrame(file, piece, index, last)
    index += 1
  }
}

function openFrame(file: FileKey, piece: Buffer, index: number, last: boolean): Buffer {
  if (piece.length < tagBytes) throw new FileCorrupt('The file ends within a frame.')
  const decipher = createDecipheriv(algorithm, file.key, nonceOf(file, index, last), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(file.header)
  decipher.setAuthTag(piece.subarray(piece.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, piece.length - tagBytes)), decipher.final()])
  } catch {
    throw new FileCorrupt(`Frame ${index} of the file does not open.`)
  }
}
