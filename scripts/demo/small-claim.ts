/** A small medical bill (2,000 to 3,000 less 100): the shortest way through all stages, to be stopped in any of them. */
import type { SheetInput } from '../../domain/adjustment/sheet-types.ts'
import type { Stage } from '../../domain/claim/stages.ts'
import type { Cast } from './cast.ts'
import { accident, commercialMotor, coverage } from './scenarios/contracts.ts'
import { lines, yuan } from './sheets.ts'
import { Story } from './story.ts'

const branchCode = '3101'
const deductibleMinor = yuan('100')

/** Every person has a bill of their own, so that no two payments are alike. */
const billOf = ({ insured }: Story): string => (2000 + Number(insured.phone.slice(-5)) / 100).toFixed(2)

const medical = accident(coverage('accidentMedical', '20000', { deductibleMinor, rate: '1' }))
/** A fresh collision of ten thousand yuan is looked at on the spot; a small bill is not. */
const surveyed = commercialMotor('2020', [coverage('ownDamage', '300000')])

const bill = {
  cause: 'fallOrInjury',
  lossAt: '2023-05-01T03:20:00+08:00',
  estimatedMinor: yuan('3000'),
  injury: true,
  narrative: '下楼时摔伤手腕，门诊治疗。',
}
const collision = {
  cause: 'collision',
  lossAt: '2023-05-01T03:20:00+08:00',
  estimatedMinor: yuan('10000'),
  narrative: '追尾前车，前部受损。',
}

function sheet(insured: string, asked: string): SheetInput {
  return {
    wordingId: 'accident',
    lossDate: '2023-05-01',
    claimants: [{ claimantId: insured, role: 'insured' }],
    coverages: [
      {
        coverage: 'accidentMedical',
        sumInsuredMinor: yuan('20000'),
        deductibleMinor,
        socialInsuranceSettledFirst: true,
        rates: { settledFirst: '1', notSettledFirst: '0.6' },
        lines: lines(insured, { treatment: asked }, { catalogueClass: 'A' }),
      },
    ],
  }
}

/** What its people do in each stage, up to the decision that ends it. */
export const decisions = {
  report: (story) => story.call(),
  documents: (story) => story.reviewDocuments(),
  acceptance: async (story) => story.answerPanel(await story.contact()),
  survey: async (story) => {
    const { survey } = await story.view()
    const offered = survey.offers.find(({ answer }) => answer === null)
    const surveyor = story.cast.person(offered?.surveyorId ?? '')
    await surveyor.http.post(story.path('/survey/acceptance'), {})
    await story.surveyReport(surveyor)
  },
  adjustment: async (story) => {
    const [insured = ''] = await story.parties('insured')
    const amountMinor = await story.saveSheet(sheet(insured, billOf(story)))
    await story.propose()
    await story.agree()
    await story.accounts([insured])
    await story.settle([{ partyId: insured, amountMinor }])
  },
  approval: async (story) => void (await story.decide('approve')),
  payment: (story) => story.release(),
  afterCare: async (story) => {
    const contact = await story.contact()
    await contact.http.post(story.path('/reopening'), { note: '客户要求继续处理。' })
  },
} as const satisfies Partial<Record<Stage, (story: Story) => Promise<void>>>

export type DecidedStage = keyof typeof decisions

/** What the stage's own work has to bring before its decision can be taken. */
const preparations: Readonly<Partial<Record<DecidedStage, (story: Story) => Promise<unknown>>>> = {
  documents: (story) => story.sendDocuments(),
  acceptance: async (story) => {
    const { panel } = await story.until('the panel', (claim) => claim.panel !== null)
    const contact = await story.contact()
    await contact.http.post(story.path('/coverage-facts'), story.soundFacts())
    await story.until('the next panel', (claim) => (claim.panel?.run ?? 0) > (panel?.run ?? 0))
  },
  survey: (story) => story.until('an offer', ({ survey }) => survey.offers.length > 0),
  approval: (story) => story.openSettlement(),
  payment: (story) =>
    story.until('the approval', ({ settlements }) => settlements.some((one) => one.state === 'approved')),
}

/** A claim that waits for nothing but the decision that ends the stage. */
export async function claimBefore(cast: Cast, stage: DecidedStage): Promise<Story> {
  return reportedBefore(await policyholder(cast, stage), stage)
}

/** Somebody with a policy whose claim can come to the stage, and with nothing reported yet. */
export async function policyholder(cast: Cast, stage: DecidedStage): Promise<Story> {
  const contract = stage === 'survey' ? surveyed : medical
  return Story.begin(cast, `A claim in ${stage}`, contract, branchCode)
}

/** The same for somebody who has a policy already. */
export async function reportedBefore(story: Story, stage: DecidedStage): Promise<Story> {
  await story.report(stage === 'survey' ? collision : bill)
  if (stage === 'afterCare') {
    await story.customer.post(story.path('/withdrawal'), { note: '不再索赔。' })
    return story
  }
  for (;;) {
    const now = (await story.view()).stage as DecidedStage
    if (now === 'survey' && stage !== 'survey') {
      await story.reaches('adjustment')
      continue
    }
    await preparations[now]?.(story)
    if (now === stage) return story
    await decisions[now](story)
    await story.until('the next stage', (claim) => claim.stage !== now)
  }
}
