import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inputNames } from '../../domain/adjustment/input-names.ts'
import { roundingPolicy } from '../../domain/adjustment/trace.ts'
import { exactMoney } from '../../web/blocks/money.tsx'
import { originOf, sourceCodes } from '../../web/blocks/step-origins.ts'

interface Texts {
  readonly [name: string]: string | Texts
}
const texts = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`../../web/blocks/texts/${language}.json`, import.meta.url), 'utf8'),
  ) as Texts

describe('an amount before rounding', () => {
  it.each([
    ['602312.7', '¥6,023.127'],
    ['34030956.5', '¥340,309.565'],
    ['100', '¥1.00'],
    ['0.5', '¥0.005'],
    ['100/3', '≈ ¥0.333333'],
    ['-250', '−¥2.50'],
    ['123456789012345', '¥1,234,567,890,123.45'],
  ])('of %s fen is %s', (fen, yuan) => {
    expect(exactMoney(fen)).toBe(yuan)
  })
})

describe.each(['zh', 'en'])('the words of a step in %s', (language) => {
  const words = texts(language)

  it('say where every input comes from, and how it was rounded', () => {
    const origins = words['origin'] as Texts
    for (const name of Object.keys(inputNames)) expect(origins, name).toHaveProperty(originOf(name))
    const sources = words['source'] as Texts
    for (const code of sourceCodes) expect(sources, code).toHaveProperty(code)
    expect((words['trace'] as Texts)['rounded']).toHaveProperty([roundingPolicy.split('.')[0] ?? ''])
  })
})
