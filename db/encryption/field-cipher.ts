/**
 * Personal data in the database is encrypted field by field (GB/T 35273-2020, 6.3:
 * sensitive personal information is stored encrypted). A stored value reads
 * `v1.<key id>.<base64url(iv | tag | ciphertext)>` and is bound to its context: moved
 * to another claim, person or column it does not open.
 */
import { createHmac } from 'node:crypto'
import type { KeyRing } from '../../domain/privacy/key-ring.ts'
import { createDerivedKeys } from './derived-keys.ts'
import { createLookupHash, type LookupHash } from './lookup-hash.ts'
import { SealBroken, seal, unseal } from './sealed-bytes.ts'

export interface FieldCipher {
  /** Encrypts with the current key. The same text gives another value each time. */
  encrypt(plaintext: string, context: string): string
  /** Throws `FieldKeyMissing` or `FieldDamaged`. */
  decrypt(stored: string, context: string): string
  encryptJson(value: unknown, context: string): string
  /** The caller checks the shape: what was written by an older version may differ. */
  decryptJson(stored: string, context: string): unknown
  /** Rewrites with the current key; a value that has it already is returned as it is. */
  rotate(stored: string, context: string): string
  /**
   * Keyed SHA-256 in hex, for records that outlive the data: a plain hash of a phone or a card number is found
   * again by trying them all.
   */
  digest(text: string): string
  /** For equality search of what is stored encrypted. */
  readonly lookupHash: LookupHash
}

/** The value was written with a key that is no longer in the ring. Not transient: the key must be brought back. */
export class FieldKeyMissing extends Error {
  override readonly name = 'FieldKeyMissing'
  readonly keyId: string

  constructor(keyId: string) {
    super(`The key ${keyId} is not in the key ring.`)
    this.keyId = keyId
  }
}

/** The value is not one of ours, was changed, or belongs to another context. */
export class FieldDamaged extends Error {
  override readonly name = 'FieldDamaged'

  constructor(reason: string) {
    super(`The encrypted field cannot be read: ${reason}.`)
  }
}

const version = 'v1'
const storedForm = /^v1\.([\w-]{1,64})\.([\w-]+)$/

/**
 * The context of one field of one row, for example `fieldContext('claim', id, 'reporter')`.
 * No part may contain the separator: two different fields never share a context.
 */
export function fieldContext(entity: string, id: string, field: string): string {
  const parts = [entity, id, field]
  if (parts.some((part) => part === '' || part.includes('/'))) {
    throw new RangeError('A field context consists of three parts without a slash.')
  }
  return parts.join('/')
}

export function createFieldCipher(keyRing: KeyRing, lookupKey: Buffer): FieldCipher {
  for (const id of keyRing.keys.keys()) {
    if (!/^[\w-]{1,64}$/.test(id))
      throw new RangeError(`The key id ${id} has characters other than A–Z a–z 0–9 _ -.`)
  }
  const derive = createDerivedKeys('lipei field')

  function keyFor(keyId: string, context: string): Buffer {
    const master = keyRing.keys.get(keyId)
    if (master === undefined) throw new FieldKeyMissing(keyId)
    return derive(keyId, master, context)
  }

  function encrypt(plaintext: string, context: string): string {
    const keyId = keyRing.current
    const authenticated = `${version}.${keyId}.${context}`
    const sealed = seal(keyFor(keyId, context), Buffer.from(plaintext, 'utf8'), authenticated)
    return `${version}.${keyId}.${sealed.toString('base64url')}`
  }

  function decrypt(stored: string, context: string): string {
    const [, keyId, encoded] = storedForm.exec(stored) ?? []
    if (keyId === undefined || encoded === undefined) throw new FieldDamaged('it has another form')
    const key = keyFor(keyId, context)
    try {
      return unseal(key, Buffer.from(encoded, 'base64url'), `${version}.${keyId}.${context}`).toString('utf8')
    } catch (error) {
      if (error instanceof SealBroken) throw new FieldDamaged('it was changed or belongs elsewhere')
      throw error
    }
  }

  return {
    encrypt,
    decrypt,
    encryptJson: (value, context) => {
      const text: string | undefined = JSON.stringify(value)
      if (text === undefined) throw new TypeError('undefined has no JSON form.')
      return encrypt(text, context)
    },
    decryptJson: (stored, context) => JSON.parse(decrypt(stored, context)) as unknown,
    rotate: (stored, context) =>
      stored.startsWith(`${version}.${keyRing.current}.`)
        ? stored
        : encrypt(decrypt(stored, context), context),
    digest: (text) => createHmac('sha256', lookupKey).update(`digest\0${text}`).digest('hex'),
    lookupHash: createLookupHash(lookupKey),
  }
}
