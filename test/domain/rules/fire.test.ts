import { describe, expect, it } from 'vitest'
import { ruleContracts } from '../../../domain/rules/contracts.ts'
import { applyHitPolicy, inputFaults } from '../../../domain/rules/fire.ts'

const rows = [
  { gives: { check: 'inForce', result: 'pass' } },
  { gives: { check: 'inForce', result: 'refer' } },
  { gives: { check: 'peril', result: 'refer' } },
]

describe('of the rows that match', () => {
  it('the first answers, or all, or the first about each check', () => {
    expect(applyHitPolicy(rows, ruleContracts.surveyNeed)).toEqual([rows[0]])
    expect(applyHitPolicy(rows, ruleContracts.checklist)).toEqual(rows)
    expect(applyHitPolicy(rows, ruleContracts.coverageChecks)).toEqual([rows[0], rows[2]])
  })
})

describe('inputs', () => {
  const inputs = { clock: 'payment', line: 'health', amountMinor: 5, injury: false, complex: true }
  const contract = ruleContracts.slaTargets

  it('are as the contract foresees them; only what may be unknown may be null', () => {
    expect(inputFaults(inputs, contract)).toEqual([])
    expect(inputFaults({ ...inputs, amountMinor: null }, contract)).toEqual([])
    expect(inputFaults({ ...inputs, injury: null }, contract)).toEqual(['injury'])
    expect(inputFaults({ ...inputs, clock: null }, contract)).toEqual(['clock'])
  })

  it.each([
    ['amountMinor', 0.5],
    ['amountMinor', -1],
    ['amountMinor', Number.MAX_SAFE_INTEGER + 1],
    ['amountMinor', '5'],
    ['line', 'life'],
    ['line', true],
    ['injury', 0],
    ['plate', '京A12345'],
  ])('with %s = %j are refused', (name, value) => {
    expect(inputFaults({ ...inputs, [name]: value }, contract)).toEqual([name])
  })

  it('that are missing are refused, even those that may be unknown: null has to be said', () => {
    const { amountMinor: _, ...others } = inputs
    expect(inputFaults(others, contract)).toEqual(['amountMinor'])
  })
})
