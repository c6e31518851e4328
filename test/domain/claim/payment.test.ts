import { describe, expect, it } from 'vitest'
import type { RefusalCode } from '../../../domain/errors.ts'
import { limitOf, party } from './support/people.ts'
import {
  agreed,
  answer,
  approve,
  calculate,
  gate,
  given,
  paid,
  pay,
  propose,
  release,
  returned,
} from './support/steps.ts'
import type { Story } from './support/story.ts'
import { day, minute } from './support/world.ts'

const both = { insured: 300_000, victim: 200_000 }
const twoPayees = () => approve(propose(agreed(given('adjustment'), both), 'final', both))
const rejected = { status: 'rejected', reason: 'AC04' } as const
const notFound = { status: 'notFound' } as const

function refusedRelease(story: Story, by: string, hash = story.settlement.hash): RefusalCode {
  return story.refusal('releasePayments', { settlementId: story.settlement.id, hash }, by)
}

const resolve = (story: Story, outcome: 'paid' | 'failed', by: string) =>
  story.when('resolveSuspense', { intentId: story.intent().id, outcome }, by)

const fail = (story: Story, partyId?: string) => {
  gate(story, story.intent(partyId))
  return answer(story, story.intent(partyId), rejected)
}

const repay = (story: Story, partyId = 'insured') => {
  const { id, amountMinor } = story.intent(partyId)
  return approve(propose(story, 'repayment', { [partyId]: amountMinor }, id))
}

describe('a release', () => {
  it('opens one payment to each payee, with a reference for ever', () => {
    const story = release(twoPayees())
    expect(story.state.intents).toHaveLength(2)
    for (const { ref } of story.state.intents) expect(ref).toMatch(/^[A-Z0-9]{1,30}$/)
    expect(new Set(story.state.intents.map(({ ref }) => ref)).size).toBe(2)
    expect(refusedRelease(story, 'finance-2')).toBe('alreadyDone')
    expect(story.tasks('releasePayment')).toEqual([])
  })

  it('is of what was approved, and of nothing else', () => {
    expect(refusedRelease(given('approval'), 'finance-1')).toBe('approvalVoid')
    expect(refusedRelease(given('payment'), 'finance-1', 'another')).toBe('contentChanged')
    const body = { settlementId: 'S9', hash: '' }
    expect(given('payment').refusal('releasePayments', body, 'finance-1')).toBe('notFound')
  })

  it('is by somebody who neither calculated, proposed nor approved', () => {
    const story = given('payment')
    const asFinance = (personId: string) => ({
      kind: 'person' as const,
      personId,
      accountId: 'account',
      roles: ['finance' as const],
      limitMinor: null,
      substitutesFor: [],
    })
    const { id: settlementId } = story.settlement
    for (const person of ['adjuster-1', 'approver-2']) {
      // Before anything else, so that trying tells nothing about the state of the approval.
      expect(story.refusal('releasePayments', { settlementId, hash: 'guess' }, asFinance(person))).toBe(
        'ownWork',
      )
    }
  })

  it('is over when the claim was withdrawn: the approval fell with it', () => {
    const story = given('payment').when('withdrawClaim', {}, 'customer')
    expect(story.settlement.state).toBe('void')
    expect(refusedRelease(story, 'finance-1')).toBe('claimClosed')
  })
})

describe('the third party (Insurance Law art. 65)', () => {
  it('is paid first, whatever the order in which payees are named', () => {
    const story = release(twoPayees())
    expect(story.intent('victim').status).toBe('ready')
    expect(story.intent('insured').status).toBe('held')
    expect(
      story.refusal('gatePayment', { intentId: story.intent('insured').id, resend: false }, 'system'),
    ).toBe('intentNotSendable')
    expect(pay(story, 'victim').intent('insured').status).toBe('ready')
  })

  it('comes first although it has had an advance', () => {
    const story = calculate(given('adjustment'), both)
    pay(release(approve(propose(story, 'advance', { victim: 50_000 }))))
    story.when('proposeSheet', story.sheet, 'adjuster-1').when('agreeSheet', story.sheet, 'customer')
    release(approve(propose(story, 'final', { insured: 300_000, victim: 150_000 })))
    expect(story.intent('insured').status).toBe('held')
  })

  it('comes first when its own payment failed, until it has been paid anew', () => {
    const story = fail(release(twoPayees()), 'victim')
    expect(story.intent('insured').status).toBe('held')
    pay(release(repay(story, 'victim')), 'victim')
    expect(story.intent('insured').status).toBe('ready')
  })

  it('does not lose to the insured what it did not get', () => {
    const story = fail(release(twoPayees()), 'victim')
    const { id, amountMinor } = story.intent('victim')
    const payees = [{ partyId: 'insured', amountMinor }]
    const body = { ...story.sheet, kind: 'repayment' as const, payees, replacesIntent: id }
    expect(story.refusal('proposeSettlement', body, 'handler-1')).toBe('aboveSettlement')
  })
})

describe('the gate', () => {
  const refused = (story: Story, resend = false) =>
    story.refusal('gatePayment', { intentId: story.intent().id, resend }, 'system')

  it('lets a payment through once, with a fence and a deadline', () => {
    const story = gate(release(given('payment')))
    expect(story.last?.reply).toEqual({ sendable: true, fence: 1, deadline: story.now + 30_000 })
    expect(refused(story)).toBe('intentNotSendable')
  })

  it('is shut while the lane is paused', () => {
    expect(refused(release(given('payment')).with({ payLaneOpen: false }))).toBe('laneClosed')
  })

  it.each([
    ['has lost all authority', null],
    ['has a lower limit now', limitOf('approver-1')],
  ])('stops a payment whose approver %s', (_what, limit) => {
    const story = approve(given('approval', { rules: { authorityLevels: levels(5_000_000) } }))
    gate(release(story).with({ limitNow: () => limit }))
    expect(story.last?.reply).toMatchObject({ sendable: false })
    expect(story.intent().suspense?.reason).toBe('authorityLost')
    expect(story.tasks('resolveSuspense')).toMatchObject([{ role: 'finance' }])
  })

  it('stops a payment to an account that has changed while another payee was being paid', () => {
    const story = pay(release(twoPayees()), 'victim')
    const newParties = [party('insured', 'insured', { payeeHash: 'another account' })]
    story.when('changePayee', { partyId: 'insured' }, 'customer', { newParties })
    expect(gate(story, story.intent('insured')).intent('insured').suspense?.reason).toBe('payeeChanged')
  })

  it('sends the same reference again only after the grace of the bank and within its window', () => {
    const story = gate(release(given('payment')))
    answer(story, story.intent(), notFound)
    expect(refused(story.later(9 * minute), true)).toBe('intentNotSendable')
    answer(story.later(minute), story.intent(), notFound)
    gate(story, story.intent(), true)
    expect(story.intent()).toMatchObject({ status: 'submitting', fence: 2, denied: false })
    answer(story, story.intent(), notFound)
    answer(story.later(day), story.intent(), notFound)
    gate(story, story.intent(), true)
    expect(story.intent().suspense?.reason).toBe('dedupWindowOver')
  })

  it('does not take one denial and then silence for a denial that outlasted the grace', () => {
    const story = gate(release(given('payment')))
    answer(story, story.intent(), notFound)
    answer(story.later(11 * minute), story.intent(), { status: 'unknown', reason: 'timeout' })
    expect(refused(story, true)).toBe('intentNotSendable')
  })

  it('lets what has left be asked about while the lane is shut, and nothing leave', () => {
    const story = gate(release(given('payment'))).with({ payLaneOpen: false })
    expect(refused(story, false)).toBe('intentNotSendable')
    expect(refused(release(given('payment')).with({ payLaneOpen: false }), false)).toBe('laneClosed')
  })

  it('ends its term when the money has gone, whenever the claim is closed', () => {
    const story = pay(release(given('payment')))
    expect(story.state.stage).toBe('payment')
    expect(story.state.clocks['payment']?.clock.doneAt).toBe(story.now)
  })

  it('sends nothing again on doubt alone', () => {
    const story = gate(release(given('payment')))
    answer(story, story.intent(), { status: 'unknown', reason: 'timeout' })
    expect(refused(story.later(day), true)).toBe('intentNotSendable')
  })

  it('sends nothing again to an account that has changed since', () => {
    const story = gate(release(given('payment')))
    answer(story, story.intent(), notFound)
    const newParties = [party('insured', 'insured', { payeeHash: 'another account' })]
    story.when('changePayee', { partyId: 'insured' }, 'customer', { newParties })
    answer(story.later(11 * minute), story.intent(), notFound)
    gate(story, story.intent(), true)
    expect(story.intent().suspense?.reason).toBe('payeeChanged')
  })
})

describe('suspense', () => {
  const suspended = () => {
    const story = pay(release(given('payment')))
    return answer(story, story.intent(), rejected)
  }

  it('is resolved by two people who say the same', () => {
    const story = resolve(suspended(), 'paid', 'finance-1')
    expect(
      story.refusal('resolveSuspense', { intentId: story.intent().id, outcome: 'paid' }, 'finance-1'),
    ).toBe('secondPersonNeeded')
    resolve(resolve(story, 'failed', 'finance-2'), 'failed', 'finance-3')
    expect(story.intent()).toMatchObject({ status: 'failed', posted: false })
    expect(story.tasks('resolveSuspense')).toEqual([])
    expect(story.tasks('correctPayee')).toHaveLength(1)
    expect(
      story.refusal('resolveSuspense', { intentId: story.intent().id, outcome: 'paid' }, 'finance-1'),
    ).toBe('alreadyDone')
  })

  it('of one payment leaves the task for the other', () => {
    const story = release(twoPayees())
    for (const id of ['victim', 'insured']) answer(story, story.intent(id), rejected)
    const intentId = story.intent('victim').id
    for (const by of ['finance-1', 'finance-2'])
      story.when('resolveSuspense', { intentId, outcome: 'failed' }, by)
    expect(story.tasks('resolveSuspense')).toHaveLength(1)
  })

  it('keeps the claim open, from withdrawal and, after the close, from the archive', () => {
    expect(suspended().refusal('closeClaim', {}, 'system')).toBe('intentOpen')
    expect(suspended().refusal('withdrawClaim', {}, 'customer')).toBe('moneyUnderWay')
    const closed = given('afterCare')
    answer(closed, closed.intent(), rejected).later(30 * day)
    expect(closed.told.archiveAt).toBeNull()
    expect(closed.refusal('archiveClaim', {}, 'system')).toBe('intentOpen')
  })

  it('of a payment cancelled by a withdrawal reopens nothing', () => {
    const story = release(given('payment')).when('withdrawClaim', {}, 'customer')
    answer(story, story.intent(), rejected)
    for (const by of ['finance-1', 'finance-2']) resolve(story, 'failed', by)
    expect(story.state).toMatchObject({ stage: 'afterCare', outcome: 'withdrawn' })
  })
})

describe('a payment that did not arrive', () => {
  it('is paid anew under new approvals, and the claim closes then', () => {
    const story = fail(release(given('payment')))
    expect(story.refusal('closeClaim', {}, 'system')).toBe('intentOpen')
    expect(story.tasks('correctPayee')).toHaveLength(1)
    const { id, amountMinor } = story.intent()
    propose(story, 'repayment', { insured: amountMinor }, id)
    expect(story.state.stage).toBe('approval')
    expect(refusedRelease(story, 'finance-1')).toBe('approvalVoid')
    pay(release(approve(story)))
    expect(story.told.payable).toBe(true)
    expect(story.when('closeClaim', {}, 'system').state.outcome).toBe('paid')
  })

  it('is paid anew to the fen, once, and only when it is over', () => {
    const story = fail(release(given('payment')))
    const { id, amountMinor } = story.intent()
    const asked = (amount: number) => ({
      ...story.sheet,
      kind: 'repayment' as const,
      payees: [{ partyId: 'insured', amountMinor: amount as typeof amountMinor }],
      replacesIntent: id,
    })
    expect(story.refusal('proposeSettlement', asked(amountMinor - 1), 'handler-1')).toBe('payeesDoNotAddUp')
    story.when('proposeSettlement', asked(amountMinor), 'handler-1')
    expect(story.refusal('proposeSettlement', asked(amountMinor), 'handler-1')).toBe('alreadyDone')
    const open = gate(release(given('payment')))
    expect(
      open.refusal(
        'proposeSettlement',
        { ...asked(amountMinor), replacesIntent: open.intent().id },
        'handler-1',
      ),
    ).toBe('intentOpen')
  })

  it('and came back after the close reopens the claim, which closes again', () => {
    const story = given('archived')
    answer(story, story.intent(), returned(story, story.intent()))
    expect(story.state).toMatchObject({ stage: 'payment', outcome: null, reopenedTimes: 1 })
    pay(release(repay(story)))
    expect(story.when('closeClaim', {}, 'system').state).toMatchObject({
      stage: 'afterCare',
      outcome: 'paid',
    })
  })

  it('and was an advance is paid anew while the adjustment goes on', () => {
    const story = calculate(given('adjustment'), { insured: 500_000 })
    pay(release(approve(propose(story, 'advance', { insured: 200_000 }))))
    answer(story, story.intent(), returned(story, story.intent()))
    pay(release(repay(story)))
    expect(story.state.stage).toBe('adjustment')
    story.when('proposeSheet', story.sheet, 'adjuster-1').when('agreeSheet', story.sheet, 'customer')
    expect(propose(story, 'final', { insured: 300_000 }).state.stage).toBe('approval')
  })

  it('is paid anew by the figure approved then, whatever becomes of a new one', () => {
    const story = calculate(given('adjustment'), { insured: 500_000 })
    fail(release(approve(propose(story, 'advance', { insured: 200_000 }))))
    const { id, amountMinor } = story.intent()
    propose(story, 'repayment', { insured: amountMinor }, id)
    expect(calculate(story, { insured: 400_000 }).settlement).toMatchObject({
      kind: 'repayment',
      state: 'pending',
    })
    expect(story.tasks('correctPayee')).toEqual([])
  })

  it('leaves the other correction open when two have failed', () => {
    const story = calculate(given('adjustment'), { insured: 500_000 })
    const advance = fail(release(approve(propose(story, 'advance', { insured: 200_000 })))).intent()
    story.when('proposeSheet', story.sheet, 'adjuster-1').when('agreeSheet', story.sheet, 'customer')
    fail(release(approve(propose(story, 'final', { insured: 300_000 }))))
    propose(story, 'repayment', { insured: 200_000 }, advance.id)
    expect(story.tasks('correctPayee')).toHaveLength(1)
  })

  it('is not paid twice when the first payment arrives after all', () => {
    const story = fail(release(given('payment')))
    const first = story.intent()
    release(repay(story))
    const second = story.intent()
    answer(story, first, paid(story, first))
    expect(gate(story, second).intent().suspense?.reason).toBe('aboveSettlement')
    for (const by of ['finance-1', 'finance-2'])
      story.when('resolveSuspense', { intentId: first.id, outcome: 'paid' }, by)
    for (const by of ['finance-1', 'finance-2'])
      story.when('resolveSuspense', { intentId: second.id, outcome: 'failed' }, by)
    expect(story.tasks('correctPayee')).toEqual([])
    expect(story.when('closeClaim', {}, 'system').state.outcome).toBe('paid')
  })

  it('takes its repayment back when it arrives before that was sent', () => {
    const story = fail(release(given('payment')))
    const first = story.intent()
    propose(story, 'repayment', { insured: first.amountMinor }, first.id)
    answer(story, first, paid(story, first))
    for (const by of ['finance-1', 'finance-2'])
      story.when('resolveSuspense', { intentId: first.id, outcome: 'paid' }, by)
    expect(story.settlement.state).toBe('void')
    expect(story.told).toMatchObject({ stage: 'payment', payable: true })
  })
})

describe('the close', () => {
  it('comes when everything is paid to the last fen', () => {
    const story = pay(release(twoPayees()), 'victim')
    expect(story.told.payable).toBe(false)
    expect(story.refusal('closeClaim', {}, 'system')).toBe('intentOpen')
    expect(pay(story, 'insured').told.payable).toBe(true)
    story.when('closeClaim', {}, 'system')
    expect(story.state).toMatchObject({
      outcome: 'paid',
      reserve: { indemnityMinor: 0, expenseMinor: 0 },
      tasks: [],
    })
  })
})

function levels(...limits: readonly number[]) {
  return [{ levels: limits, reason: { zh: '测试', en: 'test' } }]
}
