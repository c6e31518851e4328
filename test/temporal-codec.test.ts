import { ApplicationFailure, defaultPayloadConverter, type Payload } from '@temporalio/common'
import {
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow/index.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SealBroken } from '../db/encryption/sealed-bytes.ts'
import { createDataConverter, createPayloadCodec, PayloadKeyMissing, sealingKey } from '../temporal-codec.ts'
import { publicTestKeys, rotatedTestKeys, withdrawnTestKeys } from './support/public-test-keys.ts'

const canary = '王小明 110101199003074514'
const codec = createPayloadCodec(publicTestKeys)
const rotated = createPayloadCodec(rotatedTestKeys)
const withdrawn = createPayloadCodec(withdrawnTestKeys)

async function encrypted(value: unknown): Promise<Payload> {
  const [payload] = await codec.encode([defaultPayloadConverter.toPayload(value)])
  if (payload === undefined) throw new Error('The codec lost a payload.')
  return payload
}

/** Everything that the server would store, as text: a canary in it would be found. */
function stored(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${stored(part)}`)
    .join('\n')
}

describe('payload codec', () => {
  it('gives back every value that the SDK can send, undefined and bytes too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.uint8Array())),
        async (values) => {
          const payloads = values.map((value) => defaultPayloadConverter.toPayload(value))
          const back = await codec.decode(await codec.encode(payloads))
          back.forEach((payload, index) => {
            expect(Buffer.from(payload.data ?? [])).toEqual(Buffer.from(payloads[index]?.data ?? []))
            expect(defaultPayloadConverter.fromPayload(payload)).toEqual(
              defaultPayloadConverter.fromPayload(payloads[index] ?? {}),
            )
          })
          expect(back).toHaveLength(values.length)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('leaves nothing readable in a payload but the encoding and the id of the key', async () => {
    const payload = await encrypted({ name: canary })
    expect(Object.keys(payload.metadata ?? {})).toEqual(['encoding'])
    expect(Buffer.from(payload.metadata?.['encoding'] ?? []).toString()).toBe('sealed/public-test-1')
    expect(sealingKey(payload)).toBe('public-test-1')
    expect(stored(defaultPayloadConverter.toPayload({ name: canary }))).toContain('110101199003074514')
    expect(stored(payload)).not.toContain('110101199003074514')
    expect(stored(payload)).not.toContain('json/plain')
  })

  it('refuses a payload of which any byte was changed', async () => {
    const payload = await encrypted('李雷')
    const data = Buffer.from(payload.data ?? [])
    for (let index = 0; index < data.length; index += 1) {
      const changed = Buffer.from(data)
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index)
      await expect(codec.decode([{ ...payload, data: changed }])).rejects.toThrow(SealBroken)
    }
    await expect(codec.decode([{ ...payload, data: data.subarray(0, 20) }])).rejects.toThrow(SealBroken)
  })

  it('refuses a payload that is relabelled with another key', async () => {
    const payload = await encrypted('李雷')
    const relabelled = { encoding: Buffer.from('sealed/public-test-2') }
    await expect(rotated.decode([{ ...payload, metadata: relabelled }])).rejects.toThrow(SealBroken)
  })

  it('reads old payloads after a rotation, writes with the new key, and names a withdrawn one', async () => {
    const old = await encrypted('李雷')
    const [decoded] = await rotated.decode([old])
    expect(defaultPayloadConverter.fromPayload(decoded ?? {})).toBe('李雷')
    const [renewed] = await rotated.encode([decoded ?? {}])
    expect(sealingKey(renewed ?? {})).toBe('public-test-2')
    await expect(withdrawn.decode([renewed ?? {}])).resolves.toHaveLength(1)
    await expect(withdrawn.decode([old])).rejects.toThrow(PayloadKeyMissing)
    await expect(withdrawn.decode([old])).rejects.toThrow(/public-test-1/)
  })

  it('passes on what the SDK and the command line send in clear', async () => {
    const clear = defaultPayloadConverter.toPayload(true)
    expect(sealingKey(clear)).toBeUndefined()
    expect(await codec.decode([clear])).toEqual([clear])
  })

  it('leaves in clear that there is nothing, and nothing else', async () => {
    expect(await encrypted(undefined)).toEqual(defaultPayloadConverter.toPayload(undefined))
    for (const value of [null, '', 0, false, [], {}]) expect(sealingKey(await encrypted(value))).toBeDefined()
  })
})

describe('data converter', () => {
  const converter = loadDataConverter(createDataConverter(publicTestKeys))

  it('hides message, stack, details and every cause of a failure', async () => {
    const cause = new Error(`cannot pay ${canary}`)
    const failure = ApplicationFailure.create({
      message: `refused ${canary}`,
      type: 'BankRefused',
      details: [{ canary }],
      cause,
    })
    const proto = await encodeErrorToFailure(converter, failure)
    expect(stored(proto)).not.toContain('110101199003074514')
    expect(stored(proto)).not.toContain('王小明')
    expect(stored(proto)).toContain('BankRefused')
    const back = await decodeOptionalFailureToOptionalError(converter, proto)
    expect(back?.message).toBe(`refused ${canary}`)
    expect(back?.cause).toMatchObject({ message: `cannot pay ${canary}` })
  })

  it('would leave the message in clear with the default failure converter', async () => {
    const plain = loadDataConverter({ payloadCodecs: [codec] })
    expect(stored(await encodeErrorToFailure(plain, new Error(canary)))).toContain('110101199003074514')
  })
})
