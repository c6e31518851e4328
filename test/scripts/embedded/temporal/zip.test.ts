import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unzipOne } from '../../../../scripts/embedded/temporal/zip.ts'

/** A zip archive by hand: local entries, the central directory, its end. */
export function zip(files: Readonly<Record<string, Buffer>>, deflated = true): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [path, bytes] of Object.entries(files)) {
    const name = Buffer.from(path)
    const packed = deflated ? deflateRawSync(bytes) : bytes
    const shared = Buffer.alloc(22)
    shared.writeUInt16LE(deflated ? 8 : 0, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(name.length)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, lengths, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, lengths, rest, name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

describe('one file out of a zip archive', () => {
  const files = { 'a/first': Buffer.from('first'), 'a/second': Buffer.from('第二'.repeat(500)) }

  it.each([true, false])('comes out as it went in (deflated: %s)', (deflated) => {
    expect(unzipOne(zip(files, deflated), (name) => name.endsWith('second'))).toEqual(files['a/second'])
  })

  it('is asked for by a name that must be there', () => {
    expect(() => unzipOne(zip(files), () => false)).toThrow(/does not hold/)
  })

  it('cannot be had from what is no archive', () => {
    expect(() => unzipOne(Buffer.from('<html>'), () => true)).toThrow(/not a zip archive/)
  })
})
