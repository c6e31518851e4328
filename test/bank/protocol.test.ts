import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  instructionBytes,
  isCallback,
  isInstruction,
  isPaymentReport,
  readJson,
  type WireInstruction,
} from '../../bank/protocol.ts'

const instruction: WireInstruction = {
  ref: 'A1',
  amountMinor: 128_050,
  currency: 'CNY',
  payeeName: '王小明',
  payeeAccount: '6222020200112233445',
  payeeBank: '中国工商银行',
  purpose: '理赔款',
  requestedOn: '2026-11-24',
}
const report = { ref: 'A1', status: 'paid', amountMinor: 1, bankReference: 'B', at: 0 }

describe('an amount on the wire (F41)', () => {
  it.each([
    0,
    -1,
    0.1 + 0.2,
    2 ** 53,
    1e21,
    Number.NaN,
    '1,000',
    '100',
    '１００',
    null,
    [100],
    { valueOf: () => 100 },
  ])('is never %j', (amountMinor) => {
    expect(isInstruction({ ...instruction, amountMinor })).toBe(false)
    expect(isPaymentReport({ ...report, amountMinor })).toBe(false)
  })

  it('is any whole number of fen from 1 up to the last safe integer', () => {
    fc.assert(
      fc.property(fc.double(), (amountMinor) => {
        const whole = Number.isSafeInteger(amountMinor) && amountMinor > 0
        expect(isInstruction({ ...instruction, amountMinor })).toBe(whole)
      }),
    )
    fc.assert(
      fc.property(fc.maxSafeNat(), (amountMinor) => {
        expect(isInstruction({ ...instruction, amountMinor })).toBe(amountMinor > 0)
      }),
    )
  })
})

describe('an instruction', () => {
  it('gives the same bytes whatever order its fields were put together in', () => {
    const fields = Object.entries(instruction)
    fc.assert(
      fc.property(fc.shuffledSubarray(fields, { minLength: fields.length }), (shuffled) => {
        const again = Object.fromEntries(shuffled) as unknown as WireInstruction
        expect(instructionBytes(again)).toEqual(instructionBytes(instruction))
      }),
    )
  })

  it('comes back from its bytes unchanged', () => {
    expect(readJson(instructionBytes(instruction))).toEqual(instruction)
  })

  it.each(['', 'a1', 'A-1', 'Ａ１', 'A1\n', 'A'.repeat(31)])('has no reference like %j', (ref) => {
    expect(isInstruction({ ...instruction, ref })).toBe(false)
  })

  it('carries nothing that was not agreed', () => {
    expect(isInstruction({ ...instruction, priority: 'high' })).toBe(false)
    expect(isInstruction({ ...instruction, currency: 'USD' })).toBe(false)
  })
})

describe('what the bank says', () => {
  it('is a report only with the fields of its own status', () => {
    expect(isPaymentReport(report)).toBe(true)
    expect(isPaymentReport({ ...report, bankReference: undefined })).toBe(false)
    expect(isPaymentReport({ ...report, status: 'rejected' })).toBe(false)
    expect(isPaymentReport({ ...report, status: 'rejected', reason: 'accountClosed' })).toBe(true)
    expect(isPaymentReport({ ...report, status: 'rejected', reason: 'moodOfTheDay' })).toBe(false)
    expect(isPaymentReport({ ...report, status: 'probablyPaid' })).toBe(false)
  })

  it('may carry more than we know of: a bank adds fields without asking', () => {
    expect(isPaymentReport({ ...report, branch: '北京' })).toBe(true)
  })

  it('is a callback only with a message id', () => {
    expect(isCallback(report)).toBe(false)
    expect(isCallback({ ...report, messageId: 'b1' })).toBe(true)
  })

  it('is unreadable, not an exception, when it is cut, empty, or in GBK', () => {
    expect(readJson(Buffer.from('{"ref":"A'))).toBeUndefined()
    expect(readJson(Buffer.from(''))).toBeUndefined()
    expect(
      readJson(Buffer.concat([Buffer.from('"'), Buffer.from([0xcd, 0xf5]), Buffer.from('"')])),
    ).toBeUndefined()
  })
})
