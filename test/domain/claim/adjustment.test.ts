import { describe, expect, it } from 'vitest'
import { clockState } from '../../../domain/clocks/clock.ts'
import { fen } from '../../../domain/money.ts'
import { at } from '../time/calendar-2026.ts'
import {
  agreed,
  approve,
  calculate,
  given,
  pay,
  propose,
  release,
  rule,
  sheetContent,
} from './support/steps.ts'
import type { Story } from './support/story.ts'
import { day } from './support/world.ts'

const proposed = (amounts: Readonly<Record<string, number>> = { insured: 500_000 }) => {
  const story = calculate(given('adjustment'), amounts)
  return story.when('proposeSheet', story.sheet, 'adjuster-1').when('askAgreement', {}, 'system')
}
const payees = (amounts: Readonly<Record<string, number>>) =>
  Object.entries(amounts).map(([partyId, amount]) => ({ partyId, amountMinor: fen(amount) }))
const refused = (story: Story, kind: 'final' | 'advance', amounts: Readonly<Record<string, number>>) =>
  story.refusal(
    'proposeSettlement',
    { ...story.sheet, kind, payees: payees(amounts), replacesIntent: null },
    story.state.adjusterId ?? '',
  )

describe('a sheet', () => {
  it('belongs to whoever calculates it first when nobody was assigned', () => {
    const story = given('adjustment', {
      candidates: (role) => (role === 'adjuster' ? [] : [{ personId: `${role}-1`, limitMinor: null }]),
    })
    expect(calculate(story, { insured: 1 }, 'adjuster-2').state.adjusterId).toBe('adjuster-2')
  })

  it('that speaks of another wording, day, party or coverage is refused', () => {
    const story = given('adjustment')
    const good = sheetContent(story, { insured: 1 })
    const body = good.body as { input: object; result: object }
    const wrong: readonly object[] = [
      { wordingId: 'accident' },
      { lossDate: '2020-01-01' },
      { claimants: [{ claimantId: 'stranger' }] },
      { coverages: [{ coverage: 'driverSeat' }] },
      { coverages: [{ coverage: 'ownDamage', sumInsuredMinor: 1 }] },
    ]
    for (const change of wrong) {
      const content = { ...good, body: { ...body, input: { ...body.input, ...change } } }
      expect(story.refusal('saveSheet', {}, 'adjuster-1', { content })).toBe('sheetFaults')
    }
    const noWording = {
      ...good,
      body: { ...body, result: { outcome: 'noWording', wordingId: 'x', lossDate: 'y' } },
    }
    expect(story.refusal('saveSheet', {}, 'adjuster-1', { content: noWording })).toBe('noWording')
  })

  it('owes for delay only what was paid on that day to that party (Insurance Law art. 23)', () => {
    const story = given('afterCare').when('reopenClaim', {}, 'approver-1')
    const late = { claimantId: 'insured', amountMinor: 500_000, paidOn: '2026-03-09' }
    const saving = (changes: object) => {
      const good = sheetContent(story, { insured: 500_100 })
      const body = good.body as { input: object; result: object }
      const input = { ...body.input, delay: [{ ...late, ...changes }] }
      return { content: { ...good, body: { ...body, input } } }
    }
    for (const wrong of [{ amountMinor: 500_001 }, { paidOn: '2026-03-08' }, { claimantId: 'victim' }])
      expect(story.refusal('saveSheet', {}, 'adjuster-1', saving(wrong))).toBe('sheetFaults')
    const { content } = saving({})
    const body = content.body as { input: { delay: object[] } }
    const twice = { ...content, body: { ...body, input: { ...body.input, delay: [late, late] } } }
    expect(story.refusal('saveSheet', {}, 'adjuster-1', { content: twice })).toBe('sheetFaults')
    expect(story.when('saveSheet', {}, 'adjuster-1', saving({})).state.sheets).toHaveLength(2)
  })

  it('is proposed in its newest version, once, and then put to the customer', () => {
    const story = calculate(calculate(given('adjustment'), { insured: 1 }), { insured: 2 })
    const { sheetVersion } = story.sheet
    const old = { sheetVersion: sheetVersion - 1, sheetHash: story.state.sheets[0]?.hash ?? '' }
    expect(story.refusal('proposeSheet', old, 'adjuster-1')).toBe('contentChanged')
    story.when('proposeSheet', story.sheet, 'adjuster-1')
    expect(story.refusal('proposeSheet', story.sheet, 'adjuster-1')).toBe('alreadyDone')
    expect(story.told.agreementWanted).toBe(true)
    expect(story.tasks('answerProposal')).toMatchObject([{ assigneeId: 'handler-1', clockKey: 'agreement' }])
    expect(story.when('askAgreement', {}, 'system').told.agreementWanted).toBe(false)
    expect(story.refusal('askAgreement', {}, 'system')).toBe('nothingDue')
  })

  it('is not answered before it is proposed, nor twice', () => {
    const story = calculate(given('adjustment'), { insured: 1 })
    expect(story.refusal('agreeSheet', story.sheet, 'customer')).toBe('wrongStage')
    const answered = proposed().when('agreeSheet', proposed().sheet, 'customer')
    expect(answered.refusal('disputeSheet', { ...answered.sheet, lines: ['a'] }, 'customer')).toBe(
      'alreadyDone',
    )
    expect(given('adjustment').refusal('agreeSheet', { sheetVersion: 1, sheetHash: '' }, 'customer')).toBe(
      'sheetMissing',
    )
  })

  it('that is agreed is owed within ten days (Insurance Law art. 23)', () => {
    const story = agreed(given('adjustment'))
    expect(story.state.clocks['payment']?.clock.dueAt).toBe(at('2026-03-19T23:59:59.999'))
    expect(story.tasks('submitSettlement')).toHaveLength(1)
  })

  it('is disputed by naming lines, and calculated again', () => {
    const story = proposed()
    expect(story.refusal('disputeSheet', { ...story.sheet, lines: [] }, 'customer')).toBe('malformed')
    story.when('disputeSheet', { ...story.sheet, lines: ['bumper'] }, 'customer')
    expect(story.state.sheets[0]?.agreement).toMatchObject({ outcome: 'disputed', lines: ['bumper'] })
    expect(story.tasks('prepareSheet')).toHaveLength(1)
    expect(story.tasks('answerProposal')).toEqual([])
    expect(refused(story, 'final', { insured: 500_000 })).toBe('agreementMissing')
    expect(propose(agreed(story, { insured: 600_000 }), 'final', { insured: 600_000 }).state.stage).toBe(
      'approval',
    )
  })

  it('of a new version has to be agreed anew', () => {
    const story = calculate(agreed(given('adjustment')), { insured: 600_000 })
    expect(story.tasks('submitSettlement')).toEqual([])
    expect(story.tasks('prepareSheet')).toHaveLength(1)
    expect(refused(story, 'final', { insured: 600_000 })).toBe('agreementMissing')
  })

  it('is agreed or disputed by those who speak for the claim, not by a victim', () => {
    const story = proposed()
    const victim = story.state.parties.map((one) =>
      one.id === 'victim' ? { ...one, personId: 'customer-2' } : one,
    )
    const withVictim = given('adjustment', { parties: victim })
    calculate(withVictim, { insured: 1 }).when('proposeSheet', withVictim.sheet, 'adjuster-1')
    expect(withVictim.refusal('agreeSheet', withVictim.sheet, 'customer-2')).toBe('notAssigned')
  })
})

describe('a settlement', () => {
  it('pays what the sheet says, to the fen', () => {
    const story = agreed(given('adjustment'), { insured: 500_000 })
    for (const amount of [499_999, 500_001]) {
      expect(refused(story, 'final', { insured: amount })).toBe('payeesDoNotAddUp')
    }
    expect(refused(story, 'final', {})).toBe('nothingPayable')
    expect(refused(story, 'final', { insured: 0 })).toBe('nothingPayable')
  })

  it('names each payee once, with an account in their own name', () => {
    const story = agreed(given('adjustment'))
    const twice = [...payees({ insured: 250_000 }), ...payees({ insured: 250_000 })]
    const body = { ...story.sheet, kind: 'final' as const, replacesIntent: null }
    expect(story.refusal('proposeSettlement', { ...body, payees: twice }, 'adjuster-1')).toBe('malformed')
    expect(refused(story, 'final', { stranger: 500_000 })).toBe('notFound')
    expect(refused(story.with({ nameMatches: () => false }), 'final', { insured: 500_000 })).toBe(
      'payeeNameDiffers',
    )
    const parties = story.state.parties.map((one) => ({ ...one, payeeHash: null }))
    expect(refused(agreed(given('adjustment', { parties })), 'final', { insured: 500_000 })).toBe(
      'payeeIncomplete',
    )
  })

  it('does not give the insured what is owed to the victim (Insurance Law art. 65)', () => {
    const story = agreed(given('adjustment'), { insured: 300_000, victim: 200_000 })
    expect(refused(story, 'final', { insured: 300_001, victim: 199_999 })).toBe('aboveSettlement')
    expect(propose(story, 'final', { insured: 300_000, victim: 200_000 }).state.stage).toBe('approval')
  })

  it('does not give it in two parts either, nor to the same account under another name', () => {
    const story = calculate(given('adjustment'), { insured: 300_000, victim: 200_000 })
    pay(release(approve(propose(story, 'advance', { insured: 300_000 }))))
    agreedNow(story)
    expect(refused(story, 'final', { insured: 200_000 })).toBe('aboveSettlement')
    const twin = story.state.parties.map((one) => ({
      ...one,
      payeeHash: one.id === 'insured' ? 'twin' : one.payeeHash,
    }))
    const linked = [
      ...twin,
      { ...twin[0], id: 'repairer', role: 'repairer' as const, personId: null },
    ] as typeof twin
    const other = agreed(given('adjustment', { parties: linked }), { insured: 300_000, victim: 200_000 })
    expect(refused(other, 'final', { insured: 300_000, repairer: 200_000 })).toBe('aboveSettlement')
  })
})

describe('an advance', () => {
  const late = () => {
    const story = given('adjustment').later(61 * day)
    return calculate(story.clocks().when('raiseAdvance', {}, 'system'), { insured: 500_000 })
  }

  it('is raised when sixty days have passed, and not before (Insurance Law art. 25)', () => {
    const early = given('adjustment').later(59 * day)
    expect(early.refusal('raiseAdvance', {}, 'system')).toBe('nothingDue')
    const story = given('adjustment')
      .later(61 * day)
      .clocks()
    expect(story.told.advanceWanted).toBe(true)
    story.when('raiseAdvance', {}, 'system')
    expect(story.tasks('proposeAdvance')).toHaveLength(1)
    expect(story.refusal('raiseAdvance', {}, 'system')).toBe('alreadyDone')
  })

  it('is paid while the adjustment goes on, and the final settlement pays the rest', () => {
    const story = propose(late(), 'advance', { insured: 200_000 })
    expect(story.tasks('proposeAdvance')).toEqual([])
    expect(refused(story, 'advance', { insured: 1 })).toBe('alreadyDone')
    pay(release(approve(story)))
    expect(clockState(story.state.clocks['advance60']?.clock as never)).toBe('doneLate')
    expect(story.state.stage).toBe('adjustment')
    agreedNow(story)
    expect(refused(story, 'final', { insured: 500_000 })).toBe('payeesDoNotAddUp')
    pay(release(approve(propose(story, 'final', { insured: 300_000 }))))
    expect(story.when('closeClaim', {}, 'system').state.outcome).toBe('paid')
  })

  it('is never above what has been determined', () => {
    expect(refused(late(), 'advance', { insured: 500_001 })).toBe('aboveSettlement')
  })

  it('that was all there is leaves nothing to pay, which is approved and closed all the same', () => {
    const story = propose(late(), 'advance', { insured: 500_000 })
    pay(release(approve(story)))
    approve(propose(agreedNow(story), 'final', {}))
    expect(story.told).toMatchObject({ stage: 'payment', payable: true })
    expect(story.tasks('releasePayment')).toEqual([])
    expect(story.when('closeClaim', {}, 'system').state.outcome).toBe('paid')
  })

  it('that a new figure or a return voids is somebody’s work again', () => {
    const story = propose(late(), 'advance', { insured: 200_000 })
    calculate(story, { insured: 400_000 })
    expect(story.settlement.state).toBe('void')
    expect(story.tasks('proposeAdvance')).toHaveLength(1)
    propose(story, 'advance', { insured: 100_000 }).when('openLevel', { settlementId: 'S2' }, 'system')
    expect(rule(story, 'return', 'approver-2').tasks('proposeAdvance')).toHaveLength(1)
  })

  it('that nobody has decided yet is taken over by the final settlement', () => {
    const story = agreedNow(propose(late(), 'advance', { insured: 200_000 }))
    propose(story, 'final', { insured: 500_000 })
    expect(story.state.settlements.map((one) => one.state)).toEqual(['void', 'pending'])
  })
})

/** The newest sheet is proposed and agreed as it stands. */
function agreedNow(story: Story): Story {
  const by = story.state.adjusterId ?? ''
  return story.when('proposeSheet', story.sheet, by).when('agreeSheet', story.sheet, 'customer')
}
