import { expect, it } from 'vitest'
import { accident } from '../../../scripts/demo/scenarios/contracts.ts'
import { someoneInsured } from '../../../scripts/demo/policies.ts'

const contract = accident()

it('makes up nobody under a number that another name has: an import refuses it', () => {
  const numbers = Array.from({ length: 20_000 }, () => someoneInsured(contract).identityNumber)
  expect(new Set(numbers).size).toBe(numbers.length)
})
