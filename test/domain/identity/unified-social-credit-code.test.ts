import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkUnifiedSocialCreditCode as check,
  creditCodeCheckCharacter,
} from '../../../domain/identity/unified-social-credit-code.ts'

describe('unified social credit codes (GB 32100-2015)', () => {
  it.each(['91350100M000100Y43', '9144030071526726XG', '91110000802100433B', '91100000710931483R'])(
    '%s is right',
    (code) => {
      expect(check(code)).toEqual({ ok: true, value: code })
      expect(check(`${code.toLowerCase()} `)).toEqual({ ok: true, value: code })
    },
  )

  it.each([
    ['91350100M000100Y44', 'creditCodeCheckDigit'],
    ['91350100M000100Y4', 'creditCodeLength'],
    ['91350100M000100O43', 'creditCodeCharacters'],
    ['91350100M000100S43', 'creditCodeCharacters'],
    ['91350100M000100-43', 'creditCodeCharacters'],
    ['91350100M000100Y4３', 'fullWidth'],
  ])('%s is refused: %s', (text, reason) => {
    expect(check(text)).toEqual({ ok: false, reason })
  })

  it('two characters exchanged are found', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^9[123][0-9]{6}[0-9A-HJ-NP-RTUWXY]{9}$/), fc.nat(15), (body, place) => {
        const code = body + creditCodeCheckCharacter(body)
        expect(check(code).ok).toBe(true)
        const [left = '', right = ''] = [code[place], code[place + 1]]
        expect(check(code.slice(0, place) + right + left + code.slice(place + 2)).ok).toBe(left === right)
      }),
    )
  })
})
