import { describe, expect, it } from 'vitest'
import { whyLate } from '../../../domain/claim/why-late.ts'
import type { ClockKind } from '../../../domain/rules/vocabulary.ts'
import {
  agreed,
  answer,
  approve,
  calculate,
  completeFile,
  gate,
  given,
  propose,
  receive,
  release,
  review,
  rule,
} from './support/steps.ts'
import type { Story } from './support/story.ts'
import { day, surveyNeed } from './support/world.ts'

function why({ state }: Story, away: readonly string[] = [], clock: ClockKind = 'determination') {
  return whyLate({ state, clock, away: new Set(away) })
}
const codesOf = (story: Story, away: readonly string[] = [], clock?: ClockKind) =>
  why(story, away, clock).map(({ code }) => code)

const inDocuments = () => given('documents').when('sendChecklist', {}, 'system')
const visited = () => given('survey', { rules: surveyNeed(true) }).when('openSurvey', {}, 'system')

describe('a late claim waits', () => {
  it('for the first call, and then for the list of papers to be sent', () => {
    expect(codesOf(given('report'))).toEqual(['firstCall'])
    expect(codesOf(given('documents'))).toEqual(['checklistNotSent'])
  })

  it('for the papers of the customer, since they were asked for, as many as are missing', () => {
    const story = inDocuments()
    expect(why(story)).toEqual([
      { code: 'customerPapers', waitingSince: story.state.checklistSentAt, level: null, count: 2 },
    ])
    receive(story, 'photographs')
    expect(why(story)).toMatchObject([{ code: 'papersToCheck', count: 1 }])
    review(story, 'photographs', false)
    expect(why(story)).toMatchObject([{ code: 'customerPapers', count: 2 }])
  })

  it('for a notice to arrive, and then for what it asks for', () => {
    const story = inDocuments().when('issueNotice', { items: ['photographs'], newReason: true }, 'handler-1')
    expect(codesOf(story)).toEqual(['noticeOnItsWay'])
    const deliveredAt = story.later(day).now
    const noticeId = story.state.notices.at(-1)?.id ?? ''
    story.when('recordNoticeDelivery', { noticeId, template: 'supplement', deliveredAt }, 'system')
    expect(why(story)).toMatchObject([{ code: 'customerPapers', waitingSince: deliveredAt }])
  })

  it('for a paper that only a notice asked for, beside those that are always needed', () => {
    const story = inDocuments()
    const needed = why(story)[0]?.count ?? 0
    const asked = story.state.checklist.find(({ need }) => need !== 'required')?.item ?? 'policy'
    story.when('issueNotice', { items: [asked], newReason: true }, 'handler-1')
    const noticeId = story.state.notices.at(-1)?.id ?? ''
    const deliveredAt = story.later(day).now
    story.when('recordNoticeDelivery', { noticeId, template: 'supplement', deliveredAt }, 'system')
    expect(why(story)).toMatchObject([{ code: 'customerPapers', count: needed + 1 }])
  })

  it('for its acceptance', () => {
    const story = completeFile(inDocuments())
    expect(why(story)).toMatchObject([
      { code: 'acceptanceUndecided', waitingSince: story.state.stageEnteredAt },
    ])
  })

  it('for the answer of a surveyor, for one who takes it, and for the report', () => {
    const story = visited()
    expect(codesOf(story)).toEqual(['surveyorSilent'])
    story.when('acceptSurvey', {}, 'surveyor-1')
    expect(codesOf(story)).toEqual(['noSurveyReport'])
    const nobody = visited().with({ candidates: () => [] })
    nobody.when('declineSurvey', {}, 'surveyor-1').when('askNextSurveyor', {}, 'system')
    expect(codesOf(nobody)).toEqual(['noSurveyor', 'nobodyTook'])
  })

  it('for a calculation, for the customer’s word on it, and for its submission', () => {
    const story = given('adjustment')
    expect(codesOf(story)).toEqual(['noSheet'])
    calculate(story, { insured: 500_000 })
    expect(codesOf(story)).toEqual(['sheetNotPut'])
    story.when('proposeSheet', story.sheet, 'adjuster-1').when('askAgreement', {}, 'system')
    expect(why(story)).toMatchObject([{ code: 'customerSilent', waitingSince: story.now }])
    story.when('agreeSheet', story.sheet, 'customer')
    expect(codesOf(story)).toEqual(['notSubmitted'])
  })

  it('for what the customer disputes, or an approver has returned, to be mended', () => {
    const disputed = calculate(given('adjustment'), { insured: 500_000 })
    disputed.when('proposeSheet', disputed.sheet, 'adjuster-1').when('askAgreement', {}, 'system')
    disputed.when('disputeSheet', { ...disputed.sheet, lines: ['bumper'] }, 'customer')
    expect(codesOf(disputed)).toEqual(['customerDisputes'])
    const back = given('approval').when('openLevel', { settlementId: 'S1' }, 'system')
    rule(back, 'return', 'approver-2')
    expect(codesOf(back)).toEqual(['returned'])
  })

  it('for a level of approval', () => {
    const story = propose(agreed(given('adjustment')), 'final', { insured: 500_000 })
    story.when('openLevel', { settlementId: story.settlement.id }, 'system')
    expect(why(story)).toMatchObject([{ code: 'approval', level: 1, waitingSince: story.now }])
  })

  it('for the release, for its turn, for the bank, and for people where the bank is not clear', () => {
    const story = approve(given('approval'))
    expect(codesOf(story)).toEqual(['notReleased', 'nobodyTook'])
    release(story)
    expect(codesOf(story)).toEqual(['paymentHeld'])
    gate(story)
    expect(codesOf(story)).toEqual(['atBank'])
    answer(story, story.intent(), { status: 'rejected', reason: 'AC04' })
    expect(codesOf(story)).toEqual(['payeeToCorrect'])
  })
})

describe('whose hands a late claim lies in', () => {
  it('is said where they are on leave, or are nobody’s', () => {
    expect(codesOf(given('report'), ['handler-1'])).toEqual(['firstCall', 'holderAway'])
    expect(codesOf(given('report'), ['handler-2'])).toEqual(['firstCall'])
  })

  it('is not said while it waits for others', () => {
    expect(codesOf(inDocuments(), ['handler-1'])).toEqual(['customerPapers'])
  })
})
