import { describe, expect, it } from 'vitest'
import { nextAutomatic } from '../../../domain/claim/fast-track-steps.ts'
import { softwareId } from '../../../domain/claim/software.ts'
import type { Stage } from '../../../domain/claim/stages.ts'
import { fen } from '../../../domain/money.ts'
import { fastTrackRules } from '../../../domain/rules/vocabulary.ts'
import { carryToArchive } from './support/diligent.ts'
import { asked, goAlone, smallClaim, stepAlone } from './support/fast-track.ts'
import { customersParty, party } from './support/people.ts'
import { calculate, given, pay, receive, sheetContent } from './support/steps.ts'
import type { Story } from './support/story.ts'
import { surveyNeed } from './support/world.ts'

const automatic: readonly Stage[] = ['documents', 'acceptance', 'survey', 'adjustment', 'approval', 'payment']
const standing = ({ state }: Story) => state.fastTrack?.standing
const left = ({ state }: Story) => state.fastTrack?.left?.reason

describe('a small claim that passes every rule', () => {
  it('goes from the report to a released payment with no person, through every stage', () => {
    const story = goAlone(asked())
    expect(story.happened('stageEntered').map(({ to }) => to)).toEqual(automatic)
    expect(standing(story)).toBe('released')
    expect(story.intent()).toMatchObject({ status: 'ready', amountMinor: 280_000, partyId: 'insured' })
    expect(story.state.settlements[0]).toMatchObject({ proposedBy: softwareId, state: 'approved' })
  })

  it('is paid like every other, and closes', () => {
    const story = goAlone(asked())
    expect(carryToArchive(pay(story))).toBeNull()
    expect(story.state.outcome).toBe('paid')
  })

  it('keeps which rule passed by which row of which version', () => {
    const { check } = goAlone(asked(), 'documents').state.fastTrack ?? {}
    expect(check?.version).toBe(1)
    expect(check?.lines.map(({ rule, row, result }) => [rule, row, result])).toEqual(
      fastTrackRules.map((rule) => [rule, rule, 'pass']),
    )
  })

  it('leaves no work behind with anybody', () => {
    expect(goAlone(asked()).state.tasks).toEqual([])
  })

  it('is agreed in advance by the insured, to the fen (Insurance Law, article 23)', () => {
    const story = goAlone(asked(), 'adjustment')
    stepAlone(story)
    stepAlone(story)
    const other = { ...smallClaim, agreedMinor: fen(280_001) }
    const dearer = goAlone(asked({}, other), 'adjustment')
    dearer.when('saveSheet', {}, 'software', { content: sheetContent(dearer, { insured: 280_000 }) })
    dearer.when('proposeSheet', dearer.sheet, 'software')
    expect(dearer.refusal('recordAgreement', dearer.sheet, 'software')).toBe('agreementMissing')
    expect(story.when('recordAgreement', story.sheet, 'software').state.sheets[0]?.agreement?.outcome).toBe(
      'recorded',
    )
  })

  it('takes nobody but the insured for the one who agreed', () => {
    const parties = [
      { ...customersParty, personId: 'somebody' },
      party('reporter', 'reporter', { personId: 'customer' }),
    ]
    const story = goAlone(asked({ parties }), 'adjustment')
    stepAlone(story)
    stepAlone(story)
    expect(story.refusal('recordAgreement', story.sheet, 'software')).toBe('agreementMissing')
  })
})

describe('software waits', () => {
  it('for papers and account before it looks at the claim', () => {
    const story = asked({ parties: [party('insured', 'insured', { personId: 'customer', payeeHash: null })] })
    expect(nextAutomatic(story.state)).toBeNull()
    expect(story.told).not.toHaveProperty('fastTrack')
    const account = { newParties: [customersParty] }
    story.when('changePayee', { partyId: 'insured' }, 'customer', account)
    expect(story.told.fastTrack).toBe(true)
    expect(standing(goAlone(story))).toBe('released')
  })

  it('with nothing to say about a claim for which nobody has asked it', () => {
    const story = given('documents')
    expect(story.told).not.toHaveProperty('fastTrack')
    expect(story.refusal('tryFastTrack', {}, 'software')).toBe('fastTrackNotOpen')
  })
})

describe('a claim that does not pass', () => {
  it.each(fastTrackRules)('the rule of %s goes to its handler, with the reason', (rule) => {
    const story = goAlone(asked({ fastTrack: { refers: [rule] } }))
    expect([standing(story), left(story), story.state.stage]).toEqual(['left', 'rules', 'report'])
    const refers = story.state.fastTrack?.check?.lines.filter(({ result }) => result === 'refer')
    expect(refers?.map((line) => line.rule)).toEqual([rule])
    expect(story.tasks('firstContact')).toMatchObject([{ role: 'handler', assigneeId: 'handler-1' }])
    expect(story.told).not.toHaveProperty('fastTrack')
  })

  it('is not rejected, and goes on as usual (Personal Information Protection Law, article 24)', () => {
    const story = goAlone(asked({ fastTrack: { refers: ['coverage'] } }))
    expect(story.happened('claimRejected')).toEqual([])
    expect(carryToArchive(story)).toBeNull()
    expect(story.state.outcome).toBe('paid')
  })

  it.each(automatic.slice(1))('any more when it has come to %s is left where it is', (stage) => {
    const story = goAlone(asked(), stage).with({ fastTrack: { refers: ['policyLimit'] } })
    const before = { stage: story.state.stage, intents: story.state.intents }
    goAlone(story)
    if (stage === 'survey') return
    expect([standing(story), left(story)]).toEqual(['left', 'rules'])
    expect({ stage: story.state.stage, intents: story.state.intents }).toEqual(before)
    expect(carryToArchive(story)).toBeNull()
  })

  it('goes to people when the rules want a survey after all', () => {
    const story = goAlone(asked(), 'survey').with({ rules: surveyNeed(true) })
    goAlone(story)
    expect(story.state.stage).toBe('survey')
    expect([standing(story), left(story)]).toEqual(['left', 'rules'])
    expect(story.tasks('answerSurveyOffer')).toHaveLength(1)
  })
})

describe('the switch', () => {
  it.each(['report', ...automatic] as const)('stops a claim in %s before the next decision', (stage) => {
    const story = goAlone(asked(), stage).with({ fastTrack: { stopped: true } })
    const decided = story.events.length
    goAlone(story)
    expect([standing(story), left(story)]).toEqual(['left', 'stopped'])
    const after = story.events.slice(decided).map(({ type }) => type)
    for (const type of [
      'claimAccepted',
      'sheetSaved',
      'settlementProposed',
      'settlementApproved',
      'intentOpened',
    ])
      expect(after).not.toContain(type)
    expect(carryToArchive(story)).toBeNull()
  })

  it('leaves alone what was released before: it stays a payment like others', () => {
    const story = goAlone(asked()).with({ fastTrack: { stopped: true } })
    expect(standing(story)).toBe('released')
    expect(carryToArchive(pay(story))).toBeNull()
  })
})

describe('what software may not do', () => {
  const inApproval = () => goAlone(asked(), 'approval').when('openLevel', { settlementId: 'S1' }, 'system')

  it.each(['reject', 'return', 'refer'] as const)(
    '%s a settlement (Personal Information Protection Law, article 24)',
    (decision) => {
      const story = inApproval()
      const { id: settlementId, hash } = story.settlement
      const body = { settlementId, hash, level: 1, decision, clause: 'clause' }
      expect(story.refusal('decideSettlement', body, 'software')).toBe('notPermitted')
    },
  )

  it('reject a claim (Personal Information Protection Law, article 24)', () => {
    const story = goAlone(asked(), 'acceptance')
    expect(story.refusal('rejectClaim', { check: 'peril', clause: 'clause' }, 'software')).toBe('notFound')
  })

  it('accept a claim with a check that did not pass, or answer for a person', () => {
    const story = goAlone(asked(), 'acceptance')
    story.with({
      rules: {
        coverageChecks: story.world.rules.coverageChecks?.map((one) => ({ ...one, result: 'refer' })) ?? [],
      },
    })
    story.when('runPanel', {}, 'system')
    expect(story.refusal('acceptClaim', { panelRun: 1, answers: [] }, 'software')).toBe('referralOpen')
  })

  it('decide above the limit that it was granted', () => {
    const story = goAlone(
      asked({ rules: { authorityLevels: [{ levels: [1_000_001], reason: { zh: '', en: '' } }] } }),
      'approval',
    )
    story.when('openLevel', { settlementId: 'S1' }, 'system')
    const { hash } = story.settlement
    const body = { settlementId: 'S1', hash, level: 1, decision: 'approve' as const, clause: null }
    expect(story.refusal('decideSettlement', body, 'software')).toBe('limitTooLow')
  })

  it('pay when its limit was taken back meanwhile: the gate holds the payment', () => {
    const story = goAlone(asked()).with({ limitNow: () => null })
    story.when('gatePayment', { intentId: story.intent().id, resend: false }, 'system')
    expect(story.intent()).toMatchObject({ status: 'suspense', suspense: { reason: 'authorityLost' } })
  })

  it('go on with what it was refused: a person has it then', () => {
    const story = goAlone(asked(), 'acceptance').when('leaveFastTrack', { refused: 'referralOpen' }, 'system')
    expect(story.state.fastTrack?.left).toMatchObject({ reason: 'refused', refused: 'referralOpen' })
    expect(story.refusal('leaveFastTrack', { refused: 'referralOpen' }, 'system')).toBe('alreadyDone')
  })
})

describe('a person', () => {
  it('who decides something takes the claim over', () => {
    const story = goAlone(asked(), 'adjustment')
    calculate(story, { insured: 250_000 })
    expect([standing(story), left(story)]).toEqual(['left', 'takenOver'])
    expect(nextAutomatic(story.state)).toBeNull()
  })

  it('who sends another paper or a message does not', () => {
    const story = goAlone(asked(), 'acceptance')
    receive(story, 'otherEvidence').when('postMessage', {}, 'customer')
    expect(standing(story)).toBe('running')
  })

  it('who withdraws ends it', () => {
    const story = goAlone(asked(), 'acceptance').when('withdrawClaim', {}, 'customer')
    expect([standing(story), left(story)]).toEqual(['left', 'closed'])
  })
})

describe('the audit of the fast track', () => {
  it('marks the claims that are drawn, and keeps what was found in them', () => {
    const story = goAlone(asked({ fastTrack: { sampled: true } }))
    story.when('recordFastTrackReview', { finding: 'inOrder' }, 'approver-1')
    expect(story.state.fastTrack?.review).toMatchObject({ finding: 'inOrder', by: 'approver-1' })
    expect(story.refusal('recordFastTrackReview', { finding: 'inOrder' }, 'approver-2')).toBe('alreadyDone')
  })

  it('looks at no claim that was not drawn', () => {
    const story = goAlone(asked())
    expect(story.refusal('recordFastTrackReview', { finding: 'inOrder' }, 'approver-1')).toBe('notSampled')
  })
})
