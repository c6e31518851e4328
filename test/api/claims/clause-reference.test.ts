import { readFileSync } from 'node:fs'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { clauseReference } from '../../../api/schemas/claim/values.ts'

const check = Compile(clauseReference)

interface Table {
  readonly rows: readonly { readonly gives: { readonly clause: string } }[]
}

const panel = JSON.parse(
  readFileSync(new URL('../../../db/seed/rules/coverage-checks.json', import.meta.url), 'utf8'),
) as Table

describe('a clause', () => {
  it.each([
    '第六条',
    '第八条第三项',
    '第二十四条第一款第（二）项',
    '机动车损失保险条款第八条第（二）项',
    '机动车综合商业保险示范条款（2020版）第24条之1',
    '第六条、第八条第二款',
    'Article 6(2)',
    'clause 3',
  ])('is a place in the wording: %s', (text) => {
    expect(check.Check(text)).toBe(true)
  })

  it.each([
    '',
    '不赔',
    '张三酒后驾驶',
    '第六条，因为张三酒后驾驶',
    '第六条 13800000000',
    '合同条款：张三酒后驾驶',
    '13800000000条款第六条',
    '第13800000000条',
    'clause 3 because of Zhang San',
  ])('is not what somebody has to say about it: %s', (text) => {
    expect(check.Check(text)).toBe(false)
  })

  it('is whatever the panel names', () => {
    const named = new Set(panel.rows.map(({ gives }) => gives.clause))
    expect(named.size).toBeGreaterThan(10)
    expect([...named].filter((clause) => !check.Check(clause))).toEqual([])
  })

  it('is judged in no time, however it is made', () => {
    const began = performance.now()
    for (const part of ['条款', '第六条', '第六条、', '第', '一']) check.Check(part.repeat(200 / part.length))
    expect(performance.now() - began).toBeLessThan(200)
  })
})
