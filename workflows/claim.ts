import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow'
import { watchClocks } from './clocks.ts'
import { FollowedClaim } from './followed-claim.ts'
import { type ClaimInput, presentWay } from './messages.ts'
import { payWhatIsReleased } from './payments.ts'
import { stages } from './stages/index.ts'

/**
 * The life of a claim: it walks through its stages, in each of which the workflow
 * does what nobody has to decide, while its clocks are watched and what was released
 * is paid. People's decisions arrive as the claim's newest state.
 */
export async function claimWorkflow(input: ClaimInput): Promise<void> {
  const claim = new FollowedClaim(input)
  await claim.begin()
  // A claim that was reopened while its end was on the way goes on: the last look is taken without an await.
  while (!claim.isArchived) {
    claim.beginRound()
    await Promise.all([live(claim), watchClocks(claim), payWhatIsReleased(claim)])
    if (!claim.isArchived && claim.mustContinue) {
      await condition(allHandlersFinished)
      const { claimId, told } = claim
      await continueAsNew<typeof claimWorkflow>({ claimId, known: told, way: presentWay })
    }
  }
  claim.end()
}

async function live(claim: FollowedClaim): Promise<void> {
  while (!claim.isOver) {
    const { stage } = claim
    if (stage !== 'archived') await stages[stage](claim)
  }
}
