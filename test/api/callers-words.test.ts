import { describe, expect, it } from 'vitest'
import { isHarmless, isRandomId } from '../../api/callers-words.ts'
import { fieldReasons } from '../../api/field-reasons.ts'

describe('a word of a caller', () => {
  it('is repeated when it looks like a name of a program', () => {
    for (const word of ['timing-of-sign-in', 'idempotency-key', 'lossAt', 'batch_20'])
      expect(isHarmless(word)).toBe(true)
  })

  it('is not when it may be a number of a person, a sentence, or a name', () => {
    for (const word of ['13800000000', 'p13800000000', '张三', 'Zhang San', '粤B12345', '', 'x'.repeat(65)])
      expect(isHarmless(word), word).toBe(false)
    expect(isRandomId('13800000000')).toBe(false)
    expect(isRandomId('0b8e1a3c-1c2d-4e5f-8a9b-0c1d2e3f4a5b')).toBe(true)
  })
})

describe('what is wrong with a field', () => {
  it('names fields, and no value that stands where a name should', () => {
    const fault = (instancePath: string, name: string) => ({
      keyword: 'additionalProperties',
      instancePath,
      schemaPath: '',
      params: { additionalProperties: [name] },
      message: '',
    })
    const faults = [fault('/parties/0', 'nickname'), fault('/form/13800000000', '张三')]
    expect(fieldReasons(faults, 'body').map(({ path }) => path)).toEqual(['/parties/0/nickname', '/form/…/…'])
  })
})
