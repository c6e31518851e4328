import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockTolerance,
  newNonce,
  signMessage,
  verifyMessage,
  type HeaderFields,
  type SignedSubject,
  type VerificationRules,
} from '../../bank/signature.ts'

const key = { id: 'lipei', secret: Buffer.from('0123456789abcdef0123456789abcdef') }
const timestamp = 1_764_000_000_000
const stamp = { timestamp, nonce: 'A'.repeat(22) }
const body = Buffer.from('{"ref":"A1"}')
const request: SignedSubject = { direction: 'request', method: 'POST', path: '/v1/payments' }
const response: SignedSubject = { direction: 'response', method: 'GET', path: '/v1/payments/A1', status: 200 }
const rules: VerificationRules = { keys: [key], now: timestamp }
const headers = signMessage(key, request, body, stamp)

const check = (changes: HeaderFields, changedRules: Partial<VerificationRules> = {}) =>
  verifyMessage({ ...headers, ...changes }, request, body, { ...rules, ...changedRules })

describe('the signature', () => {
  // Both values come from `openssl dgst -sha256 -hmac`, so that two sides with the same mistake are noticed.
  it('of a request is what the document says', () => {
    expect(headers['x-bank-signature']).toBe('bpj0OI0u67CK0Pd6hUWBqYIGZ2WiTtuMElrngIwzO9Y=')
  })

  it('of a response covers the status and the nonce of its request', () => {
    const signed = signMessage(key, response, body, stamp)
    expect(signed['x-bank-signature']).toBe('k1W6OMo5sQQUY0vk4HKE7I8NZusbVdnO6Adk6y40myU=')
  })

  it('is accepted by who has the key', () => {
    expect(check({})).toEqual({ valid: true, nonce: stamp.nonce, timestamp })
  })

  it('fits no other body, method, path or direction', () => {
    const others: readonly (readonly [SignedSubject, Uint8Array])[] = [
      [request, Buffer.from('{"ref":"A2"}')],
      [{ ...request, method: 'PUT' }, body],
      [{ ...request, path: '/v1/payments?again' }, body],
      [{ ...request, direction: 'callback' }, body],
      [{ ...request, direction: 'response', status: 200 }, body],
    ]
    for (const [subject, bytes] of others) {
      expect(verifyMessage(headers, subject, bytes, rules)).toEqual({ valid: false, fault: 'signatureWrong' })
    }
  })

  it('fits no body but its own, whatever the two are', () => {
    const bytes = fc.uint8Array({ maxLength: 200 })
    fc.assert(
      fc.property(bytes, bytes, (signedBody, sentBody) => {
        const signed = signMessage(key, request, signedBody, stamp)
        const same = Buffer.compare(signedBody, sentBody) === 0
        expect(verifyMessage(signed, request, sentBody, rules).valid).toBe(same)
      }),
    )
  })

  it('of one kept message does not pass with another time or nonce', () => {
    expect(check({ 'x-bank-timestamp': String(timestamp + 1) })).toMatchObject({ fault: 'signatureWrong' })
    expect(check({ 'x-bank-nonce': newNonce() })).toMatchObject({ fault: 'signatureWrong' })
  })

  it('of an unknown key, or of a key with another secret, is refused', () => {
    expect(check({}, { keys: [] })).toMatchObject({ fault: 'unknownKey' })
    expect(check({}, { keys: [{ id: 'lipei', secret: Buffer.alloc(32) }] })).toMatchObject({
      fault: 'signatureWrong',
    })
  })

  it('is accepted under the old and the new key while a key is replaced', () => {
    expect(check({}, { keys: [{ id: 'new', secret: Buffer.alloc(32, 1) }, key] }).valid).toBe(true)
  })
})

describe('the clock', () => {
  it.each([-clockTolerance, clockTolerance])('may differ by %d ms', (difference) => {
    expect(check({}, { now: timestamp + difference }).valid).toBe(true)
  })

  it.each([-clockTolerance - 1, clockTolerance + 1])('may not differ by %d ms', (difference) => {
    expect(check({}, { now: timestamp + difference })).toMatchObject({ fault: 'clockOutsideTolerance' })
  })
})

describe('damaged headers', () => {
  it.each(['x-bank-timestamp', 'x-bank-nonce', 'x-bank-signature'])(
    '%s missing or twice is refused',
    (name) => {
      const value = headers[name]
      expect(check({ [name]: undefined })).toMatchObject({ fault: 'headersMissing' })
      expect(check({ [name]: `${value}, ${value}` })).toMatchObject({ fault: 'headersMissing' })
      expect(check({ [name]: [String(value), String(value)] })).toMatchObject({ fault: 'headersMissing' })
    },
  )

  it('of whatever text are refused without an exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (time, nonce, signature) => {
        const damaged = { 'x-bank-timestamp': time, 'x-bank-nonce': nonce, 'x-bank-signature': signature }
        expect(check(damaged).valid).toBe(false)
      }),
    )
  })

  it('an answer to an older question is refused', () => {
    const answer = signMessage(key, response, body, stamp)
    const verification = verifyMessage(answer, response, body, { ...rules, expectedNonce: newNonce() })
    expect(verification).toEqual({ valid: false, fault: 'otherNonce' })
  })
})
