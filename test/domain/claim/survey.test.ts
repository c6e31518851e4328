import { describe, expect, it } from 'vitest'
import { isAllowed } from '../../../domain/claim/authorize.ts'
import { surveyReport } from './support/diligent.ts'
import { actor, everybody } from './support/people.ts'
import { given } from './support/steps.ts'
import { minute, surveyNeed } from './support/world.ts'

const asked = () => given('survey', { rules: surveyNeed(true) }).when('openSurvey', {}, 'system')
const named = { reportVersion: 1, reportHash: 'survey-1' }

describe('the need of a survey', () => {
  it('is decided by rule, once; without it the claim goes on', () => {
    expect(given('survey').when('openSurvey', {}, 'system').state.stage).toBe('adjustment')
    const story = asked()
    expect(story.state.stage).toBe('survey')
    expect(story.refusal('openSurvey', {}, 'system')).toBe('alreadyDone')
  })
})

describe('an offer', () => {
  it('goes to the best surveyor, who has ten minutes', () => {
    const story = asked()
    expect(story.tasks('answerSurveyOffer')).toMatchObject([{ assigneeId: 'surveyor-1' }])
    expect(story.told.surveyorWantedAt).toBe(story.now + 10 * minute)
    expect(story.notices.at(-1)).toMatchObject({ template: 'surveyOffered', to: { personId: 'surveyor-1' } })
  })

  it('that is accepted gives the survey, and tells the customer who comes', () => {
    const story = asked().when('acceptSurvey', {}, 'surveyor-1')
    expect(story.state.survey.surveyorId).toBe('surveyor-1')
    expect(story.told.surveyorWantedAt).toBeNull()
    expect(story.notices.at(-1)?.template).toBe('surveyorAssigned')
    expect(story.refusal('acceptSurvey', {}, 'surveyor-1')).toBe('alreadyDone')
    expect(story.refusal('askNextSurveyor', {}, 'system')).toBe('alreadyDone')
  })

  it('that is declined is made to the next at once', () => {
    const story = asked().when('declineSurvey', {}, 'surveyor-1')
    expect(story.told.surveyorWantedAt).toBeLessThanOrEqual(story.now)
    story.when('askNextSurveyor', {}, 'system')
    expect(story.tasks('answerSurveyOffer')).toMatchObject([{ assigneeId: 'surveyor-2' }])
  })

  it('that stays unanswered is made to the next when its time is over, not before', () => {
    const story = asked()
    expect(story.refusal('askNextSurveyor', {}, 'system')).toBe('nothingDue')
    story.later(10 * minute).when('askNextSurveyor', {}, 'system')
    expect(story.state.survey.offers.map((offer) => offer.answer)).toEqual(['expired', null])
    expect(story.refusal('acceptSurvey', {}, 'surveyor-1')).toBe('offerExpired')
  })

  it('is answered by nobody else, and not after its time', () => {
    const story = asked().later(11 * minute)
    expect(story.refusal('acceptSurvey', {}, 'surveyor-1')).toBe('offerExpired')
    expect(story.refusal('acceptSurvey', {}, 'surveyor-3')).toBe('notFound')
  })

  it('that was declined or missed lets nobody read the claim any more', () => {
    const story = asked()
    const reads = () => isAllowed('readClaim', actor('surveyor-1'), story.state)
    expect(reads()).toBe(true)
    story.when('declineSurvey', {}, 'surveyor-1')
    expect(reads()).toBe(false)
  })

  it('that everybody refuses goes to a supervisor, who dispatches', () => {
    const story = asked().with({ candidates: (role) => everybody(role).slice(0, 1) })
    story.when('declineSurvey', {}, 'surveyor-1').when('askNextSurveyor', {}, 'system')
    expect(story.tasks('dispatchSurvey')).toMatchObject([{ role: 'approver' }])
    expect(story.told.surveyorWantedAt).toBeNull()
    expect(story.refusal('assignSurveyor', { surveyorId: 'stranger' }, 'approver-1')).toBe('noCandidate')
    story.when('assignSurveyor', { surveyorId: 'surveyor-1' }, 'approver-1')
    expect(story.tasks('survey')).toMatchObject([{ assigneeId: 'surveyor-1' }])
    expect(story.tasks('dispatchSurvey')).toEqual([])
  })

  it('is dropped when a supervisor gives the survey to somebody else', () => {
    const story = asked().when('assignSurveyor', { surveyorId: 'surveyor-3' }, 'approver-1')
    expect(story.tasks('answerSurveyOffer')).toEqual([])
    expect(story.refusal('acceptSurvey', {}, 'surveyor-1')).toBe('offerExpired')
    expect(story.refusal('assignSurveyor', { surveyorId: 'surveyor-3' }, 'approver-1')).toBe('alreadyDone')
  })
})

describe('the survey report', () => {
  const accepted = () => asked().when('acceptSurvey', {}, 'surveyor-1')

  it('is signed by the surveyor who was there, and ends the survey', () => {
    const story = accepted().when('saveSurveyReport', {}, 'surveyor-1', { content: surveyReport })
    expect(story.refusal('submitSurveyReport', named, 'surveyor-2', { content: surveyReport })).toBe(
      'notFound',
    )
    story.when('submitSurveyReport', named, 'surveyor-1', { content: surveyReport })
    expect(story.state).toMatchObject({ stage: 'adjustment', adjusterId: 'adjuster-1' })
  })

  it('is not signed by a surveyor who has only been asked', () => {
    expect(asked().refusal('submitSurveyReport', named, 'surveyor-1', { content: surveyReport })).toBe(
      'notAssigned',
    )
  })

  it('is not signed by a surveyor who was replaced', () => {
    const story = accepted().when('assignSurveyor', { surveyorId: 'surveyor-2' }, 'approver-1')
    expect(story.refusal('submitSurveyReport', named, 'surveyor-1', { content: surveyReport })).toBe(
      'notFound',
    )
  })

  it('is not saved over a version that the writer has not seen', () => {
    const overlooked = { content: { ...surveyReport, version: 2, stale: true } }
    expect(accepted().refusal('saveSurveyReport', {}, 'surveyor-1', overlooked)).toBe('versionStale')
    expect(accepted().refusal('saveSurveyReport', {}, 'surveyor-2', overlooked)).toBe('notFound')
  })

  it('is signed in the version that was read', () => {
    const other = { content: { ...surveyReport, version: 2, hash: 'survey-2' } }
    expect(accepted().refusal('submitSurveyReport', named, 'surveyor-1', other)).toBe('contentChanged')
    expect(accepted().refusal('submitSurveyReport', named, 'surveyor-1')).toBe('contentChanged')
  })

  it.each([
    ['findings', { findings: ' ', conclusion: 'covered', photographs: ['p'] }],
    ['a conclusion', { findings: 'a dent', photographs: ['p'] }],
    ['a photograph or a statement', { findings: 'a dent', conclusion: 'covered', photographs: [] }],
  ])('is not complete without %s', (_part, body) => {
    const content = { ...surveyReport, body }
    expect(accepted().refusal('submitSurveyReport', named, 'surveyor-1', { content })).toBe(
      'reportIncomplete',
    )
  })
})
