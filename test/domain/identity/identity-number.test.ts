import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkIdentityNumber, identityCheckCharacter } from '../../../domain/identity/identity-number.ts'
import { addCivilDays } from '../../../domain/time/civil-date.ts'

const today = '2026-03-09'
const check = (text: string) => checkIdentityNumber(text, today)
const withCheck = (digits: string) => digits + identityCheckCharacter(digits)

describe('identity numbers (GB 11643-1999)', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female', 'resident'],
    ['34052419800101001X', '1980-01-01', 'male', 'resident'],
    [withCheck('83000019900504123'), '1990-05-04', 'male', 'resident'],
    [withCheck('93184019850228456'), '1985-02-28', 'female', 'foreignPermanentResident'],
    [withCheck('44030020240229001'), '2024-02-29', 'male', 'resident'],
    [withCheck('44030020260309002'), '2026-03-09', 'female', 'resident'],
  ])('%s is of one born on %s (%s, %s)', (number, birthDate, sex, holder) => {
    expect(check(number)).toEqual({ ok: true, value: { number, birthDate, sex, holder } })
  })

  it('only trims the ends and raises the x', () => {
    expect(check(' 11010519491231002x\n')).toEqual(check('11010519491231002X'))
  })

  it.each([
    ['110105194912310020', 'identityNumberCheckDigit'],
    ['110105194912310O2X', 'identityNumberCharacters'],
    ['1101051949123100２X', 'fullWidth'],
    ['110105491231002', 'identityNumberOld'],
    ['11010519491231002', 'identityNumberLength'],
    ['1101051949 1231002X', 'identityNumberLength'],
    ['', 'identityNumberLength'],
    [withCheck('10010519491231002'), 'identityNumberRegion'],
    [withCheck('99010519491231002'), 'identityNumberRegion'],
    [withCheck('11010519490229002'), 'identityNumberBirthDate'],
    [withCheck('11010519491331002'), 'identityNumberBirthDate'],
    [withCheck('11010520260310002'), 'identityNumberBirthDate'],
    ['440524188001010014', 'identityNumberBirthDate'],
  ])('%o is refused: %s', (text, reason) => {
    expect(check(text)).toEqual({ ok: false, reason })
  })

  it('a birth date needs no time zone: days of summer time (1986 to 1991) are days like others', () => {
    expect(check(withCheck('11010519860504001')).ok).toBe(true)
    expect(check(withCheck('11010519910915001')).ok).toBe(true)
  })

  it('any single wrong digit and any two neighbours exchanged are found (ISO 7064 MOD 11-2)', () => {
    const birth = fc.integer({ min: 0, max: 30_000 }).map((day) => addCivilDays('1930-01-01', day))
    const order = fc.integer({ min: 0, max: 999 }).map((value) => String(value).padStart(3, '0'))
    fc.assert(
      fc.property(
        birth,
        order,
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        (date, sequence, position, by) => {
          const number = withCheck(`110105${date.replaceAll('-', '')}${sequence}`)
          expect(check(number).ok).toBe(true)
          const digit = (Number(number[position]) + by) % 10
          expect(check(number.slice(0, position) + String(digit) + number.slice(position + 1)).ok).toBe(false)
          const [left = '', right = ''] = [number[position], number[position + 1]]
          const exchanged = number.slice(0, position) + right + left + number.slice(position + 2)
          expect(check(exchanged).ok).toBe(left === right)
        },
      ),
      { numRuns: 500 },
    )
  })
})
