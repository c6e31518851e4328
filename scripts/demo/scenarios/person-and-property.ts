/** Property, accident and health: under-insurance, disability, catalogue classes, a supplement and an advance. */
import type { Scenario } from '../scenario.ts'
import { lines, yuan } from '../sheets.ts'
import { accident, coverage, enterprise, health } from './contracts.ts'

const may2023 = '2023-05-01T03:20:00+08:00'

export const underInsuredFire: Scenario = {
  title: 'Under-insured fire, three levels, a surveyor who does not answer',
  source: 'OWN-08: (500,000 − 20,000) × 6/8 − 2,000 = 358,000; rescue cost 7,500 apart',
  contract: enterprise(
    coverage('property', '6000000', { subject: 'building', deductibleMinor: yuan('2000') }),
  ),
  expected: { outcome: 'paid', paidMinor: yuan('365500') },
  async play(story) {
    await story.report({
      cause: 'fire',
      lossAt: may2023,
      estimatedMinor: yuan('500000'),
      narrative: '车间电线老化起火。',
    })
    await story.call()
    await story.sendDocuments()
    await story.reviewDocuments()
    await story.accept()
    // The first surveyor says nothing; the time to answer runs out and the next one is asked.
    const claim = await story.until(
      'the second surveyor',
      ({ survey }) =>
        survey.offers.some((offer) => offer.answer === 'expired') && survey.offers.at(-1)?.answer === null,
    )
    const surveyor = story.cast.person(claim.survey.offers.at(-1)?.surveyorId ?? '')
    await surveyor.http.post(story.path('/survey/acceptance'), {})
    await story.surveyReport(surveyor)
    await story.reaches('adjustment')
    const [insured = ''] = await story.parties('insured')
    await story.saveSheet({
      wordingId: 'propertyEnterprise',
      lossDate: '2023-05-01',
      claimants: [{ claimantId: insured, role: 'insured' }],
      coverages: [
        {
          coverage: 'property',
          subject: 'building',
          sumInsuredMinor: yuan('6000000'),
          valueMinor: yuan('8000000'),
          deductibleMinor: yuan('2000'),
          salvage: { valueMinor: yuan('20000'), keptBy: 'insured' },
          lines: lines(insured, { buildingDamage: '500000', rescueCost: '10000' }),
        },
      ],
    })
    await story.propose()
    await story.agree()
    await story.accounts([insured])
    await story.settle([{ partyId: insured, amountMinor: yuan('365500') }])
    const levels = await story.approveAll()
    if (levels < 3) throw new Error(`${levels} levels approved what needs three.`)
    await story.release()
    await story.closed()
  },
}

export const cargoAdvance: Scenario = {
  title: 'An advance first, the rest later',
  source:
    'COURT-14: cargo 239,890 less 10 % = 215,901, of which 100,000 in advance (Insurance Law, article 25)',
  contract: enterprise(coverage('property', '300000', { subject: 'cargo' })),
  expected: { outcome: 'paid', paidMinor: yuan('215901') },
  async play(story) {
    await story.toAdjustment({
      cause: 'flood',
      lossAt: may2023,
      estimatedMinor: yuan('240000'),
      narrative: '暴雨致仓库进水，货物受损。',
    })
    const [insured = ''] = await story.parties('insured')
    await story.saveSheet({
      wordingId: 'propertyEnterprise',
      lossDate: '2023-05-01',
      claimants: [{ claimantId: insured, role: 'insured' }],
      coverages: [
        {
          coverage: 'property',
          subject: 'cargo',
          sumInsuredMinor: yuan('300000'),
          valueMinor: yuan('300000'),
          deductibleRate: '0.10',
          lines: lines(insured, { cargoDamage: '239890' }),
        },
      ],
    })
    await story.accounts([insured])
    await story.settle([{ partyId: insured, amountMinor: yuan('100000') }], 'advance')
    await story.approveAll()
    await story.release()
    await story.until('the advance', ({ intents }) => intents.some((intent) => intent.status === 'paid'))
    await story.propose()
    await story.agree()
    await story.pay([{ partyId: insured, amountMinor: yuan('115901') }])
  },
}

export const smallMedical: Scenario = {
  title: 'A small medical bill, no survey needed',
  source: 'EXAM-11: 3,000 − 100 = 2,900',
  contract: accident(coverage('accidentMedical', '20000', { deductibleMinor: yuan('100'), rate: '1' })),
  expected: { outcome: 'paid', paidMinor: yuan('2900') },
  async play(story) {
    await story.toAdjustment({
      cause: 'fallOrInjury',
      lossAt: may2023,
      estimatedMinor: yuan('3000'),
      injury: true,
      narrative: '下楼时摔伤手腕，门诊治疗。',
    })
    const [insured = ''] = await story.parties('insured')
    await story.saveSheet({
      wordingId: 'accident',
      lossDate: '2023-05-01',
      claimants: [{ claimantId: insured, role: 'insured' }],
      coverages: [
        {
          coverage: 'accidentMedical',
          sumInsuredMinor: yuan('20000'),
          deductibleMinor: yuan('100'),
          socialInsuranceSettledFirst: true,
          rates: { settledFirst: '1', notSettledFirst: '0.6' },
          lines: lines(insured, { treatment: '3000' }, { catalogueClass: 'A' }),
        },
      ],
    })
    await story.agreeAndPay([{ partyId: insured, amountMinor: yuan('2900') }])
  },
}

export const disability: Scenario = {
  title: 'Disability of grade 7',
  source: 'COURT-19: the worst of grades 7, 10, 10 pays 40 % of 400,000',
  contract: accident(coverage('accidentDisability', '400000')),
  expected: { outcome: 'paid', paidMinor: yuan('160000') },
  async play(story) {
    await story.toAdjustment({
      cause: 'trafficAccident',
      lossAt: may2023,
      estimatedMinor: yuan('160000'),
      injury: true,
      narrative: '骑行时被撞，评定为七级伤残。',
    })
    const [insured = ''] = await story.parties('insured')
    await story.saveSheet({
      wordingId: 'accident',
      lossDate: '2023-05-01',
      claimants: [{ claimantId: insured, role: 'insured' }],
      coverages: [
        {
          coverage: 'accidentDisability',
          sumInsuredMinor: yuan('400000'),
          grades: [7, 10, 10],
          beneficiaries: [{ claimantId: insured, parts: 1 }],
        },
      ],
    })
    await story.agreeAndPay([{ partyId: insured, amountMinor: yuan('160000') }])
  },
}

export const supplementNotice: Scenario = {
  title: 'One notice of what is missing, and back',
  source: 'OWN-09: classes A, B and C, social insurance 5,000, deductible 100, 90 % = 5,850',
  contract: health(coverage('healthMedical', '20000', { deductibleMinor: yuan('100'), rate: '0.9' })),
  expected: { outcome: 'paid', paidMinor: yuan('5850') },
  async play(story) {
    await story.report({
      cause: 'hospitalisation',
      lossAt: may2023,
      estimatedMinor: yuan('3000'),
      narrative: '急性阑尾炎住院手术。',
    })
    await story.call()
    await story.sendDocuments()
    await story.reviewDocuments()
    await story.until('the panel', ({ stage, panel }) => stage === 'acceptance' && panel !== null)
    const contact = await story.contact()
    await contact.http.post(story.path('/notices'), {
      items: ['medicalInvoice'],
      note: '发票缺第二页，请一次补齐。',
    })
    const noticed = await story.until('the delivery', ({ notices }) =>
      notices.some((notice) => notice.deliveredAt !== null),
    )
    // From its arrival at the customer to the supplement's arrival here the term of determination stands still.
    if (noticed.clocks['determination']?.clock.pausedAt === null) throw new Error('The term runs on.')
    await story.sendDocument('medicalInvoice')
    await story.until('the supplement', ({ notices }) =>
      notices.every((notice) => notice.answeredAt !== null),
    )
    await story.reviewDocuments()
    await story.accept()
    await story.survey()
    await story.reaches('adjustment')
    const [insured = ''] = await story.parties('insured')
    await story.saveSheet({
      wordingId: 'healthShortTerm',
      lossDate: '2023-05-01',
      claimants: [{ claimantId: insured, role: 'insured' }],
      coverages: [
        {
          coverage: 'healthMedical',
          sumInsuredMinor: yuan('20000'),
          deductibleMinor: yuan('100'),
          paidByOthersMinor: yuan('5000'),
          socialInsuranceSettledFirst: true,
          rates: { settledFirst: '0.9', notSettledFirst: '0.6' },
          lines: [
            ...lines(insured, { treatment: '8000' }, { catalogueClass: 'A' }),
            ...lines(insured, { medicine: '4000' }, { catalogueClass: 'B', selfPayRate: '0.10' }),
            ...lines(insured, { examination: '3000' }, { catalogueClass: 'C' }),
          ],
        },
      ],
    })
    await story.agreeAndPay([{ partyId: insured, amountMinor: yuan('5850') }])
  },
}

export const personAndPropertyScenarios = [
  underInsuredFire,
  cargoAdvance,
  smallMedical,
  disability,
  supplementNotice,
]
