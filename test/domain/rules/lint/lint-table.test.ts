import { describe, expect, it } from 'vitest'
import { lintTable } from '../../../../domain/rules/lint/lint-table.ts'
import { sampleTable, type SampleTable } from '../sample-table.ts'

/** Codes and places of what the linter says after one thing was spoilt. */
function faultsAfter(spoil: (table: SampleTable) => void): readonly string[] {
  const table = sampleTable()
  spoil(table)
  return lintTable(table).map((fault) => `${fault.code} ${fault.at}`)
}

const row = (table: SampleTable, id: string) => {
  const found = table.rows.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no row ${id}`)
  return found
}

describe('a rule table', () => {
  it('without faults is let through', () => {
    expect(lintTable(sampleTable())).toEqual([])
  })

  it('with a cell that the engine would silently never match is refused', () => {
    expect(faultsAfter((table) => (row(table, 'small').when['estimatedMinor'] = '=< 500000'))).toEqual([
      'malformedCell small.estimatedMinor',
    ])
    expect(faultsAfter((table) => (row(table, 'small').when['estimatedMinor'] = '"much"'))).toEqual([
      'wrongCellType small.estimatedMinor',
    ])
    expect(faultsAfter((table) => (row(table, 'large').when['line'] = '"properties"'))).toEqual([
      'unknownWord large.line',
    ])
  })

  it('that asks for an input which nobody fills is refused', () => {
    expect(faultsAfter((table) => (row(table, 'small').when['age'] = '> 17'))).toEqual([
      'unknownInput small.age',
    ])
    expect(faultsAfter((table) => table.inputs.push({ name: 'age', type: 'integer' }))).toEqual([
      'unknownInput age',
    ])
    expect(faultsAfter((table) => (table.inputs[1] = { name: 'estimatedMinor', type: 'choice' }))).toEqual([
      'columnTypeDiffers estimatedMinor',
    ])
  })

  it('whose rows do not give exactly the outputs is refused', () => {
    expect(faultsAfter((table) => (row(table, 'small').gives['required'] = 'no'))).toEqual([
      'wrongOutput small.required',
    ])
    expect(faultsAfter((table) => delete row(table, 'small').gives['kind'])).toEqual([
      'wrongOutput small.kind',
    ])
    expect(faultsAfter((table) => (row(table, 'small').gives['price'] = 3))).toEqual([
      'unknownOutput small.price',
    ])
    expect(faultsAfter((table) => table.outputs.pop())).toEqual(['columnMissing reason'])
  })

  it('with one id for two rows is refused: a stored row id must name one row', () => {
    expect(faultsAfter((table) => (row(table, 'largeElsewhere').id = 'large'))).toContain(
      'duplicateName large',
    )
  })

  it('without test cases is refused', () => {
    expect(faultsAfter((table) => (table.testCases = []))).toEqual(['noTestCases surveyNeed'])
  })

  it('that fails a test case of its own is refused', () => {
    expect(faultsAfter((table) => (row(table, 'small').when['estimatedMinor'] = '< 500000'))).toEqual([
      'gapBeforeClosing surveyNeed',
      'testCaseFails small at the border',
    ])
    expect(faultsAfter((table) => (row(table, 'large').gives['kind'] = 'remote'))).toEqual([
      'testCaseFails a fen above',
    ])
  })

  it('with a test case that expects nothing or leaves an input open is refused', () => {
    expect(faultsAfter((table) => table.testCases.push({ name: 'idle', inputs: {} }))).toEqual([
      'testCaseMalformed idle',
    ])
    expect(faultsAfter((table) => delete table.testDefaults['line'])).toContain(
      'testCaseMalformed nobody knows',
    )
  })

  it('with dates that are none or run backwards is refused', () => {
    expect(faultsAfter((table) => (table.effectiveFrom = '2026-02-30'))).toEqual([
      'intervalInvalid effectiveFrom',
    ])
    expect(faultsAfter((table) => (table.effectiveTo = '2026-01-01'))).toEqual([
      'intervalInvalid effectiveFrom',
    ])
  })

  it('that is hit in another way than the program reads it is refused', () => {
    expect(faultsAfter((table) => (table.hitPolicy = 'collect'))).toEqual(['hitPolicyDiffers hitPolicy'])
  })

  it('is read strictly: an unknown key, a fraction or another shape is refused', () => {
    expect(lintTable(null).map((fault) => fault.code)).toEqual(['malformedDocument'])
    expect(lintTable({ ...sampleTable(), id: 'toString' }).map((fault) => fault.code)).toEqual([
      'unknownTable',
    ])
    expect(lintTable({ ...sampleTable(), comment: '' })).toEqual([
      { code: 'malformedDocument', at: 'table', detail: 'comment' },
    ])
    expect(faultsAfter((table) => (table.version = 1.5))).toEqual(['malformedDocument version'])
    expect(faultsAfter((table) => (row(table, 'small').gives['required'] = 1.5))).toEqual([
      'malformedDocument small.required',
    ])
  })
})
