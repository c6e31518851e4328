import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldContext } from '../../db/encryption/field-cipher.ts'
import { readDocuments } from '../../db/reads/claim-papers.ts'
import { openMeasures } from '../../db/documents/follow-document.ts'
import { documents } from '../../db/schema/index.ts'
import { createFileStore, type FileStore } from '../../files/store.ts'
import { drawCopies } from '../../jobs/documents.ts'
import { drawInChild } from '../../jobs/documents/draw-in-child.ts'
import { frame, unframe } from '../../jobs/documents/frames.ts'
import { publicTestKeys } from '../support/public-test-keys.ts'
import { NoticeWorld } from './notice-world.ts'

let notices: NoticeWorld
let files: FileStore
let folder: string
let claimId: string
let photograph: Buffer

beforeAll(async () => {
  notices = await NoticeWorld.create()
  folder = await mkdtemp(join(tmpdir(), 'lipei-files-'))
  files = createFileStore(join(folder, 'files'), publicTestKeys)
  claimId = (await notices.report()).claimId
  photograph = await sharp({
    create: {
      width: 3000,
      height: 2000,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Camera' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 14/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 29/1 0/1',
      },
    })
    .toBuffer()
})

afterAll(async () => {
  await notices.close()
  await rm(folder, { recursive: true, force: true })
})

async function stored(bytes: Buffer, mediaType = 'image/jpeg'): Promise<string> {
  const { hash: contentHash } = await files.put(bytes)
  return registered(contentHash, mediaType)
}

async function registered(contentHash: string, mediaType = 'image/jpeg'): Promise<string> {
  const id = randomUUID()
  await notices.world.database.insert(documents).values({
    id,
    claimId,
    itemCode: 'photographs',
    contentHash,
    mediaType,
    size: 10,
    nameEncrypted: notices.world.cipher.encrypt('x', fieldContext('claim', claimId, `document.${id}`)),
    channel: 'upload',
    receivedAt: Date.now(),
    state: 'stored',
  })
  return id
}

async function row(id: string) {
  const [found] = await notices.world.database.select().from(documents).where(eq(documents.id, id))
  if (found === undefined) throw new Error(`There is no document ${id}.`)
  const measures =
    found.measuresEncrypted === null
      ? null
      : openMeasures(notices.world.cipher, found, found.measuresEncrypted)
  return { ...found, measures }
}

const dependencies = (limits = {}) => {
  const { database, cipher } = notices.world
  return { database, cipher, files, limits }
}
const draw = (documentId: string, count = 0, limits = {}, runnerDied = false) =>
  drawCopies(dependencies(limits), { documentId }, { count, runnerDied })

/** A program in place of the one that draws. */
async function program(name: string, text: string): Promise<string> {
  const path = join(folder, `${name}.mjs`)
  await writeFile(path, text)
  return path
}

describe('a photograph', () => {
  it('gets the copies that people see, without the place that the original tells', async () => {
    const id = await stored(photograph)
    await draw(id)
    const { state, viewHash, thumbnailHash, perceptualHash, measures, measuresEncrypted } = await row(id)
    expect(state).toBe('ready')
    expect(perceptualHash).toMatch(/^[0-9a-f]{16}$/)
    expect(measures).toMatchObject({
      sharpness: expect.any(Number) as number,
      luminance: expect.any(Number) as number,
      evidence: { camera: { make: 'Camera' }, position: { latitude: expect.closeTo(31.233, 2) as number } },
    })
    expect(measuresEncrypted).not.toContain('Camera')
    const [view, thumbnail] = [await files.read(viewHash ?? ''), await files.read(thumbnailHash ?? '')]
    expect(await sharp(view).metadata()).toMatchObject({ format: 'jpeg', width: 2048 })
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 320 })
    expect((await sharp(view).metadata()).exif).toBeUndefined()
  })

  it('is worked on once, whether its job runs twice or at the same time', async () => {
    const id = await stored(photograph)
    await Promise.all([draw(id), draw(id)])
    const first = await row(id)
    await draw(id)
    expect(await row(id)).toEqual(first)
    expect(first.state).toBe('ready')
  })

  it('that cannot be decoded fails at once, with the reason beside it', async () => {
    const id = await stored(Buffer.concat([photograph.subarray(0, 2000), Buffer.alloc(200)]))
    await draw(id)
    expect(await row(id)).toMatchObject({
      state: 'failed',
      measures: { failure: 'undecodable' },
      viewHash: null,
    })
    const { database, cipher } = notices.world
    const shown = await readDocuments(database, cipher, claimId)
    expect(shown.find(({ documentId }) => documentId === id)).toMatchObject({
      failure: { code: 'undecodable', text: { en: 'The picture cannot be opened; please send another.' } },
    })
  })

  it('that is not in the store, or is damaged there, fails at once', async () => {
    const id = await registered('b'.repeat(64))
    await draw(id)
    expect(await row(id)).toMatchObject({ state: 'failed', measures: { failure: 'FileMissing' } })
  })

  it('in whose work runner after runner has died is given up; other failures of its tries do not count', async () => {
    const [third, fourth, unlucky] = [
      await stored(photograph),
      await stored(photograph),
      await stored(photograph),
    ]
    await draw(third, 2, {}, true)
    await draw(fourth, 3, {}, true)
    await draw(unlucky, 3, {}, false)
    expect(await row(fourth)).toMatchObject({ state: 'failed', measures: { failure: 'runnerDied' } })
    expect([(await row(third)).state, (await row(unlucky)).state]).toEqual(['ready', 'ready'])
  })

  it('in a PDF is a paper, and ready as it is', async () => {
    const id = await stored(Buffer.from('%PDF-1.7'), 'application/pdf')
    await draw(id)
    expect(await row(id)).toMatchObject({ state: 'ready', viewHash: null })
  })
})

describe('a child that draws', () => {
  it('and hangs is killed within its limit and two seconds; the photograph fails with the third try', async () => {
    const hanging = await program('hanging', 'process.stdin.resume(); for (;;) {}')
    const id = await stored(photograph)
    const limits = { program: hanging, withinMs: 500 }
    const began = performance.now()
    await expect(draw(id, 0, limits)).rejects.toThrow('tookTooLong')
    expect(performance.now() - began).toBeLessThan(2500)
    expect((await row(id)).state).toBe('stored')
    await expect(draw(id, 1, limits)).rejects.toThrow('tookTooLong')
    await draw(id, 2, limits)
    expect(await row(id)).toMatchObject({ state: 'failed', measures: { failure: 'tookTooLong' } })
  })

  it('and fills its heap, or takes memory beside it, ends; ours goes on', async () => {
    const heap = await program('heap', 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length))')
    expect(await drawInChild(photograph, { program: heap, withinMs: 20_000 })).toEqual({
      outcome: 'childDied',
    })
    expect(await drawInChild(photograph, { memoryMegabytes: 20 })).toEqual({ outcome: 'tookTooMuchMemory' })
  })

  it('and dies in the middle of its answer has drawn nothing', async () => {
    const cut = await program(
      'cut',
      'process.stdin.resume(); process.stdout.write(Buffer.from([0, 0, 1, 0, 1]))',
    )
    expect(await drawInChild(photograph, { program: cut })).toEqual({ outcome: 'childDied' })
    const dead = await program('dead', 'process.kill(process.pid, "SIGKILL")')
    expect(await drawInChild(photograph, { program: dead })).toEqual({ outcome: 'childDied' })
    const absent = join(folder, 'absent.mjs')
    expect(await drawInChild(photograph, { program: absent })).toEqual({ outcome: 'childDied' })
  })

  it('is told nothing of our environment but where compiled modules are kept', async () => {
    const telling = await program(
      'telling',
      `process.stdin.resume().on('end', () => {
        const parts = [Buffer.from(JSON.stringify({ perceptualHash: 'x', measures: { names: Object.keys(process.env) } })), Buffer.from('v'), Buffer.from('t')]
        for (const part of parts) {
          const length = Buffer.alloc(4)
          length.writeUInt32BE(part.length)
          process.stdout.write(length)
          process.stdout.write(part)
        }
      })`,
    )
    const drawn = await drawInChild(photograph, { program: telling })
    expect(drawn).toMatchObject({ outcome: 'drawn', measures: { names: ['NODE_COMPILE_CACHE'] } })
  })
})

describe('what parent and child exchange', () => {
  it('comes apart as it was put together, and not at all when anything is missing or too much', () => {
    const parts = [Buffer.from('one'), Buffer.alloc(0), Buffer.from('three')]
    const whole = frame(...parts)
    expect(unframe(whole, 3)).toEqual(parts)
    for (let length = 0; length < whole.length; length += 1)
      expect(unframe(whole.subarray(0, length), 3)).toBeUndefined()
    expect(unframe(Buffer.concat([whole, Buffer.alloc(1)]), 3)).toBeUndefined()
  })
})
