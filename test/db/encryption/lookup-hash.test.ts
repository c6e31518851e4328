import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLookupHash } from '../../../db/encryption/lookup-hash.ts'
import { publicTestLookupKey } from '../../support/public-test-keys.ts'

const lookupHash = createLookupHash(publicTestLookupKey)

describe('look-up hash', () => {
  it.each([
    [
      'phone',
      '13800138000',
      ['138 0013 8000', '+86 138-0013-8000', '0086138 00138000', '１３８００１３８０００'],
    ],
    ['identityNumber', '11010119900307451X', ['11010119900307451x', ' 110101 19900307 451Ｘ ']],
    ['plate', '京A12345', ['京a·12345', '京A 12345', '京Ａ•12345', '京a-12345']],
    ['account', '6222020200112233445', ['6222 0202 0011 2233 445']],
  ] as const)('finds a %s however it was typed', (kind, value, spellings) => {
    for (const spelling of spellings) expect(lookupHash(kind, spelling)).toBe(lookupHash(kind, value))
  })

  it('keeps different numbers and different kinds apart', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1\d{10}$/), fc.stringMatching(/^1\d{10}$/), (one, other) => {
        expect(lookupHash('phone', one) === lookupHash('phone', other)).toBe(one === other)
        expect(lookupHash('account', one)).not.toBe(lookupHash('phone', one))
      }),
    )
  })

  it('keeps the 86 of a number that is not a mobile number with country code', () => {
    expect(lookupHash('phone', '8613001')).not.toBe(lookupHash('phone', '13001'))
    expect(lookupHash('account', '8613800138000')).not.toBe(lookupHash('account', '13800138000'))
  })

  it('cannot be computed without the key', () => {
    const other = createLookupHash(Buffer.alloc(32, 7))
    expect(other('phone', '13800138000')).not.toBe(lookupHash('phone', '13800138000'))
    expect(() => createLookupHash(Buffer.alloc(16))).toThrow(RangeError)
  })

  it('refuses a value without letters and digits, because all of those would be equal', () => {
    expect(() => lookupHash('plate', ' ·-')).toThrow(RangeError)
  })
})
