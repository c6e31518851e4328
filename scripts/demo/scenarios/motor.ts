/** Motor claims that run to the close: figures from published exam answers and court decisions. */
import type { Scenario } from '../scenario.ts'
import { lines, otherCar, police, yuan } from '../sheets.ts'
import { commercialMotor, compulsoryMotor, coverage } from './contracts.ts'

const june2018 = '2018-06-01T08:30:00+08:00'

/** Two cars 70/30: the other's damage under third-party liability, one's own by the share form. */
export const twoCars: Scenario = {
  title: 'Two cars, 70 % at fault, the victim paid first',
  source: 'EXAM-01, car A: own damage 3,570 and third party 2,380',
  contract: commercialMotor('2014', [coverage('ownDamage', '300000'), coverage('thirdParty', '500000')]),
  expected: { outcome: 'paid', paidMinor: yuan('5950') },
  async play(story) {
    const names = ['李雷']
    await story.toAdjustment({
      cause: 'collision',
      lossAt: june2018,
      estimatedMinor: yuan('14000'),
      thirdParty: true,
      victims: names,
      narrative: '路口左转时与直行车辆相撞，对方车辆受损。',
    })
    const [insured = ''] = await story.parties('insured')
    const [victim = ''] = await story.parties('victim', names)
    await story.saveSheet({
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
          lines: lines(victim, { vehicleRepair: '6000' }),
        },
        {
          coverage: 'ownDamage',
          sumInsuredMinor: yuan('300000'),
          method: 'share',
          lines: lines(insured, { vehicleRepair: '8000' }),
        },
      ],
    })
    await story.agreeAndPay([
      { partyId: victim, amountMinor: yuan('2380') },
      { partyId: insured, amountMinor: yuan('3570') },
    ])
  },
}

/** One compulsory limit, two victims: shared by their losses. */
export const sharedLimit: Scenario = {
  title: 'Two victims share one compulsory limit',
  source: 'OWN-02: 180,000 over losses of 300,000 and 100,000 (traffic interpretation, article 19)',
  contract: compulsoryMotor(2023),
  expected: { outcome: 'paid', paidMinor: yuan('180000') },
  async play(story) {
    const names = ['韩梅梅', '林涛']
    await story.toAdjustment({
      cause: 'collision',
      lossAt: '2023-05-01T19:00:00+08:00',
      estimatedMinor: yuan('180000'),
      injury: true,
      death: true,
      thirdParty: true,
      victims: names,
      narrative: '夜间与两名行人相撞，两人送医后不治。',
    })
    const [first = '', second = ''] = await story.parties('victim', names)
    await story.saveSheet({
      wordingId: 'motorCompulsory',
      lossDate: '2023-05-01',
      claimants: [
        { claimantId: first, role: 'outsideVehicles' },
        { claimantId: second, role: 'outsideVehicles' },
      ],
      motor: police('sole', '1'),
      coverages: [
        {
          coverage: 'compulsoryMotor',
          insuredHere: true,
          lines: [
            ...lines(first, { deathCompensation: '300000' }),
            ...lines(second, { deathCompensation: '100000' }),
          ],
        },
      ],
    })
    await story.agreeAndPay([
      { partyId: first, amountMinor: yuan('135000') },
      { partyId: second, amountMinor: yuan('45000') },
    ])
  },
}

export const driverSeat: Scenario = {
  title: 'Driver hurt, 30 % at fault',
  source: 'COURT-01: (medical + food + nutrition − 10,000) × 30 % = 6,023.127, half up to the fen',
  contract: commercialMotor('2014', [coverage('driverSeat', '10000')]),
  expected: { outcome: 'paid', paidMinor: yuan('6023.13') },
  async play(story) {
    await story.toAdjustment({
      cause: 'collision',
      lossAt: june2018,
      estimatedMinor: yuan('9000'),
      injury: true,
      narrative: '被追尾，驾驶员受伤住院。',
    })
    const [insured = ''] = await story.parties('insured')
    await story.saveSheet({
      wordingId: 'motorCommercial2014',
      lossDate: '2018-06-01',
      claimants: [{ claimantId: insured, role: 'insured' }],
      motor: police('minor', '0.30', [otherCar('0.7')]),
      coverages: [
        {
          coverage: 'driverSeat',
          sumInsuredMinor: yuan('10000'),
          faultDeductibleWaived: true,
          lines: lines(insured, { treatment: '29517.09', hospitalFood: '360', nutrition: '200' }),
        },
      ],
    })
    await story.agreeAndPay([{ partyId: insured, amountMinor: yuan('6023.13') }])
  },
}

export const motorScenarios = [twoCars, sharedLimit, driverSeat]
