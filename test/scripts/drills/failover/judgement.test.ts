import { describe, expect, it } from 'vitest'
import type { JournalRow } from '../../../../scripts/bank-simulator/store-schema.ts'
import {
  checkKnownUntil,
  checkNotedBeforePaid,
  checkNothingLost,
  firstWriteAfter,
} from '../../../../scripts/drills/failover/judgement.ts'
import type { Gaps } from '../../../../scripts/gaps/find-gaps.ts'
import { faultsOf } from '../faults-of.ts'

describe('the first write after a failover', () => {
  const attempt = { outcome: 'ok', key: 'k', tInv: 110, tRet: 130 } as const

  it('is the first that was answered of those that were sent after it', () => {
    const late = { ...attempt, tInv: 105, tRet: 150 }
    expect(firstWriteAfter([late, attempt], 100)).toBe(130)
  })

  it.each([
    ['a read', { key: null }],
    ['a refusal', { outcome: 'fail' as const }],
    ['one that was not answered', { outcome: 'info' as const }],
    ['one that was sent before', { tInv: 99 }],
  ])('is not %s', (_, changed) => {
    expect(firstWriteAfter([{ ...attempt, ...changed }], 100)).toBeUndefined()
  })
})

describe('a promotion without a loss', () => {
  const row = { ref: 'P-1' } as JournalRow
  const none: Gaps = { since: 0, claims: [], payments: [], references: [], messages: [], orphans: [] }
  const judged = (changed: object) =>
    faultsOf((verdict) => checkNothingLost(verdict, { ...none, ...changed }, 7))

  it('is wrong when the bank has moved money that the server has not noted', () => {
    const of = (refs: readonly string[]) =>
      faultsOf((verdict) => checkNotedBeforePaid(verdict, [row], new Set(refs)))
    expect(of(['P-1', 'P-2'])).toEqual({})
    expect(of(['P-2'])).not.toEqual({})
  })

  it('is wrong when what came after the promotion counts as handed on', () => {
    const of = (until: number | undefined) => faultsOf((verdict) => checkKnownUntil(verdict, until, 100))
    expect([of(100), of(101), of(undefined)].map((faults) => Object.keys(faults).length)).toEqual([0, 1, 1])
  })

  it('is right when nothing is listed', () => {
    expect(judged({})).toEqual({})
  })

  it.each([
    ['a claim', { claims: [{ claimId: 'c', known: { version: 3 } }] }],
    ['a payment', { payments: [{ intentId: 'i' }] }],
    ['a reference', { references: [row] }],
    ['a message', { messages: [{ id: 'm' }] }],
    ['a workflow without a row', { orphans: [{ workflowId: 'w' }] }],
  ])('is wrong when %s is listed', (_, changed) => {
    expect(Object.values(judged(changed))).toEqual([[expect.any(String)]])
  })
})
