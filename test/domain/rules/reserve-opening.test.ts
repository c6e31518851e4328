import { describe, expect, it } from 'vitest'
import { fen } from '../../../domain/money.ts'
import { openingReserve } from '../../../domain/rules/reserve-opening.ts'

const rule = { indemnityFloorMinor: 200_000, indemnityShareBasisPoints: 11_000, expenseMinor: 30_000 }

describe('the opening reserve', () => {
  it('is the floor while nobody has estimated the loss', () => {
    expect(openingReserve(rule, null)).toEqual({ indemnityMinor: 200_000, expenseMinor: 30_000 })
  })

  it('is the share of the estimate once that is above the floor, rounded up to a fen', () => {
    expect(openingReserve(rule, fen(181_818)).indemnityMinor).toBe(200_000)
    expect(openingReserve(rule, fen(181_819)).indemnityMinor).toBe(200_001)
    expect(openingReserve(rule, fen(1)).indemnityMinor).toBe(200_000)
  })

  it('stays exact where estimate times share is above what a double can hold', () => {
    expect(openingReserve(rule, fen(8_000_000_000_000_001)).indemnityMinor).toBe(8_800_000_000_000_002)
  })
})
