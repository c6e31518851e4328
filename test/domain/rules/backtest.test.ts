import { describe, expect, it } from 'vitest'
import { createBacktest, type PastDecision } from '../../../domain/rules/backtest.ts'
import { readRuleTable } from '../../../domain/rules/shape.ts'
import type { OutputRow, RuleTable } from '../../../domain/rules/table.ts'
import { seedTable } from '../../db/rules/seed-documents.ts'
import { sampleTable } from './sample-table.ts'

function draft(limit: number): RuleTable {
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
const small: PastDecision = { caseNumber: 'A', at: 7, version: 1, rows: ['small'], inputs, outputs }

function report(table: RuleTable, past: readonly PastDecision[]) {
  const backtest = createBacktest(table, 2)
  past.forEach((decision) => backtest.ask(decision))
  return backtest.report()
}

/** A seeded table of which one row gives something else. */
function changed(
  name: 'authority-levels' | 'reserve-opening' | 'checklist',
  rowId: string,
  gives: OutputRow,
) {
  const { table } = seedTable(name)
  const rows = table.rows.map((row) =>
    row.id === rowId ? { ...row, gives: { ...row.gives, ...gives } } : row,
  )
  return { table, draft: { ...table, rows } }
}

describe('a back-test against closed claims', () => {
  it('finds nothing where the draft decides as the version in force did', () => {
    const { outputs: _, ...rowsOnly } = small
    expect(report(draft(500_000), [rowsOnly, { ...small, rows: ['renamedSince'] }])).toEqual({
      decisions: 2,
      claims: 1,
      changedDecisions: 0,
      changedClaims: 0,
      notComparable: 0,
      outputs: [],
      amounts: [],
      samples: [],
    })
  })

  it('shows each claim that would be decided otherwise, with both sides of every output', () => {
    const lower = { ...small, caseNumber: 'B', inputs: { ...inputs, estimatedMinor: 300_000 } }
    const found = report(draft(300_000), [small, lower, { ...small, at: 8 }])
    expect(found).toMatchObject({ decisions: 3, claims: 2, changedDecisions: 2, changedClaims: 1 })
    expect(found.samples[0]).toEqual({
      caseNumber: 'A',
      at: 7,
      inputs,
      usedVersion: 1,
      usedRows: ['small'],
      draftRows: ['closing'],
      differences: [
        { output: 'required', subject: null, from: false, to: true },
        { output: 'kind', subject: null, from: 'none', to: 'onSite' },
      ],
    })
    expect(found.outputs).toEqual([
      {
        output: 'required',
        subject: null,
        decisions: 2,
        transitions: [{ from: false, to: true, decisions: 2 }],
      },
      {
        output: 'kind',
        subject: null,
        decisions: 2,
        transitions: [{ from: 'none', to: 'onSite', decisions: 2 }],
      },
    ])
  })

  it('compares the rows where no outputs were stored, and keeps so many samples and no more', () => {
    const { outputs: _, ...rowsOnly } = small
    const found = report(draft(300_000), [rowsOnly, rowsOnly, rowsOnly])
    expect(found.changedDecisions).toBe(3)
    expect(found.samples).toHaveLength(2)
    expect(found.samples[0]?.differences).toEqual([
      { output: 'rows', subject: null, from: ['small'], to: ['closing'] },
    ])
  })

  it('counts uses whose columns have changed since, instead of guessing', () => {
    const { doubtful: _, ...older } = inputs
    expect(report(draft(500_000), [{ ...small, inputs: older }])).toMatchObject({
      decisions: 0,
      notComparable: 1,
    })
  })
})

describe('by how much a draft would change', () => {
  it('is the reserve itself: the share of the estimate, or the floor below it', () => {
    const { table, draft: raised } = changed('reserve-opening', 'motor', { indemnityFloorMinor: 300_000 })
    const motor = table.rows.find(({ id }) => id === 'motor')
    if (motor === undefined) throw new Error('There is no row for motor claims.')
    const past = (estimatedMinor: number | null): PastDecision => ({
      ...small,
      inputs: { line: 'motorCommercial', cause: 'collision', injury: false, death: false, estimatedMinor },
      rows: ['motor'],
      outputs: [motor.gives],
    })
    // The estimate of 250,000 fen was above the old floor of 200,000: its reserve rises by less.
    const found = report(raised, [past(null), past(250_000), past(400_000)])
    expect(found.outputs[0]).toMatchObject({ output: 'indemnityFloorMinor', decisions: 3 })
    expect(found.amounts).toEqual([
      {
        name: 'indemnityMinor',
        risen: 2,
        fallen: 0,
        netMinor: 150_000,
        largestRiseMinor: 100_000,
        largestFallMinor: 0,
      },
    ])
  })

  it('is the highest authority that an approval needs, and null once the sum is too large to tell', () => {
    const unlimited = Number.MAX_SAFE_INTEGER
    const { table, draft: strict } = changed('authority-levels', 'upTo10k', {
      levels: [1_000_000, unlimited],
    })
    const before = table.rows.find(({ id }) => id === 'upTo10k')
    if (before === undefined) throw new Error('There is no row for small amounts.')
    const past: PastDecision = {
      ...small,
      inputs: {
        line: 'property',
        amountMinor: 10,
        injury: false,
        death: false,
        fraudSuspected: false,
        advance: false,
        reopened: false,
      },
      rows: ['upTo10k'],
      outputs: [before.gives],
    }
    const rise = unlimited - 1_000_000
    expect(report(strict, [past]).amounts).toMatchObject([
      { name: 'highestLimitMinor', risen: 1, netMinor: rise, largestRiseMinor: rise },
    ])
    expect(report(strict, [past, past]).amounts).toMatchObject([{ risen: 2, netMinor: null }])
  })

  it('is told of each item of a list by itself', () => {
    const { table } = seedTable('checklist')
    const [first, ...others] = table.rows
    if (first === undefined) throw new Error('The checklist is empty.')
    const asked = {
      line: 'property',
      cause: 'fire',
      injury: false,
      death: false,
      thirdParty: false,
      amountMinor: 5,
    }
    const firing = report({ ...table, rows: [first] }, [{ ...small, inputs: asked, rows: [], outputs: [] }])
    expect(first.when).toEqual({})
    expect(others.length).toBeGreaterThan(0)
    const item = first.gives['item']
    expect(firing.outputs).toEqual([
      { output: 'item', subject: item, decisions: 1, transitions: [{ from: null, to: item, decisions: 1 }] },
    ])
  })
})
