import { createHmac } from 'node:crypto'

/** What may be searched for by equality although it is stored encrypted. */
export type LookupKind = 'phone' | 'identityNumber' | 'plate' | 'account'

/** Base64url of an HMAC, 43 characters. */
export type LookupHash = (kind: LookupKind, value: string) => string

/**
 * People type the same number in many ways: full-width digits, spaces, dashes, the
 * country code, the dot of a plate. What is equal to them must be equal to the index.
 */
function normalise(kind: LookupKind, value: string): string {
  const plain = value
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
  if (kind !== 'phone') return plain
  return plain.replace(/^(?:00)?86(?=1\d{10}$)/, '')
}

/**
 * Keyed hash for equality search of encrypted columns. It is keyed because there are
 * only 10^10 phone numbers: a plain hash of one is found by trying. Its key is apart
 * from the field keys and is never rotated with them, or nothing would be found again.
 * Throws a RangeError for a value without any letter or digit: all of those would be equal.
 */
export function createLookupHash(lookupKey: Buffer): LookupHash {
  if (lookupKey.length < 32) throw new RangeError('The look-up key has at least 32 bytes.')
  return (kind, value) => {
    const normalised = normalise(kind, value)
    if (normalised === '') throw new RangeError(`A ${kind} without letters and digits cannot be looked up.`)
    return createHmac('sha256', lookupKey).update(`${kind}\0${normalised}`).digest('base64url')
  }
}
