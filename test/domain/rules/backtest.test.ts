import { describe, expect, it } from 'vitest'
import { backtest } from '../../../domain/rules/backtest.ts'
import { ruleContracts } from '../../../domain/rules/contracts.ts'
import { readRuleTable } from '../../../domain/rules/shape.ts'
import { sampleTable } from './sample-table.ts'

function draft(limit: number) {
  const sample = sampleTable()
  const small = sample.rows.find((row) => row.id === 'small')
  if (small !== undefined) small.when = { estimatedMinor: `<= ${limit}` }
  const table = readRuleTable(sample)
  if ('code' in table) throw new Error(table.code)
  return table
}

const inputs = {
  line: 'property',
  cause: 'fire',
  estimatedMinor: 400_000,
  injury: false,
  death: false,
  thirdParties: false,
  doubtful: false,
  previousClaims: 0,
}
const reason = { en: 'Reason', zh: '理由' }
const outputs = [{ kind: 'none', reason, required: false }]

describe('a back-test against closed claims', () => {
  it('finds nothing where the draft decides as the version in force did', () => {
    const report = backtest(draft(500_000), ruleContracts.surveyNeed, [
      { version: 1, rows: ['small'], inputs },
      { version: 1, rows: ['renamedSince'], inputs, outputs },
    ])
    expect(report).toEqual({ compared: 2, notComparable: 0, changes: [] })
  })

  it('shows each claim that would be decided otherwise, with the rows on both sides', () => {
    const report = backtest(draft(300_000), ruleContracts.surveyNeed, [
      { version: 1, rows: ['small'], inputs, outputs },
      { version: 1, rows: ['small'], inputs: { ...inputs, estimatedMinor: 300_000 }, outputs },
    ])
    expect(report.changes).toMatchObject([
      { inputs, usedVersion: 1, usedRows: ['small'], draftRows: ['closing'] },
    ])
  })

  it('counts uses whose columns have changed since, instead of guessing', () => {
    const { doubtful: _, ...older } = inputs
    expect(
      backtest(draft(500_000), ruleContracts.surveyNeed, [{ version: 1, rows: [], inputs: older }]),
    ).toEqual({
      compared: 0,
      notComparable: 1,
      changes: [],
    })
  })
})
