import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleContracts } from '../../../../domain/rules/contracts.ts'
import { readyRow, rowMatches, type ReadyRow } from '../../../../domain/rules/fire.ts'
import { lintTable } from '../../../../domain/rules/lint/lint-table.ts'
import { findGap, meeting, rowSpace } from '../../../../domain/rules/lint/row-space.ts'
import { sampleTable } from '../sample-table.ts'

const codes = (table: unknown) => lintTable(table).map((fault) => `${fault.code} ${fault.at}`)

describe('rows that compete', () => {
  it('may not overlap, unless an explicit priority says who wins', () => {
    const table = sampleTable()
    table.rows[0] = { ...sampleTable().rows[0], priority: 0 } as (typeof table.rows)[number]
    expect(codes(table)).toEqual([
      'rowsOverlap doubtful, small',
      'rowsOverlap doubtful, large',
      'rowsOverlap doubtful, largeElsewhere',
    ])
  })

  it('stand in the order of their priority, so that reading down is deciding', () => {
    const table = sampleTable()
    const [doubtful, small, ...others] = table.rows
    if (doubtful === undefined || small === undefined) throw new Error('the sample has rows')
    expect(codes({ ...table, rows: [small, doubtful, ...others] })).toContain('priorityOutOfOrder doubtful')
  })

  it('leave no gap to the closing row, which is there for the unknown', () => {
    const table = sampleTable()
    table.rows = table.rows.filter((row) => row.id !== 'largeElsewhere')
    const faults = lintTable(table)
    expect(faults.map((fault) => fault.code)).toEqual(['gapBeforeClosing'])
    expect(JSON.parse(faults[0]?.detail ?? '')).toEqual({
      doubtful: false,
      estimatedMinor: 500_001,
      line: 'motorCompulsory',
    })
  })

  it('are of use: one that earlier rows cover completely is reported', () => {
    const table = sampleTable()
    table.rows.splice(1, 0, {
      id: 'dead',
      priority: 1,
      when: { doubtful: 'true', line: '"health"' },
      gives: table.rows[0]?.gives ?? {},
    })
    expect(codes(table)).toContain('rowNeverFires dead')
  })
})

describe('the closing row', () => {
  it('must be there', () => {
    const table = sampleTable()
    table.rows.pop()
    expect(codes(table)).toContain('closingRowMissing surveyNeed')
  })

  it('must take everything', () => {
    const table = sampleTable()
    const closing = table.rows.at(-1)
    if (closing !== undefined) closing.when = { doubtful: 'false' }
    expect(codes(table)).toContain('closingRowMissing surveyNeed')
  })

  it('must send to a person what no rule foresaw', () => {
    const table = sampleTable()
    const closing = table.rows.at(-1)
    if (closing !== undefined) closing.gives = { ...closing.gives, required: false, kind: 'none' }
    expect(codes(table)).toContain('closingRowNotCautious closing.required')
  })
})

describe('the search of the grid', () => {
  const contract = ruleContracts.surveyNeed
  const bound = fc.integer({ min: 0, max: 6 })
  const cells = fc.record({
    estimatedMinor: fc.oneof(
      fc.constant('-'),
      fc.tuple(bound, bound).map(([a, b]) => `[${Math.min(a, b)}..${Math.max(a, b)}]`),
      bound.map((value) => `> ${value}`),
    ),
    line: fc.constantFrom('-', '"health"', '"health","property"', 'not("health")'),
    doubtful: fc.constantFrom('-', 'true', 'false'),
  })
  const rows = fc.array(cells, { minLength: 1, maxLength: 6 }).map((whens) =>
    whens.flatMap((when, index): ReadyRow[] => {
      const row = readyRow({ id: `r${index}`, priority: 0, when, gives: {} }, contract)
      return row === undefined ? [] : [row]
    }),
  )
  const everyInput = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((estimatedMinor) =>
    ['health', 'property', 'accident'].flatMap((line) =>
      [true, false].map((doubtful) => ({ estimatedMinor, line, doubtful })),
    ),
  )

  it('finds a gap exactly when trying every input finds one', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const gap = findGap(some, rowSpace(some, contract))
        const open = everyInput.some((inputs) => !some.some((row) => rowMatches(row, inputs)))
        expect(gap !== undefined).toBe(open)
        if (gap !== undefined)
          expect(some.some((row) => rowMatches(row, { ...everyInput[0], ...gap }))).toBe(false)
      }),
    )
  })

  it('finds an overlap exactly when trying every input finds one', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const [a, b] = some
        if (a === undefined || b === undefined) return
        const both = everyInput.some((inputs) => rowMatches(a, inputs) && rowMatches(b, inputs))
        expect(meeting(a, b, rowSpace([a, b], contract)) !== undefined).toBe(both)
      }),
    )
  })
})
