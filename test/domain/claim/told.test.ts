import { describe, expect, it } from 'vitest'
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

  it('names no clock that is paused or done', () => {
    const story = given('documents').when('sendChecklist', {}, 'system')
    expect(receive(story, 'photographs').told.clocks.map(({ key }) => key)).toContain('determination')
    const notice = { items: ['claimApplication' as const], newReason: false }
    story.when('issueNotice', notice, 'handler-1')
    const noticeId = story.state.notices[0]?.id ?? ''
    const delivered = { noticeId, template: 'supplement' as const, deliveredAt: story.now }
    story.when('recordNoticeDelivery', delivered, 'system')
    expect(story.told.clocks.map(({ key }) => key)).not.toContain('determination')
    expect(story.told.clocks.map(({ key }) => key)).not.toContain('firstContact')
  })
})
