import { describe, expect, it } from 'vitest'
import { clockState } from '../../../domain/clocks/clock.ts'
import { at } from '../time/calendar-2026.ts'
import { accept, agreed, completeFile, given, receive, review } from './support/steps.ts'
import type { Story } from './support/story.ts'
import { day, monday } from './support/world.ts'

const stateOf = (story: Story, key: string) => {
  const found = story.state.clocks[key]
  return found === undefined ? undefined : clockState(found.clock)
}

const notice = (
  story: Story,
  items: readonly ['otherEvidence'] | readonly ['photographs'],
  by = 'handler-1',
) => story.when('issueNotice', { items, newReason: true }, by)

const deliver = (story: Story, deliveredAt = story.now) =>
  story.when(
    'recordNoticeDelivery',
    { noticeId: story.state.notices.at(-1)?.id ?? '', template: 'supplement', deliveredAt },
    'system',
  )

describe('the checklist', () => {
  it('is sent once, and reminded of again and again', () => {
    const story = given('documents').when('sendChecklist', {}, 'system')
    expect(story.refusal('sendChecklist', {}, 'system')).toBe('alreadyDone')
    expect(story.refusal('remindDocuments', {}, 'system')).toBe('nothingDue')
    story.later(8 * day).when('remindDocuments', {}, 'system')
    expect(story.notices.at(-1)).toMatchObject({
      template: 'reminder',
      parameters: { items: ['claimApplication', 'photographs'] },
    })
    expect(story.told.remindAt).toBeGreaterThan(story.now)
  })

  it('is told of in time once the acknowledgement has arrived (交强险条例 art. 28)', () => {
    const story = given('report')
    story.when(
      'recordNoticeDelivery',
      { noticeId: 'any', template: 'acknowledgement', deliveredAt: story.now },
      'system',
    )
    expect(stateOf(story, 'documentsNotice')).toBe('doneInTime')
  })

  it('is complete when every required item is accepted, and only then', () => {
    const story = given('documents')
    receive(story, 'claimApplication')
    review(story, 'claimApplication')
    receive(story, 'photographs')
    expect(story.state.stage).toBe('documents')
    expect(stateOf(story, 'documentsReview')).toBe('running')
    expect(review(story, 'photographs').state.stage).toBe('acceptance')
  })

  it('takes a waiver for an item, with the handler answering for it', () => {
    const story = given('documents').when('waiveItem', { item: 'claimApplication' }, 'handler-1')
    expect(story.refusal('waiveItem', { item: 'claimApplication' }, 'handler-1')).toBe('alreadyDone')
    expect(story.when('waiveItem', { item: 'photographs' }, 'handler-1').state.stage).toBe('acceptance')
  })

  it('knows nothing of other items, and reviews nothing that has not come', () => {
    const story = given('documents')
    const unknown = { item: 'vehicleKeys', documentId: 'doc', contentHash: 'hash' } as const
    expect(story.refusal('receiveDocument', unknown, 'customer')).toBe('itemNotOnChecklist')
    const early = { item: 'photographs', accepted: true, reasonCode: null } as const
    expect(story.refusal('reviewDocument', early, 'handler-1')).toBe('itemNotReceived')
    receive(story, 'photographs')
    expect(story.refusal('reviewDocument', { ...early, accepted: false }, 'handler-1')).toBe('malformed')
  })

  it('asks again for what was refused', () => {
    const story = review(receive(given('documents'), 'photographs'), 'photographs', false)
    expect(story.state.checklist[1]).toMatchObject({ state: 'refused', refusedFor: 'unreadable' })
    expect(receive(story, 'photographs').state.checklist[1]).toMatchObject({
      state: 'received',
      refusedFor: null,
    })
  })
})

describe('the terms of the law', () => {
  it('begin with the first paper, not with the report and not anew with the second (Interp. II art. 15)', () => {
    const story = given('documents')
    expect(stateOf(story, 'determination')).toBeUndefined()
    receive(story.later(day), 'photographs')
    const dueAt = story.state.clocks['determination']?.clock.dueAt
    expect(dueAt).toBe(at('2026-04-09T23:59:59.999'))
    receive(story.later(day), 'claimApplication')
    expect(story.state.clocks['determination']?.clock.dueAt).toBe(dueAt)
    expect(story.state.clocks['advance60']?.clock.startedAt).toBe(monday + day)
  })

  it('stand still from the delivery of the notice to the supplement; the 60 days do not (Interp. II art. 15)', () => {
    const story = receive(given('documents'), 'claimApplication')
    notice(story, ['photographs'])
    expect(stateOf(story, 'determination')).toBe('running')
    deliver(story.later(2 * day))
    expect(stateOf(story, 'determination')).toBe('paused')
    expect(stateOf(story, 'advance60')).toBe('running')
    expect(story.state.clocks['determination']?.clock.dueAt).toBe(at('2026-04-08T23:59:59.999'))
    receive(story.later(10 * day), 'photographs')
    expect(stateOf(story, 'determination')).toBe('running')
    // Ten days more end on Saturday 18 April, and so on Monday 20 April (Civil Code art. 203).
    expect(story.state.clocks['determination']?.clock.dueAt).toBe(at('2026-04-20T23:59:59.999'))
    expect(stateOf(story, 'supplement')).toBe('doneInTime')
  })

  it('go on when what was asked for is waived', () => {
    const story = receive(given('documents'), 'claimApplication')
    deliver(notice(story, ['photographs']))
    story.later(3 * day).when('waiveItem', { item: 'photographs' }, 'handler-1')
    expect(stateOf(story, 'determination')).toBe('running')
  })

  it('do not stop for a notice that arrives after its answer, nor after the close', () => {
    const story = receive(given('documents'), 'claimApplication')
    receive(notice(story, ['photographs']), 'photographs')
    expect(stateOf(deliver(story), 'determination')).toBe('running')
    const closed = receive(given('documents'), 'claimApplication')
    notice(closed, ['photographs']).when('withdrawClaim', {}, 'customer')
    expect(stateOf(deliver(closed), 'supplement')).toBeUndefined()
  })

  it('stop at the present when the carrier dates the delivery into the future', () => {
    const story = receive(given('documents'), 'claimApplication')
    deliver(notice(story, ['photographs']), story.now + 40 * day)
    expect(story.state.clocks['determination']?.clock.pausedAt).toBe(story.now)
  })

  it('are met by the proposal of the figure', () => {
    const story = agreed(given('adjustment').later(day))
    expect(stateOf(story, 'determination')).toBe('doneInTime')
  })
})

describe('the one-time notice', () => {
  it('lists everything that is missing at once (Insurance Law art. 22)', () => {
    const story = notice(given('documents'), ['otherEvidence'])
    expect(story.state.notices[0]?.items).toEqual(['claimApplication', 'photographs', 'otherEvidence'])
    expect(story.notices.at(-1)?.id).toBe(story.state.notices[0]?.id)
  })

  it('is sent once; a second needs a new reason and a supervisor (Insurance Law art. 22)', () => {
    const story = notice(given('documents'), ['photographs'])
    const second = { items: ['photographs'], newReason: true } as const
    expect(story.refusal('issueNotice', second, 'handler-1')).toBe('noticeAlreadySent')
    expect(story.refusal('issueNotice', { ...second, newReason: false }, 'approver-1')).toBe(
      'noticeAlreadySent',
    )
    story.when('issueNotice', second, 'approver-1')
    expect(story.state.notices.map((one) => one.approvedBy)).toEqual([null, 'approver-1'])
  })

  it('is not sent when nothing is missing', () => {
    const story = given('acceptance')
    expect(story.refusal('issueNotice', { items: [], newReason: false }, 'handler-1')).toBe('nothingMissing')
  })

  it('takes an accepted claim file back, and lets it on when the conditional item is accepted', () => {
    const story = notice(given('acceptance'), ['otherEvidence'])
    expect(story.state.stage).toBe('documents')
    expect(story.told.remindAt).toBeGreaterThan(story.now)
    // A look at another paper does not stand for the one that was asked for.
    review(story, 'photographs')
    expect(story.state.stage).toBe('documents')
    expect(completeFile(story).state.stage).toBe('acceptance')
    expect(story.told.panelWanted).toBe(true)
    expect(accept(story).state.stage).toBe('survey')
  })

  it('of two notices both are answered by the paper that both asked for', () => {
    const story = receive(given('documents'), 'claimApplication')
    notice(story, ['photographs'])
    story.when('issueNotice', { items: ['photographs'], newReason: true }, 'approver-1')
    receive(story, 'photographs')
    expect(story.state.notices.every((one) => one.answeredAt !== null)).toBe(true)
    expect(stateOf(deliver(story), 'determination')).toBe('running')
  })
})
