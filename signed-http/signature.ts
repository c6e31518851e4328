/**
 * Signatures of messages over HTTP, HMAC-SHA256: one way of signing for every partner, with headers and a first
 * line of its own for each, so that what was signed for one never passes at another (docs/bank-protocol.md,
 * docs/message-protocol.md).
 *
 * One secret serves both directions, so the direction is part of what is signed: otherwise a request of ours could
 * be thrown back at us as a callback.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../domain/time/instant.ts'

export interface SharedKey {
  readonly id: string
  /** At least 32 random bytes. */
  readonly secret: Uint8Array
}

/** What a signature binds together, besides time, nonce and body. */
export type SignedSubject =
  | { readonly direction: 'request' | 'callback'; readonly method: string; readonly path: string }
  | {
      readonly direction: 'response'
      readonly method: string
      readonly path: string
      readonly status: number
    }

export type SignatureFault =
  | 'headersMissing'
  | 'unknownKey'
  | 'clockOutsideTolerance'
  | 'otherNonce'
  | 'signatureWrong'

export type Verification =
  | { readonly valid: true; readonly nonce: string; readonly timestamp: Instant }
  | { readonly valid: false; readonly fault: SignatureFault }

export type HeaderFields = Readonly<Record<string, string | readonly string[] | undefined>>

export interface VerificationRules {
  /** Every key that is accepted at present; two while a key is being replaced. */
  readonly keys: readonly SharedKey[]
  readonly now: Instant
  /** Milliseconds; `clockTolerance` unless told. */
  readonly tolerance?: number
  /** The nonce of the request that a response answers. */
  readonly expectedNonce?: string
}

type Part = 'key-id' | 'timestamp' | 'nonce' | 'signature'
export type SignatureHeaders<Name extends string> = Record<string, string> &
  Record<`x-${Name}-${Part}`, string>

/** Signs and checks the messages of one protocol. */
export interface SignatureScheme<Name extends string = string> {
  readonly nonceHeader: `x-${Name}-nonce`
  /**
   * Gives the four headers of a message. A response repeats the nonce of its request: that ties the two
   * together, so an older answer cannot be replayed for a newer question.
   */
  readonly sign: (
    key: SharedKey,
    subject: SignedSubject,
    body: Uint8Array,
    stamp: { readonly timestamp: Instant; readonly nonce: string },
  ) => SignatureHeaders<Name>
  /**
   * Checks a message, faults in the order of `SignatureFault`. Whether a nonce or a message id was seen before
   * is the receiver's to remember: this function keeps nothing.
   */
  readonly verify: (
    headers: HeaderFields,
    subject: SignedSubject,
    body: Uint8Array,
    rules: VerificationRules,
  ) => Verification
}

/** How far two clocks may differ, and so how long a nonce has to be remembered; milliseconds. */
export const clockTolerance = 300_000

const nonceShape = /^[A-Za-z0-9_-]{22}$/
const timestampShape = /^[0-9]{13}$/
const signatureShape = /^[A-Za-z0-9+/]{43}=$/

/** 16 random bytes, unpadded base64url. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * @param name stands in the headers: `x-<name>-signature`.
 * @param version is the first line of what is signed.
 */
export function signatureScheme<Name extends string>(name: Name, version: string): SignatureScheme<Name> {
  const header = <P extends Part>(part: P): `x-${Name}-${P}` => `x-${name}-${part}`

  function mac(
    key: SharedKey,
    subject: SignedSubject,
    body: Uint8Array,
    timestamp: string,
    nonce: string,
  ): Buffer {
    const status = subject.direction === 'response' ? String(subject.status) : '-'
    const bodyHash = createHash('sha256').update(body).digest('hex')
    const lines = [
      version,
      subject.direction,
      subject.method,
      subject.path,
      status,
      timestamp,
      nonce,
      bodyHash,
    ]
    return createHmac('sha256', key.secret).update(lines.join('\n')).digest()
  }

  return {
    nonceHeader: header('nonce'),
    sign: (key, subject, body, { timestamp, nonce }) =>
      ({
        [header('key-id')]: key.id,
        [header('timestamp')]: String(timestamp),
        [header('nonce')]: nonce,
        [header('signature')]: mac(key, subject, body, String(timestamp), nonce).toString('base64'),
      }) as SignatureHeaders<Name>,
    verify: (headers, subject, body, rules) => {
      const timestamp = field(headers, header('timestamp'), timestampShape)
      const nonce = field(headers, header('nonce'), nonceShape)
      const signature = field(headers, header('signature'), signatureShape)
      if (timestamp === undefined || nonce === undefined || signature === undefined)
        return invalid('headersMissing')

      const key = rules.keys.find((candidate) => candidate.id === headers[header('key-id')])
      if (key === undefined) return invalid('unknownKey')
      if (Math.abs(rules.now - Number(timestamp)) > (rules.tolerance ?? clockTolerance))
        return invalid('clockOutsideTolerance')
      if (rules.expectedNonce !== undefined && rules.expectedNonce !== nonce) return invalid('otherNonce')

      const expected = mac(key, subject, body, timestamp, nonce)
      if (!timingSafeEqual(expected, Buffer.from(signature, 'base64'))) return invalid('signatureWrong')
      return { valid: true, nonce, timestamp: Number(timestamp) }
    },
  }
}

/** A header that came twice arrives as a list or joined by a comma, and fits no shape. */
function field(headers: HeaderFields, name: string, shape: RegExp): string | undefined {
  const value = headers[name]
  return typeof value === 'string' && shape.test(value) ? value : undefined
}

function invalid(fault: SignatureFault): Verification {
  return { valid: false, fault }
}
