import { createHash } from 'node:crypto'
import { actorKey } from '../db/idempotency.ts'
import type { Sender } from '../db/commands.ts'

/**
 * An id that follows from sender and key, so that a repeated request names the same thing: the first 16 bytes of a
 * SHA-256 in the form of a UUID, version 8 (RFC 9562: made by a rule of one's own).
 */
export function idFromKey(sender: Sender, key: string, purpose: string): string {
  const bytes = createHash('sha256')
    .update(`${purpose}\0${actorKey(sender)}\0${key}`)
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
