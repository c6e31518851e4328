import { describe, expect, it } from 'vitest'
import type { RefusalCode } from '../../../domain/errors.ts'
import { actor, customersParty, party, victimsParty } from './support/people.ts'
import {
  agreed,
  approve,
  calculate,
  completeFile,
  given,
  pay,
  propose,
  release,
  rule,
} from './support/steps.ts'
import type { By, Story } from './support/story.ts'
import { authority, day, surveyNeed } from './support/world.ts'
import { surveyReport } from './support/diligent.ts'

const threeLevels = { rules: authority(1_000_000, 20_000_000, 100_000_000) }
const opened = (world = {}) => given('approval', world).when('openLevel', { settlementId: 'S1' }, 'system')

function refused(story: Story, by: By, changes: { level?: number; hash?: string } = {}): RefusalCode {
  const { id, openLevel, hash } = story.settlement
  const body = {
    settlementId: id,
    level: openLevel,
    decision: 'approve' as const,
    hash,
    clause: null,
    ...changes,
  }
  return story.refusal('decideSettlement', body, by)
}

describe('a level', () => {
  it('is opened by the workflow, with a task for the first who may decide it', () => {
    const story = given('approval', { rules: authority(5_000_000) })
    expect(story.told.levelsToOpen).toEqual([{ settlementId: 'S1', level: 1 }])
    story.when('openLevel', { settlementId: 'S1' }, 'system')
    expect(story.tasks('decideApproval')).toMatchObject([{ assigneeId: 'approver-2', role: 'approver' }])
    expect(story.told.levelsToOpen).toEqual([])
    expect(story.refusal('openLevel', { settlementId: 'S1' }, 'system')).toBe('alreadyDone')
    expect(story.refusal('openLevel', { settlementId: 'S9' }, 'system')).toBe('notFound')
  })

  it('is not decided before it is open', () => {
    expect(refused(given('approval'), 'approver-2', { level: 1 })).toBe('levelNotOpen')
    expect(refused(opened(threeLevels), 'approver-5', { level: 2 })).toBe('levelNotOpen')
  })

  it('is decided once: the second supervisor learns that another was first', () => {
    const story = rule(opened(threeLevels), 'approve', 'approver-2')
    expect(refused(story, 'approver-3', { level: 1 })).toBe('alreadyDecided')
    const approved = approve(given('approval'))
    expect(refused(approved, 'approver-3', { level: 1 })).toBe('alreadyDecided')
  })

  it('needs the authority of its limit', () => {
    const story = opened({ rules: authority(5_000_000) })
    expect(refused(story, 'approver-1')).toBe('limitTooLow')
    expect(refused(story, actor('approver-7', { limitMinor: null }))).toBe('limitTooLow')
    expect(refused(story, 'handler-1')).toBe('notPermitted')
    expect(rule(story, 'approve', 'approver-2').state.stage).toBe('payment')
  })

  it('is decided on what was seen', () => {
    expect(refused(opened(), 'approver-2', { hash: 'another' })).toBe('contentChanged')
  })
})

describe('three levels', () => {
  it('are three people, one after the other, with the money free after the last', () => {
    const story = given('approval', threeLevels)
    for (const [level, person] of ['approver-1', 'approver-3', 'approver-5'].entries()) {
      expect(story.told.levelsToOpen).toEqual([{ settlementId: 'S1', level: level + 1 }])
      approve(story, person)
    }
    expect(story.state.stage).toBe('payment')
    expect(story.tasks('releasePayment')).toHaveLength(1)
    expect(story.notices.at(-1)?.template).toBe('settlementDecision')
  })

  it('are not the same person twice, under another account either', () => {
    const story = approve(given('approval', threeLevels), 'approver-5')
    story.when('openLevel', { settlementId: 'S1' }, 'system')
    expect(story.tasks('decideApproval')[0]?.assigneeId).toBe('approver-3')
    expect(refused(story, actor('approver-5', { accountId: 'a second account' }))).toBe(
      'alreadyApprovedByPerson',
    )
  })
})

describe('own work', () => {
  const cases: readonly (readonly [string, (who: string) => Story])[] = [
    [
      'the proposer',
      (who) => {
        const story = agreed(given('adjustment'))
        const named = { ...story.sheet, kind: 'final' as const, replacesIntent: null }
        const payees = [
          { partyId: 'insured', amountMinor: story.state.sheets[0]?.payableMinor ?? (0 as never) },
        ]
        return story.when('proposeSettlement', { ...named, payees }, adjusting(who, story))
      },
    ],
    ['the author of the sheet', (who) => propose(agreedBy(who), 'final', { insured: 500_000 })],
    [
      'the author of an earlier sheet',
      (who) => {
        const story = calculate(given('adjustment'), { insured: 1 }, adjuster(who))
        return propose(agreed(story), 'final', { insured: 500_000 })
      },
    ],
    [
      'the surveyor',
      (who) => {
        const surveyor = actor(who, { roles: ['surveyor'] })
        const candidates = (role: string) => [
          { personId: role === 'surveyor' ? who : `${role}-1`, limitMinor: null },
        ]
        const story = given('survey', { rules: surveyNeed(true) }).with({ candidates })
        story.when('openSurvey', {}, 'system').when('acceptSurvey', {}, surveyor)
        const named = { reportVersion: 1, reportHash: 'survey-1' }
        story.when('submitSurveyReport', named, surveyor, { content: surveyReport })
        return propose(agreed(story), 'final', { insured: 500_000 })
      },
    ],
    [
      'a party',
      (who) => given('approval', { parties: [customersParty, party('driver', 'driver', { personId: who })] }),
    ],
    [
      'the editor of the payee',
      (who) => {
        const parties = [{ ...customersParty, payeeEditedBy: who }, victimsParty]
        return given('approval', { parties })
      },
    ],
  ]

  it.each(cases)('of %s is approved by somebody else', (_who, story) => {
    const told = story('approver-9').when('openLevel', { settlementId: 'S1' }, 'system')
    expect(refused(told, 'approver-9')).toBe('ownWork')
    expect(told.tasks('decideApproval')[0]?.assigneeId).not.toBe('approver-9')
    expect(rule(told, 'approve', 'approver-8').state.stage).toBe('payment')
  })

  it('of the registrar is approved by somebody else', () => {
    const story = opened()
    expect(story.state.registeredBy).toBe('customer')
    expect(
      refused(story, actor('customer', { roles: ['approver', 'customer'], limitMinor: 1e9 as never })),
    ).toBe('ownWork')
  })

  it('does not tell whoever did it how far the approval has come', () => {
    const story = approve(given('approval', threeLevels), 'approver-1')
    const author = actor('adjuster-1', { roles: ['approver'], limitMinor: 100_000_000 as never })
    for (const level of [1, 2, 3]) expect(refused(story, author, { level, hash: 'guess' })).toBe('ownWork')
  })
})

describe('a return', () => {
  it('leads back to the adjuster, who corrects and asks again', () => {
    const story = rule(opened(), 'return', 'approver-2')
    expect(story.state).toMatchObject({ stage: 'adjustment', settlements: [{ state: 'returned' }] })
    expect(story.tasks('prepareSheet')).toHaveLength(1)
    expect(story.tasks('decideApproval')).toEqual([])
    approve(propose(agreed(story, { insured: 450_000 }), 'final', { insured: 450_000 }))
    expect(story.state.stage).toBe('payment')
  })
})

describe('a rejection by an approver', () => {
  it('names its clause and closes the claim with a letter', () => {
    const story = opened()
    const { id: settlementId, openLevel: level, hash } = story.settlement
    const body = { settlementId, level, decision: 'reject' as const, hash }
    expect(story.refusal('decideSettlement', { ...body, clause: null }, 'approver-2')).toBe('clauseMissing')
    rule(story, 'reject', 'approver-2', { clause: 'clause 9' })
    expect(story.state).toMatchObject({
      outcome: 'rejected',
      closedFrom: 'approval',
      rejection: { clause: 'clause 9' },
    })
    expect(story.when('reopenClaim', {}, 'handler-1').state.stage).toBe('adjustment')
  })
})

describe('a referral', () => {
  it('asks another person with more authority for the same level', () => {
    const story = rule(opened(), 'refer', 'approver-1')
    expect(story.settlement.levels).toEqual([5_000_000])
    expect(story.told.levelsToOpen).toEqual([{ settlementId: 'S1', level: 1 }])
    story.when('openLevel', { settlementId: 'S1' }, 'system')
    expect(story.tasks('decideApproval')).toMatchObject([{ assigneeId: 'approver-2' }])
    expect(refused(story, 'approver-1')).toBe('alreadyApprovedByPerson')
    expect(rule(story, 'approve', 'approver-2').state.stage).toBe('payment')
  })

  it('never lowers the levels above, and ends at the highest', () => {
    const story = opened(threeLevels)
    rule(story, 'refer', 'approver-5')
    expect(story.settlement.levels).toEqual([5_000_000, 20_000_000, 100_000_000])
    const top = opened({ rules: authority(Number.MAX_SAFE_INTEGER) })
    const { id: settlementId, openLevel: level, hash } = top.settlement
    const body = { settlementId, level, decision: 'refer' as const, hash, clause: null }
    expect(top.refusal('decideSettlement', body, 'approver-7')).toBe('noCandidate')
  })
})

describe('an approval does not survive a change', () => {
  it('of the figure', () => {
    const story = calculate(approve(given('approval', threeLevels), 'approver-1'), { insured: 400_000 })
    expect(story.state).toMatchObject({ stage: 'adjustment', settlements: [{ state: 'void' }] })
    expect(refused(story, 'approver-3', { level: 2 })).toBe('approvalVoid')
    expect(story.tasks('decideApproval')).toEqual([])
  })

  it.each(['while it is pending', 'when it is complete', 'when the payment is released'])(
    'of the account %s',
    (when) => {
      const story = given('approval')
      if (when !== 'while it is pending') approve(story)
      if (when === 'when the payment is released') release(story)
      const changed = party('insured', 'insured', { payeeHash: 'another account' })
      const reply = story.when('changePayee', { partyId: 'insured' }, 'customer', { newParties: [changed] })
        .last?.reply
      expect(reply).toEqual({ voided: ['S1'] })
      expect(story.state.stage).toBe('adjustment')
      expect(story.tasks('submitSettlement')).toHaveLength(1)
      expect(story.state.intents.every((one) => one.status === 'cancelled')).toBe(true)
      // The figure stands: it is proposed again, and approved again.
      pay(release(approve(propose(story, 'final', { insured: 500_000 }))))
      expect(story.when('closeClaim', {}, 'system').state.outcome).toBe('paid')
    },
  )

  it('of the account of an advance that the final settlement was reckoned on', () => {
    const story = calculate(given('adjustment'), { insured: 300_000, victim: 200_000 })
    release(approve(propose(story, 'advance', { victim: 200_000 })))
    story.when('proposeSheet', story.sheet, 'adjuster-1').when('agreeSheet', story.sheet, 'customer')
    approve(propose(story, 'final', { insured: 300_000 }))
    const changed = party('victim', 'victim', { payeeHash: 'another account' })
    story.when('changePayee', { partyId: 'victim' }, 'handler-1', { newParties: [changed] })
    expect(story.state.stage).toBe('adjustment')
    expect(story.state.settlements.map((one) => one.state)).toEqual(['void', 'void'])
    propose(story, 'final', { insured: 300_000, victim: 200_000 })
    expect(story.state.stage).toBe('approval')
  })

  it('of the account of another party it does survive', () => {
    const story = given('payment')
    const changed = party('victim', 'victim', { payeeHash: 'another account' })
    story.when('changePayee', { partyId: 'victim' }, 'handler-1', { newParties: [changed] })
    expect(story.settlement.state).toBe('approved')
  })
})

describe('a change of account', () => {
  const change = (payeeHash: string | null) => ({ newParties: [party('victim', 'victim', { payeeHash })] })

  it('by a customer concerns their own money only', () => {
    const story = completeFile(given('documents'))
    expect(story.refusal('changePayee', { partyId: 'victim' }, 'customer', change('mine'))).toBe(
      'notPermitted',
    )
  })

  it('names a complete account, another than before, of a party', () => {
    const story = given('documents')
    const by = 'handler-1'
    expect(story.refusal('changePayee', { partyId: 'victim' }, by, change(null))).toBe('payeeIncomplete')
    expect(story.refusal('changePayee', { partyId: 'nobody' }, by, change('new'))).toBe('notFound')
    expect(story.refusal('changePayee', { partyId: 'victim' }, by, change('account-of-victim'))).toBe(
      'alreadyDone',
    )
    expect(given('archived').refusal('changePayee', { partyId: 'victim' }, by, change('new'))).toBe(
      'claimClosed',
    )
  })
})

describe('late approvals', () => {
  it('are reassigned to somebody who may decide them, and stay where they are when there is nobody', () => {
    const story = opened({ rules: authority(20_000_000) })
    expect(story.tasks('decideApproval')[0]?.assigneeId).toBe('approver-3')
    const limited = (role: string) =>
      ['approver-1', 'approver-4'].map((personId) => ({ personId, limitMinor: limitOf(role, personId) }))
    story
      .with({ candidates: limited })
      .later(3 * day)
      .clocks()
    expect(story.tasks('decideApproval')[0]?.assigneeId).toBe('approver-4')
  })
})

const limitOf = (_role: string, personId: string) => actor(personId).limitMinor
const adjuster = (who: string) => actor(who, { roles: ['adjuster'] })
const adjusting = (who: string, story: Story) =>
  actor(who, { roles: ['adjuster'], substitutesFor: [story.state.adjusterId ?? ''] })

function agreedBy(who: string): Story {
  const story = calculate(given('adjustment'), { insured: 500_000 }, adjuster(who))
  return story.when('proposeSheet', story.sheet, 'adjuster-1').when('agreeSheet', story.sheet, 'customer')
}
