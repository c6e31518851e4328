import { describe, expect, it } from 'vitest'
import { fen } from '../../../domain/money.ts'
import { postingOf } from '../../../domain/ledger.ts'
import { approve, calculate, given, pay, propose, reachable, release } from './support/steps.ts'
import type { Story } from './support/story.ts'

const to = (indemnity: number, expense = 5_000) =>
  ({ indemnityMinor: fen(indemnity), expenseMinor: fen(expense), reason: 'survey' }) as const

const open = reachable.filter((stage) => stage !== 'afterCare' && stage !== 'archived')

describe('a reserve', () => {
  it.each(open)('is set anew by people in %s, with a reason and a posting for each part', (stage) => {
    const story = given(stage)
    story.when('reviseReserve', to(900_000, 20_000), 'adjuster-1')
    expect(story.state.reserve).toMatchObject({ indemnityMinor: 900_000, expenseMinor: 20_000 })
    expect(story.last?.events).toEqual([
      { type: 'reserveRevised', data: { part: 'indemnity', from: 500_000, to: 900_000, reason: 'survey' } },
      { type: 'reserveRevised', data: { part: 'expense', from: 5_000, to: 20_000, reason: 'survey' } },
    ])
    expect(story.last?.events.map((event) => postingOf(event, story.state))).toMatchObject([
      { debit: 'claimsIncurred', credit: 'reserveIndemnity', amountMinor: 400_000 },
      { debit: 'claimsIncurred', credit: 'reserveExpense', amountMinor: 15_000 },
    ])
  })

  it.each(['afterCare', 'archived'] as const)('of a claim in %s is nothing, and stays so', (stage) => {
    expect(given(stage).refusal('reviseReserve', to(1), 'adjuster-1')).toBe('claimClosed')
  })

  it('is not set to what it is', () => {
    expect(given('survey').refusal('reviseReserve', to(500_000), 'adjuster-1')).toBe('alreadyDone')
  })

  it('is set by the handler of the claim, an adjuster or a supervisor, and by nobody else', () => {
    const story = given('survey')
    for (const by of ['handler-2', 'finance-1', 'customer', 'software', 'system'])
      expect(['notAssigned', 'notPermitted', 'notFound']).toContain(
        story.refusal('reviseReserve', to(1), by as 'customer'),
      )
    story.when('reviseReserve', to(1), 'handler-1').when('reviseReserve', to(2), 'approver-1')
  })

  it('is not set below what is promised and not paid yet', () => {
    const story = given('approval')
    expect(story.refusal('reviseReserve', to(499_999), 'adjuster-1')).toBe('reserveTooLow')
    const released = release(given('payment'))
    expect(released.refusal('reviseReserve', to(499_999), 'adjuster-1')).toBe('reserveTooLow')
    pay(released).when('reviseReserve', to(100), 'adjuster-1')
    expect(released.state.reserve.indemnityMinor).toBe(100)
  })
})

describe('before the close', () => {
  const paid = (story: Story) => pay(release(story))

  it('what was expected is held against what was paid', () => {
    const enough = paid(given('payment')).when('closeClaim', {}, 'system')
    const check = { estimateMinor: 500_000, paidMinor: 500_000, adequate: true }
    expect(enough.happened('reserveChecked')).toEqual([check])
    expect(enough.state.reserve).toMatchObject({ indemnityMinor: 0, expenseMinor: 0, check })
  })

  it('a reserve that was too low is seen, although the settlement has raised it', () => {
    const story = given('adjustment').when('reviseReserve', to(300_000), 'adjuster-1')
    calculate(story, { insured: 500_000 })
    story.when('proposeSheet', story.sheet, 'adjuster-1').when('agreeSheet', story.sheet, 'customer')
    const settled = paid(approve(propose(story, 'final', { insured: 500_000 })))
    expect(settled.when('closeClaim', {}, 'system').state.reserve.check).toEqual({
      estimateMinor: 300_000,
      paidMinor: 500_000,
      adequate: false,
    })
  })
})
