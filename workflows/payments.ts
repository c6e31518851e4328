import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import {
  ParentClosePolicy,
  patched,
  proxyLocalActivities,
  startChild,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow'
import type { ClaimActivities } from '../activities/claim-activities.ts'
import type { FollowedClaim } from './followed-claim.ts'
import { paymentWorkflowId, paymentWorkflowType, type PaymentInput, turnOptions } from './messages.ts'

const { startPayment } = proxyLocalActivities<ClaimActivities>(turnOptions)

/**
 * Starts one workflow for each payment that may leave, in whatever stage the claim is:
 * advances come early. It outlives this run and even this claim; that it is
 * running already is the ordinary case after a restart.
 */
export async function payWhatIsReleased(claim: FollowedClaim): Promise<void> {
  const started = new Set<string>()
  // A restored database may know less of a payment than its workflow did: in a new epoch it is followed anew.
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
    await start(claim, intent.id)
  }
}

/**
 * A payment whose workflow has ended is followed again if the row says that it is still on its way:
 * the row is the truth, and the gate sees to it that nothing is sent twice.
 */
async function start(claim: FollowedClaim, intentId: string): Promise<void> {
  const payment = { claimId: claim.claimId, intentId }
  // 2026-11-27: a child writes its start and its end into the claim's history and wakes it for both, for
  // nothing: the claim is told of its payments. Remove the other way when no claim from before runs any more.
  if (claim.hasOneAlarm || patched('2026-11-27-payment-is-no-child'))
    await claim.inTurn(
      () => startPayment(payment),
      () => claim.isOver,
    )
  else await startAsChild(payment)
}

async function startAsChild(payment: PaymentInput): Promise<void> {
  try {
    await startChild(paymentWorkflowType, {
      workflowId: paymentWorkflowId(payment.intentId),
      args: [payment],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    })
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}
