/** Ways through the stages, and out of them. */
import type { Stage } from '../../../domain/claim/stages.ts'
import { readTold } from '../../../db/told.ts'
import { shortLadder } from '../../../test/support/short-terms.ts'
import type { Path, Scene } from '../path.ts'

async function withdraw({ running, journey }: Scene, claimId: string): Promise<string> {
  await running.by(journey.customer, claimId, 'withdrawClaim', {})
  return claimId
}

/** Cut off once the workflow has done what it does in the stage. */
function withdrawnIn(
  stage: Stage,
  estimatedMinor: number,
  lead: (scene: Scene, claimId: string) => Promise<unknown>,
): Path {
  return {
    play: async (scene) => {
      const claimId = await scene.journey.report(estimatedMinor)
      await lead(scene, claimId)
      await scene.running.until(claimId, (state) => state.stage === stage)
      await scene.running.known(claimId)
      return withdraw(scene, claimId)
    },
  }
}

async function rejectAtAcceptance({ running, journey }: Scene): Promise<string> {
  const claimId = await journey.report()
  await journey.toAcceptance(claimId)
  await running.until(claimId, ({ panel }) => panel !== null)
  const body = { check: 'peril', clause: '第六条' } as const
  await running.by(await journey.contactOf(claimId), claimId, 'rejectClaim', body)
  return claimId
}

/** A rejected claim is archived once its letter has arrived. */
async function letterArrives({ running }: Scene, claimId: string): Promise<string> {
  const { rejection } = await running.until(
    claimId,
    ({ satisfactionAskedAt }) => satisfactionAskedAt !== null,
  )
  const noticeId = rejection?.letterId ?? ''
  const delivery = { noticeId, template: 'rejection', deliveredAt: Date.now() } as const
  await running.bySystem(claimId, 'recordNoticeDelivery', delivery)
  return claimId
}

export const course: Readonly<Record<string, Path>> = {
  full: {
    payments: 1,
    play: async ({ journey }) => {
      const claimId = await journey.report(1_000_000)
      await journey.toAcceptance(claimId)
      await journey.accept(claimId)
      await journey.survey(claimId)
      await journey.settle(claimId)
      return claimId
    },
  },
  fast: {
    payments: 1,
    play: async ({ journey }) => {
      const claimId = await journey.report()
      await journey.toAdjustment(claimId)
      await journey.settle(claimId)
      return claimId
    },
  },
  withdrawn: { play: async (scene) => withdraw(scene, await scene.journey.report()) },
  'withdrawn-in-documents': withdrawnIn('documents', 300_000, ({ journey }, id) => journey.toDocuments(id)),
  'withdrawn-in-acceptance': withdrawnIn('acceptance', 300_000, ({ journey }, id) =>
    journey.toAcceptance(id),
  ),
  'withdrawn-in-survey': withdrawnIn('survey', 1_000_000, async ({ journey }, id) => {
    await journey.toAcceptance(id)
    await journey.accept(id)
  }),
  'withdrawn-in-adjustment': withdrawnIn('adjustment', 300_000, async ({ journey }, id) => {
    await journey.toAdjustment(id)
    await journey.saveSheet(id, 300_000)
  }),
  'withdrawn-in-approval': withdrawnIn('approval', 300_000, ({ journey }, id) => journey.toApproval(id)),
  'withdrawn-in-payment': withdrawnIn('payment', 300_000, ({ journey }, id) => journey.toPayment(id)),
  rejected: { play: async (scene) => letterArrives(scene, await rejectAtAcceptance(scene)) },
  'rejected-in-approval': {
    play: async (scene) => {
      const claimId = await scene.journey.report()
      await scene.journey.toApproval(claimId)
      await scene.journey.decide(scene.journey.approver, claimId, 'reject', '第七条')
      return letterArrives(scene, claimId)
    },
  },
  'rejected-and-reopened': {
    play: async (scene) => {
      const claimId = await rejectAtAcceptance(scene)
      await scene.running.until(claimId, ({ satisfactionAskedAt }) => satisfactionAskedAt !== null)
      await scene.running.by(scene.journey.handler, claimId, 'reopenClaim', {})
      await scene.journey.accept(claimId)
      await scene.running.until(claimId, ({ stage }) => stage === 'adjustment')
      return withdraw(scene, claimId)
    },
  },
  reopened: {
    terms: { firstContact: 300 },
    play: async (scene) => {
      const { running, journey } = scene
      const claimId = await journey.report()
      await running.until(claimId, ({ contactsTried }) => contactsTried.length > 1)
      await withdraw(scene, claimId)
      await running.until(claimId, ({ satisfactionAskedAt }) => satisfactionAskedAt !== null)
      await running.by(journey.handler, claimId, 'reopenClaim', {})
      await journey.toDocuments(claimId)
      await running.until(claimId, ({ checklistSentAt }) => checklistSentAt !== null)
      return withdraw(scene, claimId)
    },
  },
  'reopened-from-the-archive': {
    runs: 2,
    play: async (scene) => {
      const claimId = await withdraw(scene, await scene.journey.report())
      await scene.running.until(claimId, ({ stage }) => stage === 'archived')
      await scene.running.ended(claimId)
      await scene.running.by(scene.journey.handler, claimId, 'reopenClaim', {})
      return withdraw(scene, claimId)
    },
  },
  'late-acceptance': {
    terms: { acceptanceDecision: 200 },
    play: async (scene) => {
      await shortLadder(scene.running.world, 'acceptanceDecision', [
        ['remind', 100],
        ['raisePriority', 200],
        ['informSupervisor', 300],
        ['reassign', 400],
      ])
      const claimId = await scene.journey.report()
      await scene.journey.toAcceptance(claimId)
      const { contactId } = await scene.running.state(claimId)
      await scene.running.until(claimId, (state) => state.contactId !== contactId)
      return withdraw(scene, claimId)
    },
  },
  'told-late-and-twice': {
    play: async (scene) => {
      const { running, journey } = scene
      const claimId = await journey.report()
      const old = await readTold(running.world.database, claimId)
      await journey.toDocuments(claimId)
      await running.until(claimId, ({ checklistSentAt }) => checklistSentAt !== null)
      const { row } = await running.known(claimId)
      for (const told of [old, row, old]) await running.temporal.tell(told)
      return withdraw(scene, claimId)
    },
  },
  'database-away': {
    play: async (scene) => {
      const claimId = await scene.journey.report()
      // Longer than a workflow task holds a local activity: a timer takes over.
      scene.databaseAway(claimId, 7000)
      await scene.journey.toDocuments(claimId)
      await scene.running.until(claimId, ({ checklistSentAt }) => checklistSentAt !== null, 30_000)
      return withdraw(scene, claimId)
    },
  },
}
