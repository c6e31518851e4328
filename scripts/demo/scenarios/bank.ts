/** The same repair twice, with a bank that misbehaves. */
import { misbehave } from '../bank.ts'
import type { Scenario } from '../scenario.ts'
import { lines, police, yuan } from '../sheets.ts'
import type { Story } from '../story.ts'
import { agreeAndRelease } from './closing.ts'
import { commercialMotor, coverage } from './contracts.ts'

const may2023 = '2023-05-01T08:30:00+08:00'

const ownDamage2020 = commercialMotor('2020', [
  coverage('ownDamage', '300000', { deductibleMinor: yuan('500') }),
])

/** Own damage by the form of 2020: 12,000 − 2,000 received − 500. */
async function smallRepair(story: Story): Promise<string> {
  await story.toAdjustment({
    cause: 'collision',
    lossAt: may2023,
    estimatedMinor: yuan('4900'),
    narrative: '追尾前车，保险杠受损。',
  })
  const [insured = ''] = await story.parties('insured')
  await story.saveSheet({
    wordingId: 'motorCommercial2020',
    lossDate: '2023-05-01',
    claimants: [{ claimantId: insured, role: 'insured' }],
    motor: police('sole', '1'),
    coverages: [
      {
        coverage: 'ownDamage',
        sumInsuredMinor: yuan('300000'),
        method: 'clause',
        deductibleMinor: yuan('500'),
        receivedMinor: yuan('2000'),
        lines: lines(insured, { vehicleRepair: '12000' }),
      },
    ],
  })
  return insured
}

export const timeoutButPaid: Scenario = {
  title: 'The bank paid and never answered',
  source: 'OWN-06: 12,000 − 2,000 − 500 = 9,500, paid once',
  contract: ownDamage2020,
  expected: { outcome: 'paid', paidMinor: yuan('9500') },
  async play(story) {
    const insured = await smallRepair(story)
    await story.accounts([insured], '7')
    await misbehave(story.bankUrl, {
      match: { payeeAccount: story.accountOf(insured) },
      behaviour: 'timeoutButPaid',
    })
    await agreeAndRelease(story, insured, yuan('9500'))
    await story.closed()
  },
}

export const moneyCameBack: Scenario = {
  title: 'The payment came back and was paid anew',
  source: 'OWN-06 once more: returned by the bank after the close, new account, new approvals',
  contract: ownDamage2020,
  expected: { outcome: 'paid', paidMinor: yuan('9500') },
  async play(story) {
    const insured = await smallRepair(story)
    await story.accounts([insured], '8')
    await misbehave(story.bankUrl, {
      match: { payeeAccount: story.accountOf(insured) },
      behaviour: 'returnedLater',
      parameters: { afterMs: 3000 },
    })
    await agreeAndRelease(story, insured, yuan('9500'))
    const { intents } = await story.until('the return', (claim) =>
      claim.intents.some((intent) => intent.status === 'returned'),
    )
    await story.accounts([insured], '9')
    const back = intents.find((intent) => intent.status === 'returned')
    await story.settle([{ partyId: insured, amountMinor: yuan('9500') }], 'repayment', back?.id)
    await story.approveAll()
    await story.release()
    await story.until(
      'the repayment',
      (claim) => claim.stage === 'afterCare' && claim.intents.some((intent) => intent.status === 'paid'),
    )
  },
}

export const bankScenarios = [timeoutButPaid, moneyCameBack]
