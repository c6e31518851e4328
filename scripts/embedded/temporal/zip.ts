import { inflateRawSync } from 'node:zlib'

/**
 * One file out of a zip archive in memory, found by its name in the central
 * directory. Python wheels are such archives; unzip is not on every machine.
 */
export function unzipOne(archive: Buffer, wanted: (name: string) => boolean): Buffer {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('This is not a zip archive.')
  const entries = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  for (let entry = 0; entry < entries; entry += 1) {
    const method = archive.readUInt16LE(at + 10)
    const compressed = archive.readUInt32LE(at + 20)
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    if (wanted(name)) {
      const local = archive.readUInt32LE(at + 42)
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      const bytes = archive.subarray(start, start + compressed)
      return method === 0 ? Buffer.from(bytes) : inflateRawSync(bytes)
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  throw new Error('The archive does not hold the file that was asked for.')
}
