import { describe, expect, it } from 'vitest'
import { compileTable } from '../../../db/rules/compile.ts'
import { coverageCheckNames, fastTrackRules, lossCauses } from '../../../domain/rules/vocabulary.ts'
import { lines } from '../../../domain/policy/terms.ts'
import { lintTable } from '../../../domain/rules/lint/lint-table.ts'
import { testInputs } from '../../../domain/rules/lint/test-cases.ts'
import { seedDocument, seedNames, seedTable } from './seed-documents.ts'

describe('the tables that come with the product', () => {
  it.each(seedNames)('%s has no faults', (name) => {
    expect(lintTable(seedDocument(name))).toEqual([])
  })

  it('ask for no item twice, whatever happened', async () => {
    const { table } = seedTable('checklist')
    const compiled = compileTable(table)
    const flags = [true, false]
    for (const line of lines)
      for (const cause of lossCauses)
        for (const injury of flags)
          for (const death of flags)
            for (const thirdParty of flags) {
              const asked = { line, cause, injury, death, thirdParty, amountMinor: 500_001 }
              const items = (await compiled.run(asked)).map((row) => row.gives['item'])
              expect(new Set(items).size, JSON.stringify(asked)).toBe(items.length)
            }
  })

  it('give each coverage check exactly one line, in the order of the panel', async () => {
    const { table } = seedTable('coverage-checks')
    const compiled = compileTable(table)
    for (const testCase of table.testCases) {
      const fired = await compiled.run(testInputs(table, testCase))
      expect(fired.map((row) => row.gives['check'])).toEqual(coverageCheckNames)
    }
  })

  it.each(lines)(
    'ask on a line that insures a person for the person, on others for what was damaged: %s',
    async (line) => {
      const { table } = seedTable('coverage-checks')
      const compiled = compileTable(table)
      const words = line === 'accident' || line === 'health' ? /出险人.*person/ : /标的.*What was damaged/
      for (const [objectInsured, result] of [
        [true, 'pass'],
        [false, 'fail'],
      ] as const) {
        const fired = await compiled.run({ ...table.testDefaults, line, objectInsured })
        const found = fired.find(({ gives }) => gives['check'] === 'insuredObject')?.gives
        expect(found?.['result']).toBe(result)
        expect(JSON.stringify(found?.['reason'])).toMatch(words)
      }
    },
  )

  it('never let an exclusion count without proof that it was explained (Insurance Law, article 17)', () => {
    const { table } = seedTable('coverage-checks')
    const failing = table.rows.filter(
      (row) => row.gives['check'] === 'exclusion' && row.gives['result'] === 'fail',
    )
    expect(failing.length).toBeGreaterThan(0)
    for (const row of failing) expect(row.when['disclosureProof'], row.id).toBe('true')
  })

  it('give each rule of the fast track exactly one line, and let whatever is unknown go to a person', async () => {
    const { table } = seedTable('fast-track')
    const compiled = compileTable(table)
    for (const testCase of table.testCases) {
      const fired = await compiled.run(testInputs(table, testCase))
      expect(fired.map((row) => row.gives['rule'])).toEqual(fastTrackRules)
    }
    const last = fastTrackRules.map((rule) => table.rows.findLast((row) => row.gives['rule'] === rule))
    expect(last.map((row) => [row?.when, row?.gives['result']])).toEqual(
      fastTrackRules.map(() => [{}, 'refer']),
    )
  })

  it('let software refuse nothing: a rule of the fast track passes or refers (Personal Information Protection Law, article 24)', () => {
    const { contract, table } = seedTable('fast-track')
    expect(contract.outputs['result']).toEqual({ kind: 'choice', values: ['pass', 'refer'] })
    expect(new Set(table.rows.map((row) => row.gives['result']))).toEqual(new Set(['pass', 'refer']))
  })

  it('keep the fast track within the small-claim guide: vehicle damage to 5,000 yuan, medical to 3,000 (guide of 2015)', async () => {
    const { table } = seedTable('fast-track')
    const compiled = compileTable(table)
    const amountOf = async (line: string, askedMinor: number) => {
      const fired = await compiled.run({ ...table.testDefaults, line, askedMinor })
      return fired.find((row) => row.gives['rule'] === 'amount')?.gives['result']
    }
    for (const [line, most] of [
      ['motorCommercial', 500_000],
      ['accident', 300_000],
      ['health', 300_000],
    ] as const) {
      expect([line, await amountOf(line, most), await amountOf(line, most + 1)]).toEqual([
        line,
        'pass',
        'refer',
      ])
    }
  })

  it('ask of the last level a limit that covers every amount of its row', () => {
    for (const row of seedTable('authority-levels').table.rows) {
      const bound = /(\d+)\]?$/.exec(row.when['amountMinor'] ?? '')?.[1]
      const highest = row.when['amountMinor']?.startsWith('>') === true ? undefined : bound
      const levels = row.gives['levels']
      const last: unknown = Array.isArray(levels) ? levels.at(-1) : undefined
      expect(last, row.id).toBeGreaterThanOrEqual(Number(highest ?? Number.MAX_SAFE_INTEGER))
    }
  })

  it('carry the terms of the law as they stand in it', () => {
    const terms = seedTable('sla-targets')
      .table.rows.filter((row) => row.gives['statutory'] === true)
      .map((row) => [row.id, row.gives['target'], row.gives['source']])
    const days = (value: number) => ({ value, unit: 'calendarDays' })
    expect(terms).toEqual([
      ['noticeCompulsory', days(1), '《机动车交通事故责任强制保险条例》第二十八条'],
      ['determinationCompulsory', days(5), '《机动车交通事故责任强制保险条例》第二十九条'],
      ['determination', days(30), '《保险法》第二十三条；司法解释（二）第十五条'],
      ['paymentCompulsory', days(10), '《机动车交通事故责任强制保险条例》第二十九条'],
      ['payment', days(10), '《保险法》第二十三条'],
      ['rejectionLetter', days(3), '《保险法》第二十四条'],
      ['advance', days(60), '《保险法》第二十五条'],
    ])
  })

  it('climb the ladder of escalation upwards', async () => {
    const { table } = seedTable('escalation')
    const compiled = compileTable(table)
    for (const testCase of table.testCases) {
      const levels = (await compiled.run(testInputs(table, testCase))).map((row) =>
        Number(row.gives['level']),
      )
      expect(levels).toEqual([...new Set(levels)].toSorted((a, b) => a - b))
    }
  })
})
