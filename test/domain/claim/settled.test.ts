import { describe, expect, it } from 'vitest'
import { liveLateDamages } from '../../../domain/claim/stages/settled.ts'
import type { ClaimState, Settlement } from '../../../domain/claim/state.ts'
import { fen } from '../../../domain/money.ts'
import { agreed, approve, given, pay, propose, release } from './support/steps.ts'

/** Paid 5,000 yuan, then a sheet whose last 24.66 yuan are for the delay. */
function paidLate(): ClaimState {
  const story = given('afterCare').when('reopenClaim', {}, 'approver-1')
  agreed(story, { insured: 502_466 })
  pay(release(approve(propose(story, 'final', { insured: 2_466 }))))
  return split(story.state)
}

const split = (state: ClaimState): ClaimState => ({
  ...state,
  sheets: state.sheets.map((sheet) =>
    sheet.version === 2
      ? {
          ...sheet,
          byClaimant: [
            { partyId: 'insured', coverage: 'ownDamage', payableMinor: fen(500_000) },
            { partyId: 'insured', coverage: 'lateDamages', payableMinor: fen(2_466) },
          ],
        }
      : sheet,
  ),
})

const withLast = (state: ClaimState, change: Partial<Settlement>): ClaimState => ({
  ...state,
  settlements: state.settlements.map((one, index, all) =>
    index === all.length - 1 ? { ...one, ...change } : one,
  ),
})

describe('damages for a late payment', () => {
  it('are owed beside the indemnity, so they take nothing from the sum insured (Insurance Law art. 23)', () => {
    expect(liveLateDamages(paidLate())).toBe(2_466)
    expect(liveLateDamages(given('afterCare').state)).toBe(0)
  })

  it('count as soon as money is granted for them, and not before', () => {
    const state = paidLate()
    const unpaid = { ...state, intents: state.intents.slice(0, 1) }
    expect(liveLateDamages(unpaid)).toBe(0)
    expect(liveLateDamages(withLast(state, { state: 'void' }))).toBe(0)
  })

  it('are not what was paid too much by a figure that was lowered', () => {
    const state = paidLate()
    const lowered = {
      ...state,
      sheets: state.sheets.map((sheet) =>
        sheet.version === 2 ? { ...sheet, payableMinor: fen(400_000) } : sheet,
      ),
    }
    expect(liveLateDamages(lowered)).toBe(2_466)
  })
})
