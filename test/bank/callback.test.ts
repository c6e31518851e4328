import { describe, expect, it } from 'vitest'
import { verifyCallback } from '../../bank/callback.ts'
import { clockTolerance, signMessage } from '../../bank/signature.ts'

const key = { id: 'lipei', secret: Buffer.alloc(32, 7) }
const now = 1_764_000_000_000
const path = '/bank/callbacks'
const content = {
  messageId: 'b1',
  ref: 'A1',
  status: 'paid',
  amountMinor: 128_050,
  bankReference: 'SIM1',
  at: now - 5,
}

function incoming(body: string, direction: 'callback' | 'request' = 'callback') {
  const rawBody = Buffer.from(body)
  const subject = { direction, method: 'POST', path } as const
  return {
    path,
    rawBody,
    headers: signMessage(key, subject, rawBody, { timestamp: now, nonce: 'N'.repeat(22) }),
  }
}
const genuine = incoming(JSON.stringify(content))
const rules = { keys: [key], now }

describe('a callback', () => {
  it('gives its content when the signature fits', () => {
    expect(verifyCallback(genuine, rules)).toEqual({ valid: true, callback: content })
  })

  it('with another amount than the one that was signed is refused', () => {
    const rawBody = Buffer.from(JSON.stringify({ ...content, amountMinor: 1 }))
    expect(verifyCallback({ ...genuine, rawBody }, rules)).toEqual({ valid: false, fault: 'signatureWrong' })
  })

  it('parsed and written again is refused: the raw bytes are what was signed', () => {
    const spaced = incoming(JSON.stringify(content, undefined, 2))
    const rawBody = Buffer.from(JSON.stringify(JSON.parse(spaced.rawBody.toString())))
    expect(verifyCallback({ ...spaced, rawBody }, rules)).toMatchObject({ fault: 'signatureWrong' })
  })

  it('that is older than the clocks may differ is refused', () => {
    const late = { ...rules, now: now + clockTolerance + 1 }
    expect(verifyCallback(genuine, late)).toEqual({ valid: false, fault: 'clockOutsideTolerance' })
  })

  it('is not one of our own requests thrown back at us', () => {
    const ours = incoming(JSON.stringify(content), 'request')
    expect(verifyCallback(ours, rules)).toEqual({ valid: false, fault: 'signatureWrong' })
  })

  it.each(['', '[]', '{"messageId":"b1"', JSON.stringify({ ...content, status: 'lost' })])(
    'well signed but saying %j is unreadable',
    (body) => {
      expect(verifyCallback(incoming(body), rules)).toEqual({ valid: false, fault: 'bodyUnreadable' })
    },
  )

  it('of an unreadable body by a stranger says nothing about its body', () => {
    const stranger = { ...rules, keys: [{ ...key, secret: Buffer.alloc(32, 8) }] }
    expect(verifyCallback(incoming('[]'), stranger)).toEqual({ valid: false, fault: 'signatureWrong' })
  })
})
