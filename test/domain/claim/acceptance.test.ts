import { describe, expect, it } from 'vitest'
import { clockState } from '../../../domain/clocks/clock.ts'
import { at } from '../time/calendar-2026.ts'
import { accept, completeFile, given, report } from './support/steps.ts'
import { Story } from './support/story.ts'
import { day, panel, policy } from './support/world.ts'

const facts = { objectInsured: true, licenceValid: true, drunk: false, exclusionSuspected: null }
const run = (story: Story) => story.when('runPanel', {}, 'system')
const withPanel = (changes: Parameters<typeof panel>[0]) =>
  run(given('acceptance', { rules: { coverageChecks: panel(changes) } }))
const reject = { check: 'peril', clause: 'clause 3' } as const

describe('the panel', () => {
  it('runs before anybody accepts', () => {
    const story = given('acceptance')
    expect(story.refusal('acceptClaim', { panelRun: 0, answers: [] }, 'handler-1')).toBe('panelMissing')
    expect(run(story).state.panel?.lines).toHaveLength(7)
    expect(story.told.panelWanted).toBe(false)
  })

  it('is accepted as it was seen, not as it is after another run', () => {
    const story = run(run(given('acceptance')))
    expect(story.refusal('acceptClaim', { panelRun: 1, answers: [] }, 'handler-1')).toBe('contentChanged')
    expect(story.when('acceptClaim', { panelRun: 2, answers: [] }, 'handler-1').state.stage).toBe('survey')
  })

  it('runs again when a person has established facts, in the same millisecond too', () => {
    const story = withPanel({ insuredObject: 'fail' }).when('establishFacts', facts, 'handler-1')
    expect(story.told.panelWanted).toBe(true)
    expect(story.refusal('acceptClaim', { panelRun: 1, answers: [] }, 'handler-1')).toBe('panelMissing')
    expect(accept(story.with({ rules: { coverageChecks: panel() } })).state.stage).toBe('survey')
  })

  it('lets a claim with a failed check be accepted by nobody', () => {
    const story = withPanel({ premiumPaid: 'fail' })
    expect(story.refusal('acceptClaim', { panelRun: 1, answers: ['premiumPaid'] }, 'handler-1')).toBe(
      'checkFailed',
    )
  })

  it('wants an answer to each check that it refers to a person', () => {
    const story = withPanel({ exclusion: 'refer', peril: 'refer' })
    const answers = ['exclusion'] as const
    expect(story.refusal('acceptClaim', { panelRun: 1, answers }, 'handler-1')).toBe('referralOpen')
    story.when('acceptClaim', { panelRun: 1, answers: ['exclusion', 'peril'] }, 'handler-1')
    expect(story.state.stage).toBe('survey')
  })

  it('that came back empty is a bug and accepts nothing', () => {
    const story = given('acceptance', { rules: { coverageChecks: [] } })
    expect(() => run(story)).toThrow('the table of coverage checks always answers')
  })
})

function reportedLate(lossAt: string): Story {
  const ended = { ...policy, inceptionAt: at('2024-01-01T00:00:00'), expiryAt: at('2025-01-01T00:00:00') }
  const story = new Story({ policy: ended })
    .when('registerClaim', { ...report, lossAt: at(lossAt) }, 'customer')
    .when('recordFirstContact', { reached: true }, 'handler-1')
    .when('sendChecklist', {}, 'system')
  return completeFile(story)
}

function letterOf(story: Story) {
  const noticeId = story.state.rejection?.letterId ?? ''
  return { noticeId, template: 'rejection', deliveredAt: story.now } as const
}

describe('a rejection', () => {
  it('names its clause (Insurance Law art. 24)', () => {
    const story = given('acceptance')
    expect(story.refusal('rejectClaim', { ...reject, clause: ' ' }, 'handler-1')).toBe('clauseMissing')
    expect(story.when('rejectClaim', reject, 'handler-1').state).toMatchObject({
      outcome: 'rejected',
      stage: 'afterCare',
      closedFrom: 'acceptance',
    })
  })

  it('is never the software’s', () => {
    expect(given('acceptance').refusal('rejectClaim', reject, 'system')).toBe('notFound')
  })

  it('for an exclusion needs the proof that it was explained (Insurance Law art. 17)', () => {
    const { disclosureProof: _proof, ...terms } = policy.terms
    const exclusion = { check: 'exclusion', clause: 'clause 8' } as const
    const unexplained = given('acceptance', { policy: { ...policy, terms } })
    expect(unexplained.refusal('rejectClaim', exclusion, 'handler-1')).toBe('disclosureMissing')
    expect(given('acceptance').when('rejectClaim', exclusion, 'handler-1').state.outcome).toBe('rejected')
  })

  it.each([
    ['2024-03-09T10:00:00', 'limitationNotOver'],
    ['2024-03-08T10:00:00', null],
  ])(
    'for the limitation of a loss at %s, reported on 9 March 2026, is refused: %s (Insurance Law art. 26)',
    (lossAt, refusal) => {
      const story = reportedLate(lossAt)
      const ground = { check: 'limitation', clause: 'Insurance Law 26' } as const
      if (refusal !== null) expect(story.refusal('rejectClaim', ground, 'handler-1')).toBe(refusal)
      else expect(story.when('rejectClaim', ground, 'handler-1').state.outcome).toBe('rejected')
    },
  )

  it('for the limitation is nobody’s duty: a claim that came late is accepted like others (Insurance Law art. 26)', () => {
    expect(accept(reportedLate('2024-03-08T10:00:00')).state.stage).toBe('survey')
  })

  it('owes its letter within three days, after the close as well (Insurance Law art. 24)', () => {
    const story = given('acceptance').when('rejectClaim', reject, 'handler-1')
    const clock = () => story.state.clocks['rejectionLetter']?.clock
    expect(clock()?.dueAt).toBe(at('2026-03-12T23:59:59.999'))
    expect(story.told.archiveAt).toBeNull()
    const letter = letterOf(story)
    story.when('recordNoticeDelivery', letter, 'system')
    expect(clock() === undefined ? null : clockState(clock() as never)).toBe('doneInTime')
    expect(story.told.archiveAt).toBe(story.state.archiveAt)
  })

  it('is not delivered by the letter of an earlier rejection', () => {
    const story = given('acceptance').when('rejectClaim', reject, 'handler-1')
    const older = letterOf(story)
    story
      .when('reopenClaim', {}, 'approver-1')
      .when('runPanel', {}, 'system')
      .when('rejectClaim', reject, 'handler-1')
    story.when('recordNoticeDelivery', older, 'system')
    expect(story.state.rejection?.letterDeliveredAt).toBeNull()
    story.when('recordNoticeDelivery', letterOf(story), 'system')
    expect(story.state.rejection?.letterDeliveredAt).not.toBeNull()
  })

  it('keeps the claim from the archive until the letter has arrived', () => {
    const story = given('acceptance')
      .when('rejectClaim', reject, 'handler-1')
      .later(30 * day)
    expect(story.refusal('archiveClaim', {}, 'system')).toBe('nothingDue')
    const letter = letterOf(story)
    story.when('recordNoticeDelivery', letter, 'system').when('archiveClaim', {}, 'system')
    expect(story.state.stage).toBe('archived')
    expect(clockState(story.state.clocks['rejectionLetter']?.clock as never)).toBe('doneLate')
  })

  it.each(['survey', 'adjustment'] as const)('can still be decided in %s', (stage) => {
    expect(given(stage).when('rejectClaim', reject, 'handler-1').state.outcome).toBe('rejected')
  })
})
