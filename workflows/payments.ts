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
  // A restored database may know less of a payment than its child did: in a new epoch it is followed anew.
  const nameOf = (id: string) => `${claim.told.epoch}:${id}`
  const released = () =>
    claim.told.intents.find(({ id, status }) => status === 'moving' && !started.has(nameOf(id)))
  while (!claim.isOver) {
    const intent = released()
    if (intent === undefined) {
      await claim.wait(null, () => released() !== undefined)
      continue
    }
    started.add(nameOf(intent.id))
    await startPayment(claim.claimId, intent.id)
  }
}

/**
 * A child that has ended is started again if the row says that the payment is still on its way:
 * the row is the truth, and the gate sees to it that nothing is sent twice.
 */
async function startPayment(claimId: string, intentId: string): Promise<void> {
  try {
    await startChild(paymentWorkflowType, {
      workflowId: paymentWorkflowId(intentId),
      args: [{ claimId, intentId }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    })
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}
