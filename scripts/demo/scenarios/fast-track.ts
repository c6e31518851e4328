/** Small claims that software settles alone, and one that it leaves to people. */
import { randomInt } from 'node:crypto'
import type { Scenario } from '../scenario.ts'
import { say } from '../print.ts'
import { yuan } from '../sheets.ts'
import type { Story } from '../story.ts'
import { accident, commercialMotor, coverage } from './contracts.ts'

const may2023 = '2023-05-01T03:20:00+08:00'

/** An account like one of a bank card: sixteen digits and the one that checks them. */
function cardNumber(): string {
  const body = `622202${String(randomInt(1e9)).padStart(9, '0')}`
  const sum = Array.from(body)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

function account({ insured }: Story) {
  return { holder: insured.name, number: cardNumber(), bankName: '中国工商银行' }
}

/** Nobody but the customer does anything; says how long the money took from the first word of the report. */
async function paidAlone(story: Story, report: () => Promise<void>): Promise<void> {
  const began = performance.now()
  await report()
  await story.sendDocuments()
  const sent = performance.now()
  await story.until('the bank', ({ intents }) => intents[0]?.status === 'paid')
  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1)
  say(`  ${story.title}: paid ${seconds(began)} s after the report, ${seconds(sent)} s after the last paper`)
  await story.closed()
}

const reportSmallBill = (story: Story) =>
  story.report({
    cause: 'fallOrInjury',
    lossAt: may2023,
    estimatedMinor: yuan('3000'),
    injury: true,
    narrative: '下楼时摔伤手腕，门诊治疗。',
    smallClaim: {
      lines: [{ coverage: 'accidentMedical', item: 'treatment', askedMinor: yuan('3000') }],
      agreedMinor: yuan('2900'),
      noExclusion: true,
      socialInsuranceSettled: true,
      account: account(story),
    },
  })

/** Also by itself, for whoever measures how long it takes. */
export const smallBill: Scenario & { readonly report: typeof reportSmallBill } = {
  report: reportSmallBill,
  title: 'A small medical bill, settled by software alone',
  source: '3,000 of receipts of class A less 100, as the insured agreed in advance',
  contract: accident(coverage('accidentMedical', '20000', { deductibleMinor: yuan('100'), rate: '1' })),
  expected: { outcome: 'paid', paidMinor: yuan('2900') },
  play: (story) => paidAlone(story, () => reportSmallBill(story)),
}

const brokenGlass: Scenario = {
  title: 'A broken windscreen, settled by software alone',
  source: 'a quotation of 1,280, own damage of 2020',
  contract: commercialMotor('2020', [coverage('ownDamage', '200000')]),
  expected: { outcome: 'paid', paidMinor: yuan('1280') },
  play: (story) =>
    paidAlone(story, () =>
      story.report({
        cause: 'glass',
        lossAt: may2023,
        estimatedMinor: yuan('1280'),
        narrative: '高速行驶时石子击中前挡风玻璃。',
        smallClaim: {
          lines: [{ coverage: 'ownDamage', item: 'vehicleRepair', askedMinor: yuan('1280') }],
          agreedMinor: yuan('1280'),
          noExclusion: true,
          licenceValid: true,
          drunk: false,
          account: account(story),
        },
      }),
    ),
}

const leftToPeople: Scenario = {
  title: 'A bill above the small-claim guide, left to people by software',
  source: '3,000.01 less 100; software refers it and rejects nothing',
  contract: accident(coverage('accidentMedical', '20000', { deductibleMinor: yuan('100'), rate: '1' })),
  expected: { outcome: 'withdrawn', paidMinor: 0 },
  async play(story) {
    await story.report({
      cause: 'fallOrInjury',
      lossAt: may2023,
      estimatedMinor: yuan('3000.01'),
      injury: true,
      narrative: '滑倒扭伤脚踝。',
      smallClaim: {
        lines: [{ coverage: 'accidentMedical', item: 'treatment', askedMinor: yuan('3000.01') }],
        agreedMinor: yuan('2900.01'),
        noExclusion: true,
        socialInsuranceSettled: true,
        account: account(story),
      },
    })
    await story.sendDocuments()
    const { fastTrack, tasks } = await story.until(
      'a person',
      (claim) => claim.fastTrack?.standing === 'left',
    )
    const refers = fastTrack?.check?.lines.filter(({ result }) => result === 'refer').map(({ rule }) => rule)
    // A survey by the table of survey needs, since 3,000 are the limit there as well.
    if (refers?.includes('amount') !== true || tasks[0]?.assigneeId === null)
      throw new Error(`Referred by ${String(refers)} to ${String(tasks[0]?.assigneeId)}.`)
    await story.customer.post(story.path('/withdrawal'), { note: '不再索赔。' })
    await story.closed()
  },
}

export const fastTrackScenarios: readonly Scenario[] = [smallBill, brokenGlass, leftToPeople]
