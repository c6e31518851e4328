import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkVehicleIdentificationNumber as check,
  vehicleCheckCharacter,
} from '../../../domain/identity/vehicle-identification-number.ts'

describe('vehicle identification numbers (GB 16735-2019, ISO 3779)', () => {
  it.each(['1M8GDM9AXKP042788', '5GZCZ43D13S812715', 'LSVHJ133022221761', 'LVSHCAMB1CE054249'])(
    '%s is right',
    (number) => {
      expect(check(number)).toEqual({ ok: true, value: number })
      expect(check(` ${number.toLowerCase()} `)).toEqual({ ok: true, value: number })
    },
  )

  it.each([
    ['1M8GDM9A1KP042788', 'vehicleNumberCheckDigit'],
    ['1M8GDM9AXKP04278', 'vehicleNumberLength'],
    ['1M8GDM9AXKPO42788', 'vehicleNumberLetters'],
    ['IM8GDM9AXKP042788', 'vehicleNumberLetters'],
    ['1M8GDM9AXQP042788', 'vehicleNumberLetters'],
    ['1M8GDM9AXKP0427-8', 'vehicleNumberCharacters'],
    ['1M8GDM9AXKP04278８', 'fullWidth'],
  ])('%s is refused: %s', (text, reason) => {
    expect(check(text)).toEqual({ ok: false, reason })
  })

  it('any single wrong digit is found', () => {
    const body = fc.stringMatching(/^[A-HJ-NPR-Z0-9]{8}0[A-HJ-NPR-Z0-9]{4}[0-9]{4}$/)
    fc.assert(
      fc.property(
        body,
        fc.integer({ min: 13, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (text, place, by) => {
          const number = text.slice(0, 8) + vehicleCheckCharacter(text) + text.slice(9)
          expect(check(number).ok).toBe(true)
          const digit = String((Number(number[place]) + by) % 10)
          expect(check(number.slice(0, place) + digit + number.slice(place + 1)).ok).toBe(false)
        },
      ),
    )
  })
})
