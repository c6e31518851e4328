import { describe, expect, it } from 'vitest'
import { emptyAsk } from '../../web/customer/report/draft.ts'
import { missingOf, smallClaimOf, sumOf } from '../../web/customer/report/small-claim.ts'

const whole = { ...emptyAsk, receipts: ['1,200', ' ', '¥80.50'], agreed: '1180', declared: true }
const account = { holder: ' 张三 ', number: '6222 0000 0000 0001', bankName: '工商银行' }

describe('what is asked to be settled at once', () => {
  it('is nothing while nobody has begun', () => {
    expect(missingOf(emptyAsk)).toBeNull()
    expect(smallClaimOf(emptyAsk, 'accident')).toBeUndefined()
    expect(smallClaimOf(null, 'accident')).toBeUndefined()
  })

  it('is a line for each receipt, and the account when it was given', () => {
    expect(sumOf(whole)).toBe(128_050)
    expect(smallClaimOf(whole, 'health')).toEqual({
      lines: [
        { coverage: 'healthMedical', item: 'treatment', askedMinor: 120_000 },
        { coverage: 'healthMedical', item: 'treatment', askedMinor: 8050 },
      ],
      agreedMinor: 118_000,
      noExclusion: true,
      socialInsuranceSettled: true,
    })
    expect(smallClaimOf({ ...whole, account }, 'motorCommercial')).toMatchObject({
      licenceValid: true,
      drunk: false,
      account: { holder: '张三', number: '6222000000000001', bankName: '工商银行' },
    })
  })

  it.each([
    ['receipts', { receipts: ['12', 'about 50'] }],
    ['receipts', { receipts: ['', ' '] }],
    ['agreed', { agreed: '0' }],
    ['account', { account: { ...account, bankName: '' } }],
    ['account', { account: { ...account, number: '1234' } }],
    ['declared', { declared: false }],
  ] as const)('is not asked while %s is missing, and says so', (missing, changed) => {
    const ask = { ...whole, ...changed }
    expect(missingOf(ask)).toBe(missing)
    expect(smallClaimOf(ask, 'accident')).toBeUndefined()
  })

  it('is not for lines that no computer settles', () => {
    expect(smallClaimOf(whole, 'property')).toBeUndefined()
  })
})
