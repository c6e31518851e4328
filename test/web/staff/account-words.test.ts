import { describe, expect, it } from 'vitest'
import { bankAndNumber, holderAndNumber, wholeAccount } from '../../../web/staff/claim/account-words.ts'

const account = { holder: '张**', bankName: '中国工商银行', number: '**** 4381' }

describe('an account', () => {
  it('is broken between lines nowhere in its number, and its holder is apart from it', () => {
    expect(bankAndNumber(account).split(' ')).toEqual(['中国工商银行', '****\u00A04381'])
    expect(holderAndNumber(account).split(' ')).toEqual(['张**', '·', '****\u00A04381'])
    expect(wholeAccount(account).split(' ')).toEqual(['张**', '·', '中国工商银行', '****\u00A04381'])
  })
})
