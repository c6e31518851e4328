/** What child and parent exchange over pipes: each part with its length in front, so that a cut answer is noticed. */

export function frame(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(part.length)
      return [length, part]
    }),
  )
}

/** Undefined when the bytes are not exactly so many parts. */
export function unframe(bytes: Buffer, count: number): readonly Buffer[] | undefined {
  const parts: Buffer[] = []
  let at = 0
  while (parts.length < count) {
    if (at + 4 > bytes.length) return undefined
    const length = bytes.readUInt32BE(at)
    at += 4
    if (at + length > bytes.length) return undefined
    parts.push(bytes.subarray(at, at + length))
    at += length
  }
  return at === bytes.length ? parts : undefined
}

export async function readAll(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
