import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileCorrupt, FileKeyMissing, FileMissing, FileTooLarge } from '../../files/file-faults.ts'
import { createFileStore } from '../../files/store.ts'
import { publicTestKeys, rotatedTestKeys, withdrawnTestKeys } from '../support/public-test-keys.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lipei-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const store = () => createFileStore(folder, publicTestKeys)
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function hashes(): Promise<string[]> {
  const found: string[] = []
  for await (const file of store().list()) found.push(file.hash)
  return found
}

describe('file store', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_003])(
    'gives back a file of %i bytes, as a whole and as a stream, under the SHA-256 of its content',
    async (length) => {
      const bytes = randomBytes(length)
      const stored = await store().put(Readable.from(chunksOf(bytes)))
      expect(stored).toEqual({ hash: sha256(bytes), size: length })
      expect((await store().read(stored.hash)).equals(bytes)).toBe(true)
      expect((await collect(await store().open(stored.hash))).equals(bytes)).toBe(true)
    },
  )

  it('keeps no readable byte of the content on the disk, and lets only its owner read the file', async () => {
    const canary = '王小明 110101199003074514'
    const { hash } = await store().put(Buffer.from(canary.repeat(10_000)))
    const onDisk = await readFile(pathOf(hash))
    expect(onDisk.includes(Buffer.from('110101199003074514'))).toBe(false)
    expect((await stat(pathOf(hash))).mode & 0o777).toBe(0o600)
  })

  it('stores the same bytes once, even when twenty put them at the same time', async () => {
    const bytes = randomBytes(200_000)
    const stored = await Promise.all(Array.from({ length: 20 }, () => store().put(bytes)))
    expect(new Set(stored.map(({ hash }) => hash)).size).toBe(1)
    expect(await hashes()).toEqual([sha256(bytes)])
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
    expect((await store().read(sha256(bytes))).equals(bytes)).toBe(true)
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'stores nothing of an upload that is cut after %i tenths',
    async (tenths) => {
      const bytes = randomBytes(300_000)
      async function* cut() {
        yield bytes.subarray(0, tenths * 30_000)
        throw new Error('the connection was lost')
      }
      await expect(store().put(cut())).rejects.toThrow('the connection was lost')
      expect(await hashes()).toEqual([])
      expect(await readdir(join(folder, 'incoming'))).toEqual([])
    },
  )

  it('stops reading an upload that is larger than allowed and stores nothing of it', async () => {
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 1000
        yield Buffer.alloc(1000)
      }
    }
    await expect(store().put(endless(), 100_000)).rejects.toThrow(FileTooLarge)
    expect(sent).toBeLessThan(102_000)
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
    await expect(store().put(Buffer.alloc(100_000), 100_000)).resolves.toMatchObject({ size: 100_000 })
  })

  it.skipIf(process.platform === 'win32')(
    'says that the disk is full, removes the part and stores the next file',
    async () => {
      const module = new URL('../../files/store.ts', import.meta.url).href
      const keys = new URL('../support/public-test-keys.ts', import.meta.url).href
      const script = `
      const { createFileStore } = await import('${module}')
      const { publicTestKeys } = await import('${keys}')
      const store = createFileStore(process.argv[1], publicTestKeys)
      const fault = await store.put(Buffer.alloc(1_000_000)).catch((error) => error.name)
      const small = await store.put(Buffer.alloc(1000))
      process.stdout.write(JSON.stringify({ fault, size: small.size }))`
      // The limit of file size stands for a full disk: the write fails in the middle in the same way.
      const limited = [
        '-c',
        'ulimit -f 128; exec "$@"',
        'sh',
        process.execPath,
        '--input-type=module',
        '-e',
        script,
        folder,
      ]
      const { stdout } = await promisify(execFile)('sh', limited)
      expect(JSON.parse(stdout)).toEqual({ fault: 'FileStoreFull', size: 1000 })
      expect(await readdir(join(folder, 'incoming'))).toEqual([])
    },
  )

  it('never makes a path of anything but a hash', async () => {
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      await expect(store().read(name)).rejects.toThrow(RangeError)
      await expect(store().remove(name)).rejects.toThrow(RangeError)
    }
    await expect(store().read('0'.repeat(64))).rejects.toThrow(FileMissing)
    expect(await store().has('0'.repeat(64))).toBe(false)
  })

  it('does not remove a file that was put again since the sweep looked at it', async () => {
    const { hash } = await store().put(Buffer.from('photograph'))
    const anHourAgo = Date.now() - 3_600_000
    expect(await store().remove(hash, anHourAgo)).toBe(false)
    await utimes(pathOf(hash), anHourAgo / 1000 - 1, anHourAgo / 1000 - 1)
    await store().put(Buffer.from('photograph'))
    expect(await store().remove(hash, anHourAgo)).toBe(false)
    await utimes(pathOf(hash), anHourAgo / 1000 - 1, anHourAgo / 1000 - 1)
    expect(await store().remove(hash, anHourAgo)).toBe(true)
    expect(await store().has(hash)).toBe(false)
    expect(await store().remove(hash)).toBe(false)
  })

  it('removes what a process left behind that died in an upload, and nothing younger', async () => {
    await store().put(Buffer.from('photograph'))
    await writeFile(join(folder, 'incoming', 'left'), 'half')
    const now = Date.now()
    expect(await store().removeAbandoned(now - 60_000)).toBe(0)
    expect(await store().removeAbandoned(now + 60_000)).toBe(1)
    expect(await hashes()).toHaveLength(1)
  })
})

describe('a damaged file', () => {
  it.each(['read', 'open'] as const)('is not served by %s but moved to quarantine', async (way) => {
    const bytes = randomBytes(200_000)
    const { hash } = await store().put(bytes)
    const damaged = await readFile(pathOf(hash))
    damaged.writeUInt8(damaged.readUInt8(150_000) ^ 1, 150_000)
    await writeFile(pathOf(hash), damaged)
    await expect(store()[way](hash)).rejects.toThrow(FileCorrupt)
    await expect(store()[way](hash)).rejects.toThrow(FileMissing)
    const [kept] = await readdir(join(folder, 'quarantine'))
    expect(kept).toContain(hash)
    await store().put(bytes)
    expect((await store().read(hash)).equals(bytes)).toBe(true)
  })

  it('is recognised when it is another file of the store, correctly encrypted', async () => {
    const [one, other] = [await store().put(Buffer.from('one')), await store().put(Buffer.from('other'))]
    await writeFile(pathOf(one.hash), await readFile(pathOf(other.hash)))
    await expect(store().read(one.hash)).rejects.toThrow(FileCorrupt)
    await expect(store().read(other.hash)).resolves.toEqual(Buffer.from('other'))
  })

  it('is repaired by putting the same bytes again', async () => {
    const { hash } = await store().put(Buffer.from('photograph'))
    await writeFile(pathOf(hash), 'rubbish')
    await store().put(Buffer.from('photograph'))
    expect((await store().read(hash)).toString()).toBe('photograph')
  })
})

describe('key rotation of files', () => {
  it('reads old files, renews them once and then does without the old key', async () => {
    const bytes = randomBytes(100_000)
    const { hash } = await store().put(bytes)
    const rotated = createFileStore(folder, rotatedTestKeys)
    const withdrawn = createFileStore(folder, withdrawnTestKeys)
    await expect(withdrawn.read(hash)).rejects.toThrow(FileKeyMissing)
    expect((await rotated.read(hash)).equals(bytes)).toBe(true)
    expect(await rotated.renew(hash)).toBe(true)
    expect(await rotated.renew(hash)).toBe(false)
    expect((await withdrawn.read(hash)).equals(bytes)).toBe(true)
  })

  it('does not spread a damaged file', async () => {
    const { hash } = await store().put(randomBytes(100_000))
    const damaged = await readFile(pathOf(hash))
    await writeFile(pathOf(hash), damaged.subarray(0, 80_000))
    await expect(createFileStore(folder, rotatedTestKeys).renew(hash)).rejects.toThrow(FileCorrupt)
    expect(await hashes()).toEqual([])
  })
})

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += 7919) yield bytes.subarray(start, start + 7919)
}
