/**
 * Temporal keeps every argument, result and failure in its history, readable in its
 * web page by whoever runs the server. Here they are encrypted before they leave the
 * process. Ids, search attributes, failure types, summaries and memo keys stay in clear.
 */
import { fileURLToPath } from 'node:url'
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common'
import proto from '@temporalio/proto'
import type { KeyRing } from './domain/privacy/key-ring.ts'
import { seal, unseal } from './db/encryption/sealed-bytes.ts'
import { compress, decompress } from './temporal-compression.ts'

/** The encoding of a sealed payload is this and the id of the key: metadata stand in each of a claim's payloads. */
const sealed = 'sealed/'
/** Until 2026-11-27 it was this, with the id of the key in a field of its own. */
const sealedBefore = { encoding: 'binary/encrypted', keyIdField: 'encryption-key-id' }
const PayloadMessage = proto.temporal.api.common.v1.Payload

/** The payload was written with a key that is not in the ring any more: bring the key back. */
export class PayloadKeyMissing extends Error {
  override readonly name = 'PayloadKeyMissing'

  constructor(keyId: string) {
    super(`The payload key ${keyId} is not in the key ring.`)
  }
}

function metadataText(payload: Pick<Payload, 'metadata'>, field: string): string {
  return Buffer.from(payload.metadata?.[field] ?? []).toString('utf8')
}

/** With which key a payload is sealed; undefined for one in clear. */
export function sealingKey(payload: Pick<Payload, 'metadata'>): string | undefined {
  const encoding = metadataText(payload, 'encoding')
  if (encoding.startsWith(sealed)) return encoding.slice(sealed.length)
  return encoding === sealedBefore.encoding ? metadataText(payload, sealedBefore.keyIdField) : undefined
}

function authenticated(keyId: string): string {
  return `lipei payload.${keyId}`
}

function encryptPayload(keyRing: KeyRing, payload: Payload): Payload {
  const keyId = keyRing.current
  const key = keyRing.keys.get(keyId)
  if (key === undefined) throw new PayloadKeyMissing(keyId)
  return {
    metadata: { encoding: Buffer.from(`${sealed}${keyId}`) },
    data: seal(key, compress(PayloadMessage.encode(payload).finish()), authenticated(keyId)),
  }
}

function decryptPayload(keyRing: KeyRing, payload: Payload, keyId: string): Payload {
  const key = keyRing.keys.get(keyId)
  if (key === undefined) throw new PayloadKeyMissing(keyId)
  return PayloadMessage.decode(
    decompress(unseal(key, payload.data ?? new Uint8Array(), authenticated(keyId))),
  )
}

/** As of most results: there is nothing to hide, and sealing it would make a hundred bytes of it. */
const isEmpty = ({ data }: Payload) => (data ?? []).length === 0

/**
 * Encrypts with the current key, decrypts with any key of the ring. Payloads in clear
 * are passed through on reading: the SDK's own markers and the operator's command line
 * send some. They are not bound to a workflow id, because a stored history is replayed
 * under another one. Throws `PayloadKeyMissing` or `SealBroken`.
 */
export function createPayloadCodec(keyRing: KeyRing): PayloadCodec {
  return {
    encode: async (payloads) =>
      payloads.map((payload) => (isEmpty(payload) ? payload : encryptPayload(keyRing, payload))),
    decode: async (payloads) =>
      payloads.map((payload) => {
        const keyId = sealingKey(payload)
        return keyId === undefined ? payload : decryptPayload(keyRing, payload, keyId)
      }),
  }
}

/** The same converter for clients, workers and replay: one that differs cannot read the others. */
export function createDataConverter(keyRing: KeyRing): DataConverter {
  return {
    payloadCodecs: [createPayloadCodec(keyRing)],
    failureConverterPath: fileURLToPath(new URL('temporal-failure-converter.ts', import.meta.url)),
  }
}
