import type { SmallClaim } from '../../../../domain/claim/fast-track-state.ts'
import { nextAutomatic } from '../../../../domain/claim/fast-track-steps.ts'
import { missingItems } from '../../../../domain/claim/stages/documents.ts'
import type { Stage } from '../../../../domain/claim/stages.ts'
import { fen } from '../../../../domain/money.ts'
import { customersParty } from './people.ts'
import { receive, report, sheetContent } from './steps.ts'
import { Story, type World } from './story.ts'

export const smallClaim: SmallClaim = {
  lines: [{ coverage: 'ownDamage', item: 'vehicleRepair', askedMinor: fen(280_000) }],
  agreedMinor: fen(280_000),
  declared: { licenceValid: true, drunk: false, noExclusion: true, socialInsuranceSettled: false },
}

/** Reported by the insured with everything that is asked for, figures and account included. */
export function asked(world: Partial<World> = {}, claim: SmallClaim = smallClaim): Story {
  const story = new Story({ parties: [customersParty], ...world })
  story.when('registerClaim', { ...report, thirdParty: false, smallClaim: claim }, 'customer')
  for (const item of missingItems(story.state)) receive(story, item)
  return story
}

/** One thing that software does by itself, or false when there is nothing. */
export function stepAlone(story: Story): boolean {
  const step = nextAutomatic(story.state)
  if (step === null) return false
  const amounts = { insured: story.state.fastTrack?.asked.agreedMinor ?? 0 }
  const { hash, ...content } = sheetContent(story, amounts)
  const extra = step.type === 'saveSheet' ? { content: { ...content, hash } } : {}
  story.when(step.type, step.body, step.by, extra)
  return true
}

/** As far as software goes by itself, or until the claim has come to the stage. */
export function goAlone(story: Story, until?: Stage): Story {
  while (story.state.stage !== until && stepAlone(story));
  return story
}
