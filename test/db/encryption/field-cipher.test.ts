import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createFieldCipher,
  FieldDamaged,
  fieldContext,
  FieldKeyMissing,
} from '../../../db/encryption/field-cipher.ts'
import {
  publicTestKeys,
  publicTestLookupKey,
  rotatedTestKeys,
  withdrawnTestKeys,
} from '../../support/public-test-keys.ts'

const cipher = createFieldCipher(publicTestKeys, publicTestLookupKey)
const rotated = createFieldCipher(rotatedTestKeys, publicTestLookupKey)
const withdrawn = createFieldCipher(withdrawnTestKeys, publicTestLookupKey)
const phoneOf = (claim: string) => fieldContext('claim', claim, 'phone')

describe('field cipher', () => {
  it('gives back every text and every JSON value in its own context', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.jsonValue(), (text, value) => {
        expect(cipher.decrypt(cipher.encrypt(text, phoneOf('1')), phoneOf('1'))).toBe(text)
        const stored = cipher.encryptJson(value, phoneOf('1'))
        expect(cipher.decryptJson(stored, phoneOf('1'))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('writes one text value with version and key id, and never the same twice', () => {
    const stored = cipher.encrypt('13800138000', phoneOf('1'))
    expect(stored).toMatch(/^v1\.public-test-1\.[\w-]+$/)
    expect(stored).not.toContain('13800138000')
    expect(cipher.encrypt('13800138000', phoneOf('1'))).not.toBe(stored)
  })

  it('does not open a value that was moved to another claim, entity or field', () => {
    const stored = cipher.encrypt('13800138000', phoneOf('1'))
    for (const context of [
      phoneOf('2'),
      fieldContext('person', '1', 'phone'),
      fieldContext('claim', '1', 'account'),
    ]) {
      expect(() => cipher.decrypt(stored, context)).toThrow(FieldDamaged)
    }
  })

  it('refuses a value of which any one character was changed', () => {
    const stored = cipher.encrypt('李雷', phoneOf('1'))
    const start = stored.lastIndexOf('.') + 1
    for (let index = start; index < stored.length - 1; index += 1) {
      const other = stored[index] === 'A' ? 'B' : 'A'
      const changed = stored.slice(0, index) + other + stored.slice(index + 1)
      expect(() => cipher.decrypt(changed, phoneOf('1'))).toThrow(FieldDamaged)
    }
  })

  it.each(['', 'v1', 'v1..AAAA', 'v2.public-test-1.AAAA', 'v1.public-test-1.AAAA', '13800138000'])(
    'refuses %j, which is not one of its values, and does not repeat it in the message',
    (stored) => {
      expect(() => cipher.decrypt(stored, phoneOf('1'))).toThrow(FieldDamaged)
      expect(() => cipher.decrypt(stored, phoneOf('1'))).not.toThrow(/13800138000/)
    },
  )

  it('refuses a value relabelled with another key of the ring', () => {
    const stored = cipher.encrypt('李雷', phoneOf('1')).replace('public-test-1', 'public-test-2')
    expect(() => rotated.decrypt(stored, phoneOf('1'))).toThrow(FieldDamaged)
  })

  it('reads old values after a rotation and writes with the new key', () => {
    const old = cipher.encrypt('李雷', phoneOf('1'))
    expect(rotated.decrypt(old, phoneOf('1'))).toBe('李雷')
    expect(rotated.encrypt('李雷', phoneOf('1'))).toMatch(/^v1\.public-test-2\./)
  })

  it('rewrites an old value with the current key and leaves a current one alone', () => {
    const renewed = rotated.rotate(cipher.encrypt('李雷', phoneOf('1')), phoneOf('1'))
    expect(renewed).toMatch(/^v1\.public-test-2\./)
    expect(withdrawn.decrypt(renewed, phoneOf('1'))).toBe('李雷')
    expect(rotated.rotate(renewed, phoneOf('1'))).toBe(renewed)
  })

  it('names the missing key when a value was written with a withdrawn one', () => {
    const old = cipher.encrypt('李雷', phoneOf('1'))
    expect(() => withdrawn.decrypt(old, phoneOf('1'))).toThrow(FieldKeyMissing)
    expect(() => withdrawn.rotate(old, phoneOf('1'))).toThrow(/public-test-1/)
  })

  it('refuses contexts that could mean two fields, undefined as JSON and odd key ids', () => {
    expect(() => fieldContext('claim', '1/phone', 'x')).toThrow(RangeError)
    expect(() => fieldContext('claim', '', 'phone')).toThrow(RangeError)
    expect(() => cipher.encryptJson(undefined, phoneOf('1'))).toThrow(TypeError)
    const odd = { current: 'a.b', keys: new Map([['a.b', Buffer.alloc(32)]]) }
    expect(() => createFieldCipher(odd, publicTestLookupKey)).toThrow(RangeError)
  })
})
