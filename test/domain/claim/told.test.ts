import { describe, expect, it } from 'vitest'
import { nextStepAt } from '../../../domain/clocks/run-clock.ts'
import { toldContent } from '../../../domain/claim/told.ts'
import { approve, given, reachable, receive, release } from './support/steps.ts'

describe('what the workflow is told', () => {
  it('is the same when nothing that it follows has changed, so that it costs no signal', () => {
    const story = given('documents').when('sendChecklist', {}, 'system')
    receive(story, 'claimApplication')
    const before = JSON.stringify(story.told)
    story.when('postMessage', {}, 'customer')
    receive(story, 'otherEvidence')
    expect(JSON.stringify(story.told)).toBe(before)
  })

  it('changes with every stage', () => {
    const all = reachable.map((stage) => JSON.stringify(given(stage).told))
    expect(new Set(all).size).toBe(all.length)
  })

  it('asks for each thing of its stage until that is done', () => {
    expect(given('documents').told.checklistSent).toBe(false)
    expect(given('acceptance').told.panelWanted).toBe(true)
    expect(given('acceptance').when('runPanel', {}, 'system').told.panelWanted).toBe(false)
    expect(given('survey').told).toMatchObject({ surveyNeedKnown: false, surveyorWantedAt: null })
    expect(given('afterCare').told.satisfactionAsked).toBe(false)
  })

  it('lists the payments that are not final, whatever the stage', () => {
    const story = release(given('payment'))
    expect(story.told.intents).toEqual([{ id: story.intent().id, status: 'moving' }])
    expect(given('afterCare').told.intents).toEqual([])
  })

  it('asks for a level until it is open, and for none when all have approved', () => {
    const story = given('approval')
    expect(story.told.levelsToOpen).toEqual([{ settlementId: 'S1', level: 1 }])
    expect(approve(story).told.levelsToOpen).toEqual([])
  })

  it('names the clock whose step is next, and no other', () => {
    const story = given('report')
    const earliest = () =>
      Object.values(story.state.clocks)
        .flatMap(({ key, clock }) => ({ key, nextAt: nextStepAt(clock) }))
        .filter(({ nextAt }) => nextAt !== null)
        .toSorted((a, b) => Number(a.nextAt) - Number(b.nextAt))[0]
    expect(story.told.clocks).toEqual([earliest()])
    expect(story.told.clocks).toMatchObject([{ key: 'firstContact' }])
    story.when('recordFirstContact', { reached: true }, 'handler-1')
    expect(story.told.clocks).toEqual([earliest()])
    expect(story.told.clocks).toMatchObject([{ key: 'documentsNotice' }])
  })

  it('stays the same when a clock starts whose step is not the next, and when work changes hands', () => {
    const story = given('documents').when('sendChecklist', {}, 'system')
    const before = story.told
    receive(story, 'photographs')
    expect(story.state.clocks['determination']).toBeDefined()
    story.when('reassignClaim', { toPersonId: 'handler-2' }, 'approver-1')
    expect(story.told).toEqual(before)
  })

  it('is the same in whatever order the clocks are kept', () => {
    const { state } = receive(given('documents'), 'photographs')
    const turned = Object.fromEntries(Object.entries(state.clocks).toReversed())
    expect(toldContent({ ...state, clocks: turned })).toEqual(toldContent(state))
    const [sameInstant = {}] = toldContent(state).clocks
    const twins = ['b', 'a'].map((key) => [key, { ...state.clocks['documentsNotice'], key }])
    const tied = { ...state, clocks: Object.fromEntries(twins) } as typeof state
    expect(toldContent(tied).clocks).toEqual([{ ...sameInstant, key: 'a' }])
  })

  it('names no clock that is paused or done', () => {
    const story = receive(given('documents').when('sendChecklist', {}, 'system'), 'photographs')
    const delivered = (noticeId: string, template: 'checklist' | 'supplement') =>
      story.when('recordNoticeDelivery', { noticeId, template, deliveredAt: story.now }, 'system')
    delivered('checklist-1', 'checklist')
    expect(story.told.clocks).toMatchObject([{ key: 'determination' }])
    story.when('issueNotice', { items: ['claimApplication'], newReason: false }, 'handler-1')
    delivered(story.state.notices[0]?.id ?? '', 'supplement')
    expect(story.state.clocks['determination']?.clock.pausedAt).not.toBeNull()
    expect(story.told.clocks.map(({ key }) => key)).not.toContain('determination')
  })
})
