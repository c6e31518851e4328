import { describe, expect, it } from 'vitest'
import { keyedHash, newToken, sameSecret, tokenHash } from '../../../db/identity/tokens.ts'

describe('a token', () => {
  it('has 256 bits and is never the same twice', () => {
    const tokens = Array.from({ length: 100 }, newToken)
    expect(new Set(tokens).size).toBe(100)
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  })

  it('is stored as its SHA-256', () => {
    // The digest of "abc", FIPS 180-2, appendix B.1.
    expect(tokenHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('a keyed hash', () => {
  it('differs with key, purpose and value', () => {
    const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    const hashes = [
      keyedHash(one, 'code', '123456'),
      keyedHash(other, 'code', '123456'),
      keyedHash(one, 'csrf', '123456'),
      keyedHash(one, 'code', '123457'),
    ]
    expect(new Set(hashes).size).toBe(4)
    expect(keyedHash(one, 'code', '123456')).toBe(hashes[0])
  })
})

describe('comparing secrets', () => {
  it('is true for the same text only, whatever the lengths', () => {
    expect(sameSecret('abc', 'abc')).toBe(true)
    for (const other of ['', 'ab', 'abd', 'abcd', 'ABC']) expect(sameSecret('abc', other)).toBe(false)
  })
})
