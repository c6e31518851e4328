import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clauseIn } from '../../web/language/clauses.ts'

const seeds = new URL('../../db/seed/rules/', import.meta.url)
const delivered = new Set(
  readdirSync(seeds).flatMap((name) =>
    [...readFileSync(new URL(name, seeds), 'utf8').matchAll(/"(?:clause|source)": "([^"]+)"/g)].map(
      ([, clause = '']) => clause,
    ),
  ),
)

describe('a clause', () => {
  it.each([
    ['《保险法》第十四条', 'Insurance Law, article 14'],
    ['《保险法》第四十七条、第五十四条', 'Insurance Law, articles 47 and 54'],
    [
      '《保险法》第十七条；司法解释（二）第十条',
      'Insurance Law, article 17; Judicial Interpretation II of the Insurance Law, article 10',
    ],
    ['《保险小额理赔服务指引（试行）》（2015）', 'Small Claims Service Guide (trial), 2015'],
    ['合同条款：等待期', 'Policy terms: waiting period'],
  ])('%s has its English name', (clause, name) => {
    expect(clauseIn('en', clause)).toBe(name)
    expect(clauseIn('zh', clause)).toBe(clause)
  })

  it.each(['《自编办法》第三条', '保单特约第2条', 'Clause 9', ''])('%s stays as it was written', (clause) => {
    expect(clauseIn('en', clause)).toBe(clause)
  })

  it('of every rule that comes with the product is known', () => {
    expect(delivered.size).toBeGreaterThan(10)
    expect([...delivered].filter((clause) => /\p{Script=Han}/u.test(clauseIn('en', clause)))).toEqual([])
  })
})
