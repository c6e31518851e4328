import { describe, expect, it } from 'vitest'
import { checkMobilePhone, checkPhone } from '../../../domain/identity/phone.ts'

describe('mobile numbers of the mainland', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+8613800138000',
    '+86 138 0013 8000',
    '008613800138000',
    '8613800138000',
  ])('%s is 13800138000', (text) => {
    expect(checkMobilePhone(text)).toEqual({ ok: true, value: '13800138000' })
    expect(checkPhone(text)).toEqual({ ok: true, value: '13800138000' })
  })

  it.each([
    ['1380013800', 'mobilePhone'],
    ['138001380000', 'mobilePhone'],
    ['12800138000', 'mobilePhone'],
    ['+85291234567', 'mobilePhone'],
    ['1380013800O', 'mobilePhone'],
    ['1380013800０', 'fullWidth'],
    ['021-63212345', 'mobilePhone'],
  ])('%s receives no SMS here: %s', (text, reason) => {
    expect(checkMobilePhone(text)).toEqual({ ok: false, reason })
  })
})

describe('other telephone numbers', () => {
  it.each([
    ['021-63212345', '021-63212345'],
    ['02163212345', '021-63212345'],
    ['010 8888 6666', '010-88886666'],
    ['0755-26712345-8012', '0755-26712345-8012'],
    ['0755-26712345转8012', '0755-26712345-8012'],
    ['0898-6512345', '0898-6512345'],
    ['+86-755-26712345', '0755-26712345'],
    ['+86 0755 26712345', '0755-26712345'],
    ['400-123-4567', '400-123-4567'],
    ['4001234567', '400-123-4567'],
    ['8008201234', '800-820-1234'],
  ])('%s is %s', (text, value) => {
    expect(checkPhone(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['021-6321234', 'a digit is missing'],
    ['63212345', 'no area code'],
    ['75526712345', 'an area code without its 0'],
    ['0755-12345678', 'no subscriber begins with 1'],
    ['95519', 'a short number is nobody’s own'],
    ['021-63212345-1234567', 'too long an extension'],
  ])('%s is refused: %s', (text) => {
    expect(checkPhone(text)).toEqual({ ok: false, reason: 'phone' })
  })
})
