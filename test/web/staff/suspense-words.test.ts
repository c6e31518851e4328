import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { suspenseWords } from '../../../web/staff/claim/suspense-words.ts'

const t = (key: string, filling: Readonly<Record<string, string | number>> = {}) =>
  [key, ...Object.values(filling)].join(' ')

it.each([
  ['amountDiffers', 'claim:suspense.because.amountDiffers'],
  ['paidWhile:cancelled', 'claim:suspense.because.paidWhile claim:intent.cancelled'],
  ['aReasonOfTomorrow', 'aReasonOfTomorrow'],
])('a payment in suspense for %s says %s', (reason, words) => {
  expect(suspenseWords(reason, t)).toBe(words)
})

it('every reason that the domain gives has its words', () => {
  const sources = ['bank-answers', 'payment'].map((name) =>
    readFileSync(new URL(`../../../domain/claim/stages/${name}.ts`, import.meta.url), 'utf8'),
  )
  const given = sources.flatMap((source) => [
    ...source.matchAll(/suspend\(decision, intent, ['`](\w+)/g),
    ...source.matchAll(/(?:return|\?) '(\w+)'(?: : null)?$/gm),
  ])
  const codes = given.map(([, code = '']) => code)
  expect(codes).toEqual(
    expect.arrayContaining(['paidWhile', 'approvalVoid', 'aboveSettlement', 'dedupWindowOver']),
  )
  expect(codes.filter((code) => suspenseWords(code, t) === code)).toEqual([])
})
