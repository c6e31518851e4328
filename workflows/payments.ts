import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy } from '@temporalio/workflow'
import type { FollowedClaim } from './followed-claim.ts'
import { paymentWorkflowId, paymentWorkflowType } from './messages.ts'

/**
 * Starts one child for each payment that may leave, in whatever stage the claim is:
 * advances come early. The child outlives this run and even this claim; that it is
 * running already is the ordinary case after a restart.
 */
export async function payWhatIsReleased(claim: FollowedClaim): Promise<void> {
  const started = new Set<string>()
  const released = () =>
    claim.told.intents.find(
      ({ id, status }) => !started.has(id) && status !== 'held' && status !== 'suspense',
    )
  while (!claim.isOver) {
    const intent = released()
    if (intent === undefined) {
      await claim.wait(null, () => claim.isArchived || released() !== undefined)
      continue
    }
    started.add(intent.id)
    await startPayment(claim.claimId, intent.id)
  }
}

async function startPayment(claimId: string, intentId: string): Promise<void> {
  try {
    await startChild(paymentWorkflowType, {
      workflowId: paymentWorkflowId(intentId),
      args: [{ claimId, intentId }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
    })
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}
