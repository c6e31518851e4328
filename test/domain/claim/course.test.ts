import { describe, expect, it } from 'vitest'
import { nextStepAt } from '../../../domain/clocks/run-clock.ts'
import { fen } from '../../../domain/money.ts'
import {
  accept,
  agreed,
  answer,
  approve,
  calculate,
  gate,
  given,
  pay,
  propose,
  reachable,
  release,
  returned,
} from './support/steps.ts'
import type { Story } from './support/story.ts'
import { day, minute, policy, surveyNeed } from './support/world.ts'
import { at } from '../time/calendar-2026.ts'

const openStages = reachable.filter((stage) => stage !== 'afterCare' && stage !== 'archived')
const withdraw = (story: Story) => story.when('withdrawClaim', {}, 'customer')
const reopen = (story: Story) => story.when('reopenClaim', {}, 'handler-3')
const taskKinds = (story: Story) => story.state.tasks.map((task) => task.kind)
const running = (story: Story) =>
  Object.values(story.state.clocks).flatMap(({ key, clock }) => (nextStepAt(clock) === null ? [] : [key]))

describe('a withdrawal', () => {
  it.each(openStages)('is possible from %s', (stage) => {
    const story = withdraw(given(stage))
    expect(story.state).toMatchObject({
      stage: 'afterCare',
      outcome: 'withdrawn',
      closedFrom: stage,
      tasks: [],
    })
    expect(story.state.settlements.every((one) => one.state === 'void')).toBe(true)
    expect(story.notices.at(-1)?.template).toBe('withdrawn')
  })

  it('takes back payments that have not left', () => {
    expect(withdraw(release(given('payment'))).intent().status).toBe('cancelled')
  })

  it.each([
    ['is with the bank', (story: Story) => gate(story)],
    ['is accepted', (story: Story) => answer(gate(story), story.intent(), { status: 'accepted' })],
    ['is paid', (story: Story) => pay(story)],
  ])('is refused while money %s', (_where, under) => {
    const story = under(release(given('payment')))
    expect(story.refusal('withdrawClaim', {}, 'customer')).toBe('moneyUnderWay')
    expect(story.refusal('withdrawClaim', {}, 'handler-1')).toBe('moneyUnderWay')
  })

  it('and a rejection are refused after an advance', () => {
    const story = calculate(given('adjustment'), { insured: 500_000 })
    pay(release(approve(propose(story, 'advance', { insured: 1 }))))
    expect(story.refusal('withdrawClaim', {}, 'customer')).toBe('moneyUnderWay')
    const reject = { check: 'peril', clause: 'clause 3' } as const
    expect(story.refusal('rejectClaim', reject, 'handler-1')).toBe('moneyUnderWay')
  })

  it('is not a victim’s to make', () => {
    const parties = given('report').state.parties.map((one) => ({ ...one, personId: `customer-${one.id}` }))
    const story = given('report', { parties })
    expect(story.refusal('withdrawClaim', {}, 'customer-victim')).toBe('notAssigned')
    expect(story.refusal('withdrawClaim', {}, 'customer-stranger')).toBe('notFound')
    expect(story.when('withdrawClaim', {}, 'customer-insured').state.outcome).toBe('withdrawn')
  })
})

describe('a reopening', () => {
  it.each([
    ['report', 'report', 'firstContact'],
    ['documents', 'documents', 'collectDocuments'],
    ['acceptance', 'acceptance', 'decideAcceptance'],
    ['adjustment', 'adjustment', 'prepareSheet'],
    ['approval', 'adjustment', 'prepareSheet'],
    ['payment', 'adjustment', 'prepareSheet'],
  ] as const)('of a claim withdrawn in %s leads to %s, with its work', (from, to, task) => {
    const story = reopen(withdraw(given(from)))
    expect(story.state).toMatchObject({ stage: to, outcome: null, archiveAt: null, reopenedTimes: 1 })
    expect(taskKinds(story)).toEqual([task])
  })

  it('of a paid claim leads to a new figure, and pays the difference only', () => {
    const story = reopen(given('archived'))
    expect(story.state.stage).toBe('adjustment')
    agreed(story, { insured: 700_000 })
    const body = { ...story.sheet, kind: 'final' as const, replacesIntent: null }
    const whole = [{ partyId: 'insured', amountMinor: fen(700_000) }]
    expect(story.refusal('proposeSettlement', { ...body, payees: whole }, 'adjuster-1')).toBe(
      'payeesDoNotAddUp',
    )
    pay(release(approve(propose(story, 'final', { insured: 200_000 }))))
    expect(story.when('closeClaim', {}, 'system').state.outcome).toBe('paid')
  })

  it('of a paid claim that owes no more closes again without paying', () => {
    const story = agreed(reopen(given('afterCare')), { insured: 400_000 })
    approve(propose(story, 'final', {}))
    expect(story.told.payable).toBe(true)
  })

  it('of a rejected claim leads to where it was judged, and ends the wait for the letter', () => {
    const reject = { check: 'peril', clause: 'clause 3' } as const
    const story = given('acceptance').when('rejectClaim', reject, 'handler-1')
    reopen(story)
    expect(story.state).toMatchObject({ stage: 'acceptance', rejection: null })
    expect(running(story)).not.toContain('rejectionLetter')
    expect(story.told.panelWanted).toBe(true)
    expect(accept(story).state.stage).toBe('survey')
  })

  it('starts the terms of the law anew', () => {
    const story = reopen(withdraw(given('adjustment')).later(day))
    expect(story.state.clocks['determination']?.clock.startedAt).toBe(story.now)
    expect(story.state.clocks['advance60']?.clock.startedAt).toBe(story.now)
  })

  it('gives the contact a new term to call, and the customer one before the next reminder', () => {
    const called = reopen(withdraw(given('report').later(20 * minute)).later(day))
    expect(called.told.callBy).toBe(called.now + 30 * minute)
    const waiting = given('documents').when('sendChecklist', {}, 'system')
    expect(reopen(withdraw(waiting).later(30 * day)).told.remindAt).toBeGreaterThan(waiting.now)
  })

  it('goes on with the surveyor, or asks the next, or tells the supervisor that there is none', () => {
    const asked = () => given('survey', { rules: surveyNeed(true) }).when('openSurvey', {}, 'system')
    const held = reopen(withdraw(asked().when('acceptSurvey', {}, 'surveyor-1')))
    expect(held.tasks('survey')).toMatchObject([{ assigneeId: 'surveyor-1', clockKey: 'survey' }])
    const open = reopen(withdraw(asked()))
    expect(open.told.surveyorWantedAt).toBeLessThanOrEqual(open.now)
    const none = asked()
      .with({ candidates: () => [] })
      .when('declineSurvey', {}, 'surveyor-1')
    expect(taskKinds(reopen(withdraw(none.when('askNextSurveyor', {}, 'system'))))).toEqual([
      'dispatchSurvey',
    ])
    expect(taskKinds(reopen(withdraw(given('survey'))))).toEqual([])
    expect(reopen(withdraw(given('survey'))).told.surveyNeedKnown).toBe(false)
  })

  it('is not the customer’s', () => {
    expect(given('afterCare').refusal('reopenClaim', {}, 'customer')).toBe('notPermitted')
  })
})

describe('the end', () => {
  it('asks for satisfaction once a close', () => {
    const story = given('afterCare').when('askSatisfaction', {}, 'system')
    expect(story.refusal('askSatisfaction', {}, 'system')).toBe('alreadyDone')
    expect(reopen(story).state.satisfactionAskedAt).not.toBeNull()
    expect(withdrawnAgain().told.satisfactionAsked).toBe(false)
  })

  it('comes when after-care is over, not before', () => {
    const story = given('afterCare')
    expect(story.refusal('archiveClaim', {}, 'system')).toBe('nothingDue')
    story.later((story.told.archiveAt ?? 0) - story.now).when('archiveClaim', {}, 'system')
    expect(story.state.stage).toBe('archived')
    expect(story.refusal('archiveClaim', {}, 'system')).toBe('wrongStage')
  })

  it.each([
    ['a year', '2026-01-01T00:00:00', '2027-01-01T00:00:00', '2032-01-01'],
    ['three years', '2024-01-01T00:00:00', '2027-01-01T00:00:00', '2037-01-01'],
    ['a year that ends on a 29 February', '2027-03-01T00:00:00', '2028-02-29T00:00:00', '2033-03-01'],
  ])(
    'keeps the records of a contract of %s long enough (Insurance Law art. 87)',
    (_term, from, to, until) => {
      const terms = { ...policy, inceptionAt: at(from), expiryAt: at(to) }
      const story = given('report').with({ policy: terms })
      expect(withdraw(story).state.retainUntil).toBe(until)
    },
  )
})

describe('messages', () => {
  it('go both ways in every stage, and the customer is told of what staff write', () => {
    const story = given('archived')
    const before = story.notices.length
    story.when('postMessage', {}, 'customer')
    expect(story.notices.length).toBe(before)
    story.when('postMessage', {}, 'handler-2')
    expect(story.notices.at(-1)?.template).toBe('message')
    expect(story.happened('messagePosted')).toEqual([{ fromCustomer: true }, { fromCustomer: false }])
  })
})

describe('money that comes back after the close', () => {
  it('reopens the claim without asking anybody', () => {
    const story = given('afterCare')
    answer(story, story.intent(), returned(story, story.intent()))
    expect(story.state.stage).toBe('payment')
    expect(taskKinds(story)).toEqual(['correctPayee'])
  })
})

function withdrawnAgain(): Story {
  const story = withdraw(given('documents')).when('askSatisfaction', {}, 'system')
  return withdraw(reopen(story))
}
