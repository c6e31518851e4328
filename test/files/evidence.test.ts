import { describe, expect, it } from 'vitest'
import { readEvidence, takenAt } from '../../files/evidence.ts'
import { examineUpload } from '../../files/examine.ts'
import { photograph, picture, sampleExif } from './samples.ts'

const nothing = {
  taken: null,
  position: null,
  camera: { make: null, model: null, serialNumber: null, lens: null, software: null },
}

async function evidenceOf(bytes: Buffer) {
  const examined = await examineUpload(bytes, 'a')
  if (examined.kind !== 'image') throw new Error(`Expected an image, got ${examined.kind}.`)
  return examined
}

describe('evidence of a photograph', () => {
  it.each(['jpeg', 'webp', 'png'] as const)(
    'says when, where and with what a %s was taken',
    async (format) => {
      const bytes = await picture(64, 64).withExif(sampleExif).toFormat(format).toBuffer()
      const { evidence, takenAt: instant } = await evidenceOf(bytes)
      expect(evidence).toEqual({
        taken: { local: '2026-02-03T10:11:12', offset: '+08:00' },
        position: {
          latitude: -(31 + 12 / 60 + 30 / 3600),
          longitude: 121.5,
          altitude: 5,
          at: '2026-02-03T02:11:12Z',
        },
        camera: {
          make: 'HUAWEI',
          model: 'P60',
          serialNumber: 'SN-CANARY-77',
          lens: null,
          software: 'camera 1.0',
        },
      })
      expect(instant).toBe(Date.UTC(2026, 1, 3, 2, 11, 12))
      expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence)
    },
  )

  it('takes a time without offset as the time of the insurer, and none of an impossible date', () => {
    const at = (local: string, offset: string | null) => takenAt({ ...nothing, taken: { local, offset } })
    expect(at('2026-02-03T10:11:12', null)).toBe(Date.UTC(2026, 1, 3, 2, 11, 12))
    expect(at('2026-02-03T10:11:12', '-05:00')).toBe(Date.UTC(2026, 1, 3, 15, 11, 12))
    expect(at('0000-00-00T00:00:00', null)).toBeNull()
    expect(takenAt(nothing)).toBeNull()
  })

  it('is empty when there is no metadata or none that can be read', async () => {
    expect((await evidenceOf(await picture(64, 64).jpeg().toBuffer())).evidence).toEqual(nothing)
    for (const broken of [
      '',
      'Exif\0\0',
      'Exif\0\0II*\0\xff\xff\xff\xff',
      'Exif\0\0II*\0\x08\0\0\0\xff\xff',
      'rubbish',
    ]) {
      expect(await readEvidence(Buffer.from(broken, 'latin1'))).toEqual(nothing)
    }
  })

  it('does not fill the memory with thousands of entries that share one large value', async () => {
    const entries = 10_000
    const block = Buffer.alloc(250_000)
    block.write('II*\0\x08\0\0\0', 'latin1')
    block.writeUInt16LE(entries, 8)
    for (let entry = 0; entry < entries; entry += 1) {
      block.writeUInt16LE(0x4000 + entry, 10 + 12 * entry)
      block.writeUInt16LE(3, 12 + 12 * entry)
      block.writeUInt32LE(120_000, 14 + 12 * entry)
      block.writeUInt32LE(10, 18 + 12 * entry)
    }
    const [start, before] = [performance.now(), process.memoryUsage().rss]
    expect(await readEvidence(block)).toEqual(nothing)
    expect(performance.now() - start).toBeLessThan(1000)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })

  it('survives any damage to the metadata, and never grows with it', async () => {
    const bytes = await photograph(32, 32)
    const start = bytes.indexOf('Exif\0\0')
    const exif = bytes.subarray(start, start + bytes.readUInt16BE(start - 2) - 2)
    expect((await readEvidence(exif)).camera.make).toBe('HUAWEI')
    for (let index = 0; index < exif.length; index += 1) {
      const changed = Buffer.from(exif)
      changed.writeUInt8(255 - changed.readUInt8(index), index)
      expect(JSON.stringify(await readEvidence(changed)).length).toBeLessThan(1500)
    }
    expect(await readEvidence(Buffer.concat([exif, Buffer.alloc(256 * 1024)]))).toEqual(nothing)
  })
})
