import { describe, expect, it } from 'vitest'
import { clockState } from '../../../domain/clocks/clock.ts'
import { surveyReport } from './support/diligent.ts'
import { given, reachable } from './support/steps.ts'
import type { Story } from './support/story.ts'
import { day, minute, surveyNeed } from './support/world.ts'

const dueAt = (story: Story, key: string) => story.state.clocks[key]?.clock.dueAt ?? 0
const until = (story: Story, instant: number) => story.later(instant - story.now)

describe('the ladder of a late first contact', () => {
  it('warns, breaches, reminds, raises the priority, informs and gives the claim to somebody else', () => {
    const story = given('report')
    const due = dueAt(story, 'firstContact')
    until(story, due - 6 * minute).clocks()
    expect(story.happened('clockWarned')).toHaveLength(1)
    until(story, due + 1).clocks()
    expect(story.notices.at(-1)).toMatchObject({ template: 'delay', to: { personId: 'handler-1' } })
    until(story, due + 10 * minute).clocks()
    expect(story.state.priority).toBe(1)
    until(story, due + 20 * minute).clocks()
    expect(story.tasks('informed')).toMatchObject([{ role: 'approver', clockKey: 'firstContact' }])
    until(story, due + 30 * minute).clocks()
    expect(story.state.contactId).toBe('handler-2')
    expect(story.tasks('firstContact')).toMatchObject([{ assigneeId: 'handler-2' }])
    expect(story.told.callBy).toBe(story.now + 30 * minute)
  })

  it('takes all rungs at once when nobody looked for a day, and none of them twice', () => {
    const story = given('report').later(day).clocks()
    expect(story.happened('clockEscalated').map(({ action }) => action)).toEqual([
      'remind',
      'raisePriority',
      'informSupervisor',
      'reassign',
    ])
    expect(story.last?.stepsTaken).toBe(6)
    const before = story.events.length
    expect(story.clocks().events.length).toBe(before)
  })

  it('leaves the supervisor when they have taken note, and nobody closes other work that way', () => {
    const story = given('report').later(day).clocks()
    const taskId = story.tasks('informed')[0]?.id ?? ''
    story.when('acknowledgeTask', { taskId }, 'approver-1')
    expect(story.tasks('informed')).toEqual([])
    expect(story.refusal('acknowledgeTask', { taskId }, 'approver-1')).toBe('alreadyDone')
    const call = story.tasks('firstContact')[0]?.id ?? ''
    expect(story.refusal('acknowledgeTask', { taskId: call }, 'approver-1')).toBe('notAssigned')
    expect(story.refusal('acknowledgeTask', { taskId: call }, 'handler-1')).toBe('notPermitted')
  })

  it('never raises the priority above the highest', () => {
    const story = given('report').later(day).clocks()
    story.when('recordFirstContact', { reached: true }, story.state.contactId ?? '')
    story
      .when('sendChecklist', {}, 'system')
      .later(90 * day)
      .clocks()
    expect(story.state.priority).toBeLessThanOrEqual(3)
  })
})

describe('done and breached', () => {
  it('done at the last instant is in time', () => {
    const story = given('report')
    until(story, dueAt(story, 'firstContact')).when('recordFirstContact', { reached: true }, 'handler-1')
    expect(clockState(story.state.clocks['firstContact']?.clock as never)).toBe('doneInTime')
  })

  it('done one millisecond later is late: the command takes the breach first, though no timer rang', () => {
    const story = given('report')
    until(story, dueAt(story, 'firstContact') + 1).when('recordFirstContact', { reached: true }, 'handler-1')
    expect(clockState(story.state.clocks['firstContact']?.clock as never)).toBe('doneLate')
    expect(story.last?.events.map((event) => event.type).slice(0, 2)).toEqual([
      'clockWarned',
      'clockBreached',
    ])
  })

  it('steps can be taken by themselves, when the command is refused', () => {
    const story = given('report').later(day).dueSteps()
    expect(story.last?.stepsTaken).toBe(6)
    expect(story.state.stage).toBe('report')
  })
})

describe('a breach', () => {
  it.each(reachable)('never ends the stage of %s', (stage) => {
    const story = given(stage)
    story.later(200 * day).clocks()
    expect(story.state.stage).toBe(stage)
    expect(story.happened('clockBreached').length).toBe(
      Object.values(story.state.clocks).filter(({ clock }) => clock.breachedAt !== null).length,
    )
  })
})

describe('late work goes to somebody who can do it', () => {
  it('a survey with all that belongs to it', () => {
    const story = given('survey', { rules: surveyNeed(true) }).when('openSurvey', {}, 'system')
    story.when('declineSurvey', {}, 'surveyor-1').when('askNextSurveyor', {}, 'system')
    story.when('acceptSurvey', {}, 'surveyor-2')
    until(story, dueAt(story, 'survey') + 30 * minute).clocks()
    // The first one has said no already.
    expect(story.state.survey.surveyorId).toBe('surveyor-3')
    expect(story.tasks('survey')).toMatchObject([{ assigneeId: 'surveyor-3' }])
    const named = { reportVersion: 1, reportHash: 'survey-1' }
    story.when('submitSurveyReport', named, 'surveyor-3', { content: surveyReport })
    expect(story.state.stage).toBe('adjustment')
  })

  it('an assessment, with the adjustment of the claim', () => {
    const story = given('adjustment')
    until(story, dueAt(story, 'damageAssessment') + 30 * minute).clocks()
    expect(story.state.adjusterId).toBe('adjuster-2')
    expect(story.tasks('prepareSheet')).toMatchObject([{ assigneeId: 'adjuster-2' }])
  })

  it('a claim whose contact is late, with all of its open work, and the customer is told', () => {
    const story = given('acceptance')
    until(story, dueAt(story, 'acceptanceDecision') + 30 * minute).clocks()
    expect(story.state.contactId).toBe('handler-2')
    expect(story.tasks('decideAcceptance')).toMatchObject([{ assigneeId: 'handler-2' }])
    expect(story.notices.at(-1)?.template).toBe('contactChanged')
    expect(story.told.callBy).toBeNull()
  })

  it('stays where it is when there is nobody else', () => {
    const story = given('acceptance').with({ candidates: () => [] })
    until(story, dueAt(story, 'acceptanceDecision') + 30 * minute).clocks()
    expect(story.state.contactId).toBe('handler-1')
  })
})
