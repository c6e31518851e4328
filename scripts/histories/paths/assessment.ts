/** Papers, survey, calculation and approval. */
import { DomainError } from '../../../domain/errors.ts'
import type { Path, Scene } from '../path.ts'

async function withdraw({ running, journey }: Scene, claimId: string): Promise<string> {
  await running.by(journey.customer, claimId, 'withdrawClaim', {})
  return claimId
}

/** The one notice of what is missing: it goes out, arrives, and stops the clocks until the paper has come. */
async function supplement({ running, journey }: Scene, claimId: string, newReason: boolean): Promise<void> {
  const sender = newReason ? journey.seniorApprover : await journey.contactOf(claimId)
  const item = newReason ? 'repairQuotation' : 'repairInvoice'
  const { checklist } = await running.state(claimId)
  const wanted = checklist.find((line) => line.item === item)?.item ?? checklist[0]?.item ?? 'otherEvidence'
  await running.by(sender, claimId, 'issueNotice', { items: [wanted], newReason })
  const { notices } = await running.known(claimId).then(() => running.state(claimId))
  const noticeId = notices.at(-1)?.id ?? ''
  const delivery = { noticeId, template: 'supplement', deliveredAt: Date.now() } as const
  await running.bySystem(claimId, 'recordNoticeDelivery', delivery)
  await running.known(claimId)
  await journey.sendPaper(claimId, wanted)
}

export const assessment: Readonly<Record<string, Path>> = {
  'supplement-notice': {
    play: async (scene) => {
      const { running, journey } = scene
      const claimId = await journey.report()
      await journey.toAcceptance(claimId)
      await running.until(claimId, ({ panel }) => panel !== null)
      await supplement(scene, claimId, false)
      await running.until(claimId, ({ stage }) => stage === 'acceptance')
      await supplement(scene, claimId, true)
      await running.until(claimId, ({ stage }) => stage === 'acceptance')
      await running.known(claimId)
      return withdraw(scene, claimId)
    },
  },
  reminded: {
    terms: { noticeReminder: 300 },
    play: async (scene) => {
      const claimId = await scene.journey.report()
      await scene.journey.toDocuments(claimId)
      const { remindAt } = await scene.running.until(claimId, (state) => state.remindAt !== null)
      await scene.running.until(claimId, (state) => (state.remindAt ?? 0) > (remindAt ?? 0) + 300)
      return withdraw(scene, claimId)
    },
  },
  'survey-expired': {
    terms: { surveyorAnswer: 300 },
    play: async (scene) => {
      const { running, journey } = scene
      const claimId = await journey.report(1_000_000)
      await journey.toAcceptance(claimId)
      await journey.accept(claimId)
      await running.until(claimId, ({ survey }) => survey.exhausted)
      const { personId } = journey.surveyor
      await running.by(journey.seniorApprover, claimId, 'assignSurveyor', { surveyorId: personId })
      await running.known(claimId)
      return withdraw(scene, claimId)
    },
  },
  'survey-declined': {
    payments: 1,
    play: async (scene) => {
      const { running, journey } = scene
      const second = await running.world.member(['surveyor'])
      const claimId = await journey.report(1_000_000)
      await journey.toAcceptance(claimId)
      await journey.accept(claimId)
      const { survey } = await running.until(claimId, (state) => state.survey.offers.length > 0)
      const firstAsked = survey.offers[0]?.surveyorId
      const [asked, next] =
        firstAsked === second.personId ? [second, journey.surveyor] : [journey.surveyor, second]
      await running.by(asked, claimId, 'declineSurvey', {})
      await running.until(claimId, (state) => state.survey.offers.length > 1)
      await journey.survey(claimId, next)
      await journey.settle(claimId)
      return claimId
    },
  },
  disputed: {
    payments: 1,
    play: async (scene) => {
      const { running, journey } = scene
      const claimId = await journey.report()
      await journey.toAdjustment(claimId)
      await journey.saveSheet(claimId, 250_000)
      await running.by(journey.adjuster, claimId, 'proposeSheet', await journey.named(claimId))
      const lines = [`${claimId}-repair`]
      await running.by(journey.customer, claimId, 'disputeSheet', {
        ...(await journey.named(claimId)),
        lines,
      })
      await journey.settle(claimId)
      return claimId
    },
  },
  'settlement-returned': {
    payments: 1,
    play: async ({ running, journey }) => {
      const claimId = await journey.report()
      await journey.toApproval(claimId)
      await journey.decide(journey.approver, claimId, 'return')
      await running.until(claimId, ({ stage }) => stage === 'adjustment')
      await journey.settle(claimId, 280_000)
      return claimId
    },
  },
  'settlement-referred': {
    payments: 1,
    play: async ({ journey }) => {
      const claimId = await journey.report()
      await journey.toApproval(claimId)
      await journey.decide(journey.approver, claimId, 'refer')
      await journey.decide(journey.seniorApprover, claimId, 'approve')
      await journey.release(claimId)
      return claimId
    },
  },
  'two-levels': {
    payments: 1,
    play: async ({ journey }) => {
      const claimId = await journey.report()
      await journey.toAdjustment(claimId)
      await journey.settle(claimId, 8_000_000)
      return claimId
    },
  },
  'late-approval': {
    payments: 1,
    terms: { approvalLevel: 300 },
    play: async ({ running, journey }) => {
      const claimId = await journey.report()
      await journey.toApproval(claimId)
      await running.until(claimId, ({ clocks }) =>
        Object.values(clocks).some(
          ({ key, clock }) => key.startsWith('approvalLevel') && clock.breachedAt !== null,
        ),
      )
      await journey.approve(claimId)
      await journey.release(claimId)
      return claimId
    },
  },
  'decided-at-the-last-moment': {
    terms: { firstContact: 1000 },
    play: async (scene) => {
      const { running, journey } = scene
      const claimId = await journey.report()
      const { callBy } = await running.state(claimId)
      await new Promise((resume) => setTimeout(resume, Math.max(0, (callBy ?? 0) - Date.now() - 5)))
      await journey.toDocuments(claimId).catch((error: unknown) => {
        // By then somebody else may be the contact.
        if (!(error instanceof DomainError)) throw error
      })
      await running.known(claimId)
      return withdraw(scene, claimId)
    },
  },
}
