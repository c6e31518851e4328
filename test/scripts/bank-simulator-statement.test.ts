import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instructionBytes } from '../../bank/protocol.ts'
import { startOfDay } from '../../domain/time/civil-date.ts'
import { Bank } from '../../scripts/bank-simulator/bank.ts'
import { planOf } from '../../scripts/bank-simulator/plan.ts'
import { Store } from '../../scripts/bank-simulator/store.ts'
import { anInstruction } from '../activities/bank/run-simulator.ts'

const midnight = startOfDay('2026-11-25')
let store: Store
let bank: Bank

beforeEach(() => {
  store = new Store(':memory:')
  bank = new Bank(store, { dedupWindowMs: 1000, callsBack: false })
})
afterEach(() => {
  store.close()
})

function payAt(now: number, returnAfterMs?: number): string {
  const instruction = anInstruction()
  const plan = { ...planOf(undefined, 0), returnAfterMs }
  bank.submit(instruction, instructionBytes(instruction), plan, now)
  return instruction.ref
}
const linesOf = (day: string) =>
  bank.statement(day, midnight + 5000).lines.map(({ kind, ref }) => `${kind} ${ref}`)

describe('a statement', () => {
  it('cuts the days at midnight in Shanghai', () => {
    const before = payAt(midnight - 1)
    const after = payAt(midnight)
    expect(linesOf('2026-11-24')).toEqual([`executed ${before}`])
    expect(linesOf('2026-11-25')).toEqual([`executed ${after}`])
    expect(linesOf('2026-11-26')).toEqual([])
  })

  it('has a return on the day on which the money came back', () => {
    const ref = payAt(midnight - 1, 10)
    bank.takeDueSteps(midnight + 9)
    expect(linesOf('2026-11-24')).toEqual([`executed ${ref}`])
    expect(linesOf('2026-11-25')).toEqual([`returned ${ref}`])
  })

  it('is final when its day has ended, and not before', () => {
    expect(bank.statement('2026-11-24', midnight - 1).final).toBe(false)
    expect(bank.statement('2026-11-24', midnight).final).toBe(true)
  })

  it('gives a line the same id every time, and no two lines the same', () => {
    payAt(midnight, 0)
    bank.takeDueSteps(midnight)
    const ids = () => bank.statement('2026-11-25', midnight).lines.map(({ lineId }) => lineId)
    expect(new Set(ids()).size).toBe(2)
    expect(ids()).toEqual(ids())
  })
})

describe('the window against double payments', () => {
  it.each([
    [999, 1],
    [1000, 2],
  ])('resent after %d of 1000 ms, a payment is made %d times', (afterMs, payments) => {
    const instruction = anInstruction()
    const bytes = instructionBytes(instruction)
    bank.submit(instruction, bytes, planOf(undefined, 0), midnight)
    bank.submit(instruction, bytes, planOf(undefined, 0), midnight + afterMs)
    expect(store.journal(instruction.ref)).toHaveLength(payments)
  })
})
