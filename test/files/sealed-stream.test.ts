import { randomBytes } from 'node:crypto'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FileCorrupt, FileKeyMissing } from '../../files/file-faults.ts'
import { sealStream, unsealStream } from '../../files/sealed-stream.ts'
import { publicTestKeys } from '../support/public-test-keys.ts'

const header = 4 + 1 + 'public-test-1'.length + 32
const frame = 65_536 + 16

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lipei-sealed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function* chunks(bytes: Buffer, size = 10_000) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

async function sealed(bytes: Buffer, size?: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of sealStream(publicTestKeys, chunks(bytes, size))) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function unsealed(file: Buffer): Promise<Buffer> {
  const path = join(folder, randomBytes(8).toString('hex'))
  await writeFile(path, file)
  const handle = await open(path, 'r')
  const pieces: Buffer[] = []
  try {
    for await (const piece of unsealStream(publicTestKeys, handle)) pieces.push(piece)
  } finally {
    await handle.close()
    await rm(path)
  }
  return Buffer.concat(pieces)
}

describe('sealed stream', () => {
  it('gives back every content in whatever chunks it came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(0, 65_536, 131_072), fc.nat(150_000)),
        fc.integer({ min: 500, max: 150_000 }),
        async (length, size) => {
          const bytes = randomBytes(length)
          const file = await sealed(bytes, size)
          expect(file.length).toBe(header + length + 16 * Math.max(1, Math.ceil(length / 65_536)))
          expect((await unsealed(file)).equals(bytes)).toBe(true)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('notices wherever the file was cut off, also between two frames', async () => {
    const file = await sealed(randomBytes(3 * 65_536))
    const cuts = [
      0,
      3,
      5,
      header - 1,
      header,
      header + 15,
      header + 16,
      header + frame,
      header + 2 * frame,
      file.length - 1,
    ]
    for (const length of cuts) await expect(unsealed(file.subarray(0, length))).rejects.toThrow(FileCorrupt)
  })

  it('notices frames that were swapped, dropped, repeated or appended', async () => {
    const file = await sealed(randomBytes(4 * 65_536))
    const start = file.subarray(0, header)
    const [a, b, c, d] = [0, 1, 2, 3].map((n) => file.subarray(header + n * frame, header + (n + 1) * frame))
    if (a === undefined || b === undefined || c === undefined || d === undefined)
      throw new Error('Four frames.')
    expect(await unsealed(Buffer.concat([start, a, b, c, d]))).toHaveLength(4 * 65_536)
    for (const order of [
      [b, a, c, d],
      [a, c, d],
      [b, c, d],
      [a, a, b, c, d],
      [a, b, c, d, d],
      [a, b, d, c],
      [d],
    ]) {
      await expect(unsealed(Buffer.concat([start, ...order]))).rejects.toThrow(FileCorrupt)
    }
    await expect(unsealed(Buffer.concat([file, Buffer.alloc(1)]))).rejects.toThrow(FileCorrupt)
  })

  it('notices a frame of another file', async () => {
    const [one, other] = [await sealed(Buffer.alloc(100)), await sealed(Buffer.alloc(100))]
    const mixed = Buffer.concat([one.subarray(0, header), other.subarray(header)])
    await expect(unsealed(mixed)).rejects.toThrow(FileCorrupt)
  })

  it('notices every single flipped bit', async () => {
    const file = await sealed(randomBytes(40))
    for (let bit = 0; bit < file.length * 8; bit += 1) {
      const changed = Buffer.from(file)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      const fault = await unsealed(changed).catch((error: unknown) => error)
      // A bit in the key id, or in its length, may name a key that does not exist.
      const inKeyId = bit >> 3 >= 4 && bit >> 3 < header - 32
      expect(fault instanceof FileCorrupt || (inKeyId && fault instanceof FileKeyMissing)).toBe(true)
    }
  })
})
