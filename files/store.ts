/**
 * Uploaded files, addressed by the SHA-256 of their content: a photograph that is
 * evidence cannot be replaced unnoticed, and two uploads of the same bytes are one
 * file. Encrypted at rest. Names and claims lie in the database; a key here is a hash.
 *
 * Plain `node:fs`: a storage abstraction would hide fsync and the atomic rename, on
 * which "stored" rests. An object store can implement the same interface.
 */
import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { KeyRing } from '../domain/privacy/key-ring.ts'
import type { Instant } from '../domain/time/instant.ts'
import { FileCorrupt, FileMissing, FileStoreFull, FileTooLarge } from './file-faults.ts'
import { type Bytes, keyIdOf, sealStream, unsealStream } from './sealed-stream.ts'

export const largestFileBytes = 20 * 1024 * 1024

export interface StoredFile {
  /** SHA-256 of the content in lower-case hexadecimal. */
  readonly hash: string
  /** Bytes of the content, before encryption. */
  readonly size: number
}

export interface FileStore {
  /**
   * Returns when the file is durable. Putting the same bytes again renews its age and
   * repairs a damaged copy. A source that fails leaves nothing behind.
   * Throws `FileTooLarge` above `maximumBytes` (20 MB) and `FileStoreFull`.
   */
  put(source: Bytes | Uint8Array, maximumBytes?: number): Promise<StoredFile>
  /** The whole content, verified. Throws `FileMissing`, `FileCorrupt`, `FileKeyMissing`. */
  read(hash: string): Promise<Buffer>
  /** Verified completely before the first byte comes out; consume or destroy it. Throws as `read`. */
  open(hash: string): Promise<Readable>
  has(hash: string): Promise<boolean>
  /** Every file with the time of its latest put, for finding those that no row refers to. */
  list(): AsyncIterable<{ readonly hash: string; readonly storedAt: Instant }>
  /** Removes a file, unless it was put again at or after `unlessStoredSince`. Says whether it was removed. */
  remove(hash: string, unlessStoredSince?: Instant): Promise<boolean>
  /** The id of the key that it is encrypted with. Throws `FileMissing` or `FileCorrupt`. */
  keyOf(hash: string): Promise<string>
  /** Encrypts with the current key what still has an older one. Says whether it was rewritten. */
  renew(hash: string): Promise<boolean>
  /** Removes what uploads left behind whose process died before `startedBefore`. Returns how many. */
  removeAbandoned(startedBefore: Instant): Promise<number>
}

const hashForm = /^[0-9a-f]{64}$/
const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

class Content {
  readonly #hash = createHash('sha256')
  size = 0

  /** Passes the source through while measuring it. */
  async *of(source: Bytes, maximumBytes = Infinity): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.size += chunk.length
      if (this.size > maximumBytes) throw new FileTooLarge(`The file has more than ${maximumBytes} bytes.`)
      this.#hash.update(chunk)
      yield chunk
    }
  }

  finish(): StoredFile {
    return { hash: this.#hash.digest('hex'), size: this.size }
  }
}

/** A file that was renamed is durable only when the folder that names it is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

class LocalFileStore implements FileStore {
  readonly #folder: string
  readonly #keyRing: KeyRing

  constructor(folder: string, keyRing: KeyRing) {
    this.#folder = folder
    this.#keyRing = keyRing
  }

  async put(source: Bytes | Uint8Array, maximumBytes = largestFileBytes): Promise<StoredFile> {
    const incoming = join(this.#folder, 'incoming')
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    const temporary = join(incoming, randomBytes(16).toString('hex'))
    const content = new Content()
    const bytes = content.of(source instanceof Uint8Array ? single(source) : source, maximumBytes)
    try {
      const handle = await open(temporary, 'wx', 0o600)
      try {
        await handle.writeFile(sealStream(this.#keyRing, bytes))
        await handle.sync()
      } finally {
        await handle.close()
      }
      const stored = content.finish()
      await this.#publish(temporary, stored.hash)
      return stored
    } catch (error) {
      if (fullDisk.has(String(errorCode(error)))) throw new FileStoreFull('There is no space for the file.')
      throw error
    } finally {
      await rm(temporary, { force: true })
    }
  }

  /** Replaces a file of the same name: it has the same content, and a damaged one is repaired. */
  async #publish(temporary: string, hash: string): Promise<void> {
    const path = this.#path(hash)
    const folder = dirname(path)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await rename(temporary, path)
    for (const named of [folder, dirname(folder), this.#folder]) await syncFolder(named)
  }

  async read(hash: string): Promise<Buffer> {
    const handle = await this.#openHandle(hash)
    try {
      const pieces: Uint8Array[] = []
      for await (const piece of this.#verified(hash, handle)) pieces.push(piece)
      return Buffer.concat(pieces)
    } finally {
      await handle.close()
    }
  }

  async open(hash: string): Promise<Readable> {
    const handle = await this.#openHandle(hash)
    try {
      const check = this.#verified(hash, handle)
      while ((await check.next()).done !== true) continue
      const stream = Readable.from(unsealStream(this.#keyRing, handle), { objectMode: false })
      return stream.once('close', () => void handle.close())
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async has(hash: string): Promise<boolean> {
    return (await this.#statusOf(this.#path(hash))) !== undefined
  }

  async *list(): AsyncGenerator<{ hash: string; storedAt: Instant }> {
    for (const first of await readdir(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(first)) continue
      for (const second of await readdir(join(this.#folder, first))) {
        for (const hash of await readdir(join(this.#folder, first, second))) {
          const status = hashForm.test(hash) ? await this.#statusOf(this.#path(hash)) : undefined
          if (status !== undefined) yield { hash, storedAt: status.mtimeMs }
        }
      }
    }
  }

  async remove(hash: string, unlessStoredSince = Infinity): Promise<boolean> {
    const path = this.#path(hash)
    const status = await this.#statusOf(path)
    if (status === undefined || status.mtimeMs >= unlessStoredSince) return false
    await rm(path, { force: true })
    await syncFolder(dirname(path))
    return true
  }

  async keyOf(hash: string): Promise<string> {
    const handle = await this.#openHandle(hash)
    try {
      return await keyIdOf(handle)
    } finally {
      await handle.close()
    }
  }

  async renew(hash: string): Promise<boolean> {
    const handle = await this.#openHandle(hash)
    try {
      if ((await keyIdOf(handle)) === this.#keyRing.current) return false
      await this.put(this.#verified(hash, handle), Infinity)
      return true
    } finally {
      await handle.close()
    }
  }

  async removeAbandoned(startedBefore: Instant): Promise<number> {
    const incoming = join(this.#folder, 'incoming')
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    let removed = 0
    for (const name of await readdir(incoming)) {
      const status = await this.#statusOf(join(incoming, name))
      if (status === undefined || status.mtimeMs >= startedBefore) continue
      await rm(join(incoming, name), { force: true })
      removed += 1
    }
    return removed
  }

  /** Only a hash ever becomes a path. */
  #path(hash: string): string {
    if (!hashForm.test(hash)) throw new RangeError('A file is named by 64 lower-case hexadecimal digits.')
    return join(this.#folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  }

  async #statusOf(path: string) {
    try {
      return await stat(path)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  }

  async #openHandle(hash: string): Promise<FileHandle> {
    try {
      return await open(this.#path(hash), 'r')
    } catch (error) {
      if (errorCode(error) === 'ENOENT') throw new FileMissing('There is no such file.', hash)
      throw error
    }
  }

  /** The content; what does not open or has another hash goes to quarantine. */
  async *#verified(hash: string, handle: FileHandle): AsyncGenerator<Uint8Array> {
    const content = new Content()
    try {
      yield* content.of(unsealStream(this.#keyRing, handle))
      if (content.finish().hash !== hash) throw new FileCorrupt('The content has another hash.')
    } catch (error) {
      if (!(error instanceof FileCorrupt)) throw error
      await this.#quarantine(hash, handle)
      throw new FileCorrupt(error.message, hash)
    }
  }

  async #quarantine(hash: string, handle: FileHandle): Promise<void> {
    const folder = join(this.#folder, 'quarantine')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const [damaged, present] = [await handle.stat(), await this.#statusOf(this.#path(hash))]
    // A put may have repaired the file meanwhile, or another reader was first.
    if (present === undefined || present.ino !== damaged.ino) return
    await rename(this.#path(hash), join(folder, `${hash}-${randomBytes(4).toString('hex')}`))
  }
}

/** A store in a folder of its own; the folder is made with the first file. */
export function createFileStore(folder: string, keyRing: KeyRing): FileStore {
  return new LocalFileStore(folder, keyRing)
}
