import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskAccount, maskIdentityNumber, maskName, maskPhone } from '../../../domain/privacy/mask.ts'

// GB/T 35273-2020, 7.2: personal information is de-identified where it is displayed.
describe('masks', () => {
  it.each([
    ['13800138000', '138****8000'],
    ['+86 138-0013-8000', '138****8000'],
    ['010-6655 4433', '*********33'],
    ['112', '***'],
    ['', ''],
  ])('phone %s shows as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown)
  })

  it.each([
    ['110101199003074514', '110***********4514'],
    ['110101900307451', '110********7451'],
    ['E12345678', 'E******78'],
    ['123', '***'],
  ])('identity number %s shows as %s', (number, shown) => {
    expect(maskIdentityNumber(number)).toBe(shown)
  })

  it.each([
    ['6222020200112233445', '**** 3445'],
    ['6222 0202 0011 2233 445', '**** 3445'],
    ['1234567', '****'],
  ])('account %s shows as %s', (account, shown) => {
    expect(maskAccount(account)).toBe(shown)
  })

  it.each([
    ['张三', '张*'],
    ['欧阳娜娜', '欧***'],
    ['张 三', '张 *'],
    ['买买提·艾力', '买**·艾*'],
    ['John Smith', 'J*** S****'],
    ['𠮷田', '𠮷*'],
    ['张', '*'],
    ['', ''],
  ])('name %s shows as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  it('never shows the birth date of an identity number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-2]\d\d{3}[\dX]$/), (number) => {
        expect(maskIdentityNumber(number).slice(3, -4)).toMatch(/^\*{11}$/)
      }),
    )
  })

  it('never shows more than seven digits of anything, and never all of it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,30}$/), (digits) => {
        for (const mask of [maskPhone, maskIdentityNumber, maskAccount]) {
          const shown = mask(digits).replace(/\D/g, '')
          expect(shown.length).toBeLessThanOrEqual(7)
          expect(shown.length).toBeLessThan(digits.length)
        }
      }),
    )
  })
})
