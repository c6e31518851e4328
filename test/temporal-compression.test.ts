import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPayloadConverter } from '@temporalio/common'
import proto from '@temporalio/proto'
import { seal } from '../db/encryption/sealed-bytes.ts'
import { compress, decompress } from '../temporal-compression.ts'
import { createPayloadCodec } from '../temporal-codec.ts'
import { publicTestKeys } from './support/public-test-keys.ts'

const { Payload } = proto.temporal.api.common.v1
const told = {
  stage: 'acceptance',
  outcome: null,
  clocks: [{ key: 'determination', nextAt: 1796950800000 }],
  tasks: [{ kind: 'decideAcceptance', assigneeId: '5b030d60-6f09-4d9c-883a-a8cf3fceb87f' }],
  levelsToOpen: [],
  intents: [],
  callBy: null,
  checklistSent: true,
  remindAt: null,
  panelWanted: true,
  epoch: 1,
  version: 7,
}
const encoded = Buffer.from(Payload.encode(defaultPayloadConverter.toPayload(told)).finish())

describe('compression of payloads', () => {
  it('gives back every payload, whatever is in it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (data) => {
        const bytes = Payload.encode({ metadata: { encoding: Buffer.from('binary/plain') }, data }).finish()
        expect(Buffer.from(decompress(compress(bytes)))).toEqual(Buffer.from(bytes))
      }),
    )
  })

  it('makes what a claim is told at least three times smaller', () => {
    expect(compress(encoded).length * 3).toBeLessThan(encoded.length)
  })

  it.each([
    [
      'first',
      'AcOZurYwVWNPMoTiFHehYGlmaWpgYQACWOMQoyRHi1PTJANjgxQzA12zNANLXZMUy2RdCwvjRN1Ei+Q047Tk1CQL8zR6xDtECZbgNa8FAA==',
    ],
    [
      'second',
      'AsMZD1uYcPiHAkvNLE0NLGA2Y/YGMcaE0HqHpkkGxgYpZga6ZmkGlromKZbJuhYWxom6iRbJacZpyalJFuZp9OhB4mxxmdcCAA==',
    ],
  ])('reads for ever what was written with the %s dictionary', (_which, written) => {
    expect(Buffer.from(decompress(Buffer.from(written, 'base64')))).toEqual(encoded)
  })

  it('reads payloads that were encrypted before payloads were compressed', async () => {
    const key = publicTestKeys.keys.get('public-test-1') ?? Buffer.alloc(0)
    const old = {
      metadata: {
        encoding: Buffer.from('binary/encrypted'),
        'encryption-key-id': Buffer.from('public-test-1'),
      },
      data: seal(key, encoded, 'lipei payload.public-test-1'),
    }
    const [payload] = await createPayloadCodec(publicTestKeys).decode([old])
    expect(defaultPayloadConverter.fromPayload(payload ?? {})).toEqual(told)
  })
})
