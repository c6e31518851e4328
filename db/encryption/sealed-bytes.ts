import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** The bytes were changed, cut, or sealed with another key or for another purpose. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

/**
 * AES-256-GCM as `iv (12) | tag (16) | ciphertext`. The random iv is safe up to 2^32
 * messages a key (NIST SP 800-38D, 8.3): keys are derived for a field, or rotated.
 */
export function seal(key: Uint8Array, plaintext: Uint8Array, authenticated: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(authenticated, 'utf8'))
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), ciphertext])
}

/** Opens what `seal` wrote, or throws `SealBroken`, which never carries any of the content. */
export function unseal(key: Uint8Array, sealed: Uint8Array, authenticated: string): Buffer {
  if (sealed.length < ivBytes + tagBytes) throw new SealBroken('The sealed value is too short.')
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(authenticated, 'utf8'))
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()])
  } catch {
    throw new SealBroken('The sealed value does not open with this key for this purpose.')
  }
}
