/** Claims that take a turn: rejected, withdrawn, disputed, returned, late, reopened, and a bank that misbehaves. */
import type { Scenario } from '../scenario.ts'
import type { Story } from '../story.ts'
import { lines, otherCar, police, yuan } from '../sheets.ts'
import { agreeAndRelease } from './closing.ts'
import { commercialMotor, compulsoryMotor, coverage } from './contracts.ts'

const june2018 = '2018-06-01T08:30:00+08:00'
const may2023 = '2023-05-01T08:30:00+08:00'

const ownDamage2014 = commercialMotor('2014', [coverage('ownDamage', '300000')])
const scratched = {
  cause: 'collision',
  lossAt: june2018,
  estimatedMinor: yuan('4000'),
  narrative: '停车时刮蹭立柱。',
}

async function ownDamageSheet(
  story: Story,
  insured: string,
  repair: string,
  terms: object,
  degree: 'none' | 'sole' = 'sole',
): Promise<number> {
  return story.saveSheet({
    wordingId: 'motorCommercial2014',
    lossDate: '2018-06-01',
    claimants: [{ claimantId: insured, role: 'insured' }],
    motor: police(degree, degree === 'sole' ? '1' : '0'),
    coverages: [
      {
        coverage: 'ownDamage',
        sumInsuredMinor: yuan('300000'),
        method: 'clause',
        ...terms,
        lines: lines(insured, { vehicleRepair: repair }),
      },
    ],
  })
}

export const rejection: Scenario = {
  title: 'Rejected in writing, with clause and reason',
  source: 'Drunk driving, excluded and explained (Insurance Law, articles 17 and 24)',
  contract: ownDamage2014,
  expected: { outcome: 'rejected', paidMinor: 0 },
  async play(story) {
    await story.report({ ...scratched, narrative: '酒后驾驶撞上护栏。' })
    await story.call()
    await story.sendDocuments()
    await story.reviewDocuments()
    const { panel } = await story.until('the panel', (claim) => claim.panel !== null)
    const contact = await story.contact()
    await contact.http.post(story.path('/coverage-facts'), {
      objectInsured: true,
      licenceValid: true,
      drunk: true,
      exclusionSuspected: 'drunkDriving',
    })
    await story.until('the next panel', (claim) => (claim.panel?.run ?? 0) > (panel?.run ?? 0))
    await contact.http.post(story.path('/rejection'), {
      check: 'exclusion',
      clause: '机动车损失保险条款第八条第（二）项',
      note: '血液酒精含量超过规定，属于责任免除，投保时已明确说明。',
    })
    await story.until(
      'the letter',
      (claim) => claim.rejection?.letterDeliveredAt !== null && claim.rejection !== null,
    )
  },
}

export const withdrawal: Scenario = {
  title: 'Withdrawn by the customer',
  source: 'The damage turned out to be smaller than the loss of the no-claims discount',
  contract: ownDamage2014,
  expected: { outcome: 'withdrawn', paidMinor: 0 },
  async play(story) {
    await story.report(scratched)
    await story.call()
    await story.reaches('documents')
    await story.customer.post(story.path('/withdrawal'), { note: '自行修理，不再索赔。' })
    await story.closed()
  },
}

export const returned: Scenario = {
  title: 'Returned from approval and corrected',
  source: 'EXAM-02, car A with the no-deductible rider: own damage 12,600, third party 19,600',
  contract: commercialMotor('2014', [coverage('ownDamage', '300000'), coverage('thirdParty', '500000')]),
  expected: { outcome: 'paid', paidMinor: yuan('32200') },
  async play(story) {
    const names = ['李雷']
    await story.toAdjustment({
      cause: 'collision',
      lossAt: june2018,
      estimatedMinor: yuan('15000'),
      thirdParty: true,
      victims: names,
      narrative: '变更车道时与后车相撞。',
    })
    const [insured = ''] = await story.parties('insured')
    const [victim = ''] = await story.parties('victim', names)
    const save = (faultDeductibleWaived: boolean) =>
      story.saveSheet({
        wordingId: 'motorCommercial2014',
        lossDate: '2018-06-01',
        claimants: [
          { claimantId: insured, role: 'insured' },
          { claimantId: victim, role: 'otherVehicle', partyId: 'B' },
        ],
        motor: police('main', '0.70', [otherCar('0.30')]),
        coverages: [
          {
            coverage: 'thirdParty',
            sumInsuredMinor: yuan('500000'),
            faultDeductibleWaived,
            lines: lines(victim, { vehicleRepair: '30000' }),
          },
          {
            coverage: 'ownDamage',
            sumInsuredMinor: yuan('300000'),
            method: 'share',
            faultDeductibleWaived,
            lines: lines(insured, { vehicleRepair: '20000' }),
          },
        ],
      })
    await save(false)
    await story.propose()
    await story.agree()
    await story.accounts([insured, victim])
    const wrong = await story.newestSheet()
    const third = Math.round(yuan('19600') * 0.85)
    await story.settle([
      { partyId: victim, amountMinor: third },
      { partyId: insured, amountMinor: wrong.payableMinor - third },
    ])
    await story.decide('return', '投保了不计免赔，不应扣除事故责任免赔率。')
    await story.reaches('adjustment')
    await save(true)
    await story.propose()
    await story.agree()
    await story.pay([
      { partyId: victim, amountMinor: yuan('19600') },
      { partyId: insured, amountMinor: yuan('12600') },
    ])
  },
}

export const disputed: Scenario = {
  title: 'A line disputed and assessed again',
  source: 'OWN-05: (12,000 × 70 %) − 500 = 7,900, the third party not found',
  contract: commercialMotor('2014', [coverage('ownDamage', '300000', { deductibleMinor: yuan('500') })]),
  expected: { outcome: 'paid', paidMinor: yuan('7900') },
  async play(story) {
    await story.toAdjustment({
      ...scratched,
      estimatedMinor: yuan('12000'),
      narrative: '停放时被不明车辆撞损，无法找到第三方。',
    })
    const [insured = ''] = await story.parties('insured')
    const terms = { deductibleMinor: yuan('500'), absoluteRates: [{ reason: 'thirdPartyNotFound' }] }
    await ownDamageSheet(story, insured, '11000', terms, 'none')
    await story.propose()
    const { version, hash } = await story.newestSheet()
    await story.customer.post(story.path(`/sheets/${version}/dispute`), {
      sheetHash: hash,
      lines: [`${insured.slice(0, 8)}-vehicleRepair`],
      note: '维修厂发票为 12,000 元。',
    })
    await ownDamageSheet(story, insured, '12000', terms, 'none')
    await story.accounts([insured])
    await agreeAndRelease(story, insured, yuan('7900'))
    await story.closed()
  },
}

export const breach: Scenario = {
  title: 'Late: breached, escalated, given to another handler',
  source:
    'COURT-08: compulsory 110,000 and medical 5,225.84 although drunk (traffic interpretation, article 15)',
  contract: compulsoryMotor(2018),
  expected: { outcome: 'paid', paidMinor: yuan('115225.84') },
  async play(story) {
    const names = ['高原']
    await story.report({
      cause: 'collision',
      lossAt: june2018,
      estimatedMinor: yuan('120000'),
      injury: true,
      death: true,
      thirdParty: true,
      victims: names,
      narrative: '酒后驾驶撞倒行人。',
    })
    await story.call()
    await story.sendDocuments()
    await story.reviewDocuments()
    const before = await story.reaches('acceptance')
    const late = await story.until(
      'the ladder',
      (claim) =>
        claim.contactId !== before.contactId &&
        claim.priority > before.priority &&
        claim.tasks.some((task) => task.kind === 'informed'),
    )
    if (late.stage !== 'acceptance') throw new Error('A breach has ended a stage.')
    await story.accept()
    await story.survey()
    await story.reaches('adjustment')
    const [victim = ''] = await story.parties('victim', names)
    await story.saveSheet({
      wordingId: 'motorCompulsory',
      lossDate: '2018-06-01',
      claimants: [{ claimantId: victim, role: 'outsideVehicles' }],
      motor: police('sole', '1'),
      coverages: [
        {
          coverage: 'compulsoryMotor',
          insuredHere: true,
          recourseGround: 'drunk',
          lines: lines(victim, { deathCompensation: '603858', treatment: '5225.84' }),
        },
      ],
    })
    await story.agreeAndPay([{ partyId: victim, amountMinor: yuan('115225.84') }])
  },
}

export const reopened: Scenario = {
  title: 'Closed, reopened, and the rest paid',
  source: 'OWN-10: 5,400 by the share form, then 18,000 in full advance with 12,600 to recover',
  contract: commercialMotor('2020', [coverage('ownDamage', '300000')]),
  expected: { outcome: 'paid', paidMinor: yuan('18000') },
  async play(story) {
    await story.toAdjustment({
      cause: 'collision',
      lossAt: may2023,
      estimatedMinor: yuan('4800'),
      thirdParty: true,
      narrative: '与对方车辆相撞，对方负主要责任。',
    })
    const [insured = ''] = await story.parties('insured')
    const save = (method: 'share' | 'fullAdvance') =>
      story.saveSheet({
        wordingId: 'motorCommercial2020',
        lossDate: '2023-05-01',
        claimants: [{ claimantId: insured, role: 'insured' }],
        motor: police('minor', '0.30', [otherCar('0.70')]),
        coverages: [
          {
            coverage: 'ownDamage',
            sumInsuredMinor: yuan('300000'),
            method,
            lines: lines(insured, { vehicleRepair: '20000' }),
          },
        ],
      })
    await save('share')
    await story.accounts([insured])
    await agreeAndRelease(story, insured, yuan('5400'))
    await story.closed()
    const contact = await story.contact()
    await contact.http.post(story.path('/reopening'), { note: '被保险人要求先行全额赔付并转让追偿权。' })
    await story.reaches('adjustment')
    await save('fullAdvance')
    await agreeAndRelease(story, insured, yuan('12600'))
    await story.until(
      'the second close',
      (claim) => claim.stage === 'afterCare' && claim.intents.length === 2,
    )
  },
}

export const turnScenarios = [rejection, withdrawal, returned, disputed, breach, reopened]
