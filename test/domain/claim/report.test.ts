import { describe, expect, it } from 'vitest'
import { fen } from '../../../domain/money.ts'
import { actor, customersParty, everybody, party } from './support/people.ts'
import { completeFile, given, receive, report, review } from './support/steps.ts'
import { Story } from './support/story.ts'
import { minute, monday, policy } from './support/world.ts'

const register = (changes: Partial<typeof report>, world = {}) =>
  new Story(world).refusal('registerClaim', { ...report, ...changes }, 'customer')

describe('a report', () => {
  it('gives number, contact, term of the call and checklist in one answer', () => {
    const story = given('report')
    expect(story.last?.reply).toMatchObject({
      caseNumber: story.state.caseNumber,
      contactId: 'handler-1',
      callBy: monday + 30 * minute,
      checklist: [{ item: 'claimApplication' }, { item: 'photographs' }, { item: 'otherEvidence' }],
    })
    expect(story.notices.map((notice) => notice.template)).toEqual(['acknowledgement'])
    expect(Object.keys(story.state.clocks)).toEqual(['firstContact', 'documentsNotice'])
  })

  it('opens the reserve with the estimate or the floor, whichever is higher', () => {
    expect(given('report').state.reserve).toMatchObject({ indemnityMinor: 500_000, expenseMinor: 5_000 })
    const story = new Story().when('registerClaim', { ...report, estimatedMinor: null }, 'customer')
    expect(story.state.reserve.indemnityMinor).toBe(200_000)
  })

  it('keeps the reserve to the fen where a floating point number would not', () => {
    const estimatedMinor = fen(9_007_199_254_740_991)
    const rule = { indemnityFloorMinor: 0, indemnityShareBasisPoints: 9_999, expenseMinor: 0 }
    const story = new Story({ rules: { reserveOpening: [rule] } })
    story.when('registerClaim', { ...report, estimatedMinor }, 'customer')
    expect(story.state.reserve.indemnityMinor).toBe(
      Number((9_007_199_254_740_991n * 9_999n + 9_999n) / 10_000n),
    )
  })

  it.each([
    ['lies in the future', { lossAt: monday + 1 }, 'lossInFuture'],
    ['lies before the policy', { lossAt: policy.inceptionAt - 1 }, 'lossOutsidePolicy'],
    ['has a cause of another line', { cause: 'illness' }, 'causeNotKnown'],
  ] as const)('of a loss that %s is refused', (_what, changes, code) => {
    expect(register(changes)).toBe(code)
  })

  it('covers the first instant of the policy and no longer the instant of its end', () => {
    const ended = { policy: { ...policy, expiryAt: report.lossAt } }
    expect(register({}, ended)).toBe('lossOutsidePolicy')
    const story = new Story().when('registerClaim', { ...report, lossAt: policy.inceptionAt }, 'customer')
    expect(story.state.stage).toBe('report')
  })

  it('that may repeat another is taken once the reporter has seen the other', () => {
    const world = { duplicates: ['LP1'] }
    expect(register({}, world)).toBe('duplicateReport')
    const story = new Story(world).when('registerClaim', { ...report, duplicatesSeen: true }, 'customer')
    expect(story.state.duplicates).toEqual(['LP1'])
  })

  it('comes from the policy holder, from staff or from a partner, and from nobody else', () => {
    for (const by of ['customer', 'handler-2', 'partner-1']) {
      expect(new Story().when('registerClaim', report, by).state.registeredBy).toBe(by)
    }
    expect(new Story().refusal('registerClaim', report, 'adjuster-1')).toBe('notPermitted')
    expect(new Story().refusal('registerClaim', report, 'auditor-1')).toBe('notPermitted')
  })

  it('gives nobody a claim of their own to handle', () => {
    const insider = party('insured', 'insured', { personId: 'handler-1' })
    const story = new Story({ parties: [insider] }).when('registerClaim', report, 'handler-2')
    expect(story.state.contactId).toBe('handler-2')
  })

  it('without anybody to handle it goes to a supervisor, who names a contact', () => {
    const story = new Story({ candidates: () => [] }).when('registerClaim', report, 'customer')
    expect(story.tasks('informed')).toMatchObject([{ role: 'approver', assigneeId: null }])
    story.with({ candidates: everybody }).when('reassignClaim', { toPersonId: 'handler-2' }, 'approver-1')
    expect(story.tasks('firstContact')).toMatchObject([{ assigneeId: 'handler-2' }])
    expect(story.told.callBy).toBe(story.now + 30 * minute)
  })
})

describe('the first contact', () => {
  it('is not made by trying', () => {
    const story = given('report').when('recordFirstContact', { reached: false }, 'handler-1')
    expect(story.state.stage).toBe('report')
    expect(story.told.callBy).not.toBeNull()
  })

  it('is made by whoever has the claim', () => {
    expect(given('report').refusal('recordFirstContact', { reached: true }, 'handler-2')).toBe('notAssigned')
    const substitute = actor('handler-2', { substitutesFor: ['handler-1'] })
    expect(given('report').when('recordFirstContact', { reached: true }, substitute).state.stage).toBe(
      'documents',
    )
  })

  it('goes to the next handler when the term has passed', () => {
    const story = given('report')
    expect(story.refusal('replaceContact', {}, 'system')).toBe('nothingDue')
    story.later(30 * minute).when('replaceContact', {}, 'system')
    expect(story.state).toMatchObject({ contactId: 'handler-2', callBy: story.now + 30 * minute })
    expect(story.tasks('firstContact')).toMatchObject([{ assigneeId: 'handler-2' }])
    expect(story.notices.at(-1)?.template).toBe('contactChanged')
  })

  it('goes to a supervisor when nobody is left to call', () => {
    const story = given('report')
      .with({ candidates: () => [] })
      .later(30 * minute)
    story.when('replaceContact', {}, 'system')
    expect(story.told.callBy).toBeNull()
    expect(story.tasks('informed')).toMatchObject([{ role: 'approver' }])
  })

  it('has a whole new term when a supervisor hands the claim over', () => {
    const story = given('report').later(29 * minute)
    story.when('reassignClaim', { toPersonId: 'handler-3' }, 'approver-1')
    expect(story.told.callBy).toBe(story.now + 30 * minute)
    expect(story.refusal('reassignClaim', { toPersonId: 'handler-3' }, 'approver-1')).toBe('alreadyDone')
    expect(story.refusal('reassignClaim', { toPersonId: 'stranger' }, 'approver-1')).toBe('noCandidate')
  })

  it('leads past the documents when all of them came with the report', () => {
    const story = completeFile(given('report'))
    expect(story.state.stage).toBe('report')
    expect(story.when('recordFirstContact', { reached: true }, 'handler-1').state.stage).toBe('acceptance')
  })

  it('starts the review of papers that came with the report', () => {
    const story = given('report')
    for (const item of ['claimApplication', 'photographs'] as const) receive(story, item)
    story.when('recordFirstContact', { reached: true }, 'handler-1')
    expect(story.state.clocks['documentsReview']).toBeDefined()
    expect(review(review(story, 'claimApplication'), 'photographs').state.stage).toBe('acceptance')
  })
})

describe('parties', () => {
  it('are added by staff of the branch, and follow the claim as customers do', () => {
    const added = party('driver', 'driver', { personId: 'driver-person' })
    const story = given('documents').when('addParty', {}, 'handler-2', { newParties: [added] })
    expect(story.state.parties.map((one) => one.id)).toEqual([customersParty.id, 'victim', 'driver'])
    expect(story.last?.reply).toEqual({ partyIds: ['driver'] })
  })
})
