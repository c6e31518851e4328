import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inputNames } from '../../domain/adjustment/input-names.ts'
import { roundingPolicy } from '../../domain/adjustment/trace.ts'
import { exactMoney } from '../../web/blocks/money.tsx'
import { originOf, sourceCodes } from '../../web/blocks/step-origins.ts'
import { reasonsOf } from '../../web/blocks/step-reasons.ts'
import { factsOf, inOneLine } from '../../web/blocks/step-words.ts'

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

describe('what has made an amount less', () => {
  const input = (name: string, value: string) => ({
    name,
    label: { zh: name, en: name },
    value,
    unit: 'fen' as const,
  })
  const step = (id: string, formula: string, ...inputs: readonly ReturnType<typeof input>[]) => ({
    id,
    formula,
    label: { zh: id, en: id },
    formulaText: { zh: '', en: '' },
    clause: { zh: '', en: '' },
    inputs,
    exact: '0',
    resultMinor: 90_000,
  })
  const steps = [
    step('own.pay', 'pay', input('loss', '100000'), input('deductible', '10000'), input('received', '0')),
    step('own.back', 'recourse', input('deductible', '5')),
  ]
  const paying = new Set(['own'])

  it('are the facts that take something off a payment, not those of what comes back to the insurer', () => {
    expect(reasonsOf(steps, paying)).toEqual([{ stepId: 'own.pay', input: 1 }])
  })

  it('bears its own name, without the number that it has in the step', () => {
    const trace = (names: readonly string[]) => ({
      formula: '',
      clause: null,
      rounding: null,
      inputs: names.map((name, at) => ({ name: `${at + 1}. ${name}`, value: `¥${at}`, source: null })),
    })
    const worded = [{ id: 'own.pay', name: '', minor: 0, trace: trace(['Loss', 'Deductible']) }]
    const facts = factsOf(reasonsOf(steps, paying), worded)
    expect(facts).toEqual([{ name: 'Deductible', value: '¥1', source: null }])
    expect(factsOf([{ stepId: 'gone', input: 0 }], worded)).toEqual([])
  })

  it('stands in one line, the same fact once', () => {
    const fact = { name: 'Rate', value: '70%' }
    expect(inOneLine([fact, { name: 'Deductible', value: '¥1' }, fact])).toBe('Rate 70% · Deductible ¥1')
  })
})
