import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBankAccount } from '../../../domain/identity/bank-account.ts'

describe('bank cards (ISO/IEC 7812-1)', () => {
  it.each([
    ['6222600260001072444', '6222600260001072444'],
    ['6225 3652 7156 2822', '6225365271562822'],
    ['4111-1111-1111-1111', '4111111111111111'],
  ])('%s is right', (text, value) => {
    expect(checkBankAccount(text, 'personalCard')).toEqual({ ok: true, value })
  })

  it.each([
    ['6222600260001072445', 'bankCardCheckDigit'],
    ['0000000000000000', 'bankCardCheckDigit'],
    ['622536527156282', 'bankCardLength'],
    ['62226002600010724440', 'bankCardLength'],
    ['622536527156282O', 'bankAccountCharacters'],
    ['', 'bankAccountCharacters'],
    ['622536527156282２', 'fullWidth'],
  ])('%o is refused: %s', (text, reason) => {
    expect(checkBankAccount(text, 'personalCard')).toEqual({ ok: false, reason })
  })

  it('any single wrong digit is found', () => {
    fc.assert(
      fc.property(fc.nat(18), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const card = '6222600260001072444'
        const wrong = card.slice(0, place) + String((Number(card[place]) + by) % 10) + card.slice(place + 1)
        expect(checkBankAccount(wrong, 'personalCard').ok).toBe(false)
      }),
    )
  })
})

describe('accounts of companies', () => {
  it.each(['31050161393600000123', '12345678', '1'.repeat(32)])('%s needs no check digit', (text) => {
    expect(checkBankAccount(text, 'corporate')).toEqual({ ok: true, value: text })
  })

  it.each([
    ['1234567', 'corporateAccountLength'],
    ['1'.repeat(33), 'corporateAccountLength'],
    ['3105016139360000012A', 'bankAccountCharacters'],
  ])('%s is refused: %s', (text, reason) => {
    expect(checkBankAccount(text, 'corporate')).toEqual({ ok: false, reason })
  })
})
