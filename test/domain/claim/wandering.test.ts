import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryToArchive } from './support/diligent.ts'
import { wander } from './support/moves.ts'

const start = fc.nat({ max: 100 })
const tape = (length: number) =>
  fc.array(fc.nat({ max: 2 ** 50 }), { minLength: 5, maxLength: length, size: 'max' })

describe('whatever anybody does in whatever order', () => {
  it('no decision breaks an invariant of the claim', () => {
    fc.assert(
      fc.property(start, tape(150), (from, numbers) => {
        wander(from, numbers)
      }),
      { numRuns: 150 },
    )
  })

  it('the open tasks and what the workflow is told lead to the archive', () => {
    fc.assert(
      fc.property(start, tape(100), (from, numbers) => {
        const story = wander(from, numbers).with({ payLaneOpen: true })
        expect(carryToArchive(story)).toBeNull()
      }),
      { numRuns: 150 },
    )
  })
})
