import { describe, expect, it } from 'vitest'
import { checkPlate } from '../../../domain/identity/plate.ts'

describe('number plates (GA 36-2018)', () => {
  it.each([
    ['京A12345', 'ordinary'],
    ['粤B1C2D3', 'ordinary'],
    ['沪AD12345', 'newEnergy'],
    ['沪AA12345', 'newEnergy'],
    ['粤BFB1234', 'newEnergy'],
    ['粤B12345D', 'newEnergy'],
    ['鲁A12345K', 'newEnergy'],
    ['冀B1234挂', 'trailer'],
    ['苏E1234学', 'training'],
    ['京A0006警', 'police'],
    ['粤Z1234港', 'hongKong'],
    ['粤ZF234澳', 'macao'],
    ['沪A0023领', 'consulate'],
    ['使014578', 'embassy'],
    ['京X1234应急', 'emergency'],
  ])('%s is a plate (%s)', (plate, kind) => {
    expect(checkPlate(plate)).toEqual({ ok: true, value: { plate, kind } })
  })

  it.each([' 京a·12345 ', '京A 12345', '京A•12345'])('%o is 京A12345', (text) => {
    expect(checkPlate(text)).toEqual({ ok: true, value: { plate: '京A12345', kind: 'ordinary' } })
  })

  it.each([
    ['京A1234O', 'plateLetters', 'the letter O'],
    ['京AI2345', 'plateLetters', 'the letter I'],
    ['京O12345', 'plateLetters', 'an issuing office O'],
    ['A12345', 'plateProvince', 'no province'],
    ['台A12345', 'plateProvince', 'no province of these plates'],
    ['WJ京12345', 'plateProvince', 'armed police'],
    ['京112345', 'plateForm', 'no issuing office'],
    ['京A1234', 'plateForm', 'too short'],
    ['京A123456', 'plateForm', 'eight characters without a letter of new energy'],
    ['京AL12345', 'plateForm', 'a letter that is not of new energy'],
    ['京ADBC345', 'plateForm', 'a letter where new energy has digits'],
    ['粤B1234港', 'plateForm', 'Hong Kong outside 粤Z'],
    ['京A12345警', 'plateForm', 'police with five characters'],
    ['京A12３45', 'fullWidth', 'a full-width digit'],
  ])('%s is refused: %s (%s)', (text, reason) => {
    expect(checkPlate(text)).toEqual({ ok: false, reason })
  })
})
