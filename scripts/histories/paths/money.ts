/** What becomes of money on its way to the bank. */
import { eq, sql } from 'drizzle-orm'
import { claims, payLane } from '../../../db/schema/index.ts'
import type { Intent } from '../../../domain/claim/state.ts'
import { readTold } from '../../../db/told.ts'
import type { Behaviour } from '../../bank-simulator/behaviours.ts'
import { goodAccount } from '../../../test/support/claim-journey.ts'
import { paymentWorkflowId } from '../../../workflows/messages.ts'
import type { Path, Scene } from '../path.ts'

const otherAccount = { ...goodAccount, number: '6222020200098765432' }

/** Amounts differ, so that the bank knows which payment is meant. */
let repairs = 310_000

async function payable({ running, journey }: Scene): Promise<{ claimId: string; amountMinor: number }> {
  repairs += 1000
  const claimId = await journey.report(300_000)
  await journey.toPayment(claimId, repairs)
  const { settlements } = await running.state(claimId)
  return { claimId, amountMinor: settlements[0]?.amountMinor ?? 0 }
}

/** Paid, and the customer was asked how it went: the claim is in after-care. */
async function paid(scene: Scene): Promise<{ claimId: string; intent: Intent }> {
  const { claimId } = await payable(scene)
  await scene.journey.release(claimId)
  const { intents } = await scene.running.until(
    claimId,
    ({ satisfactionAskedAt }) => satisfactionAskedAt !== null,
  )
  const [intent] = intents
  if (intent === undefined) throw new Error('There is no payment.')
  return { claimId, intent }
}

/** The bank misbehaves once, and the payment gets to its end nevertheless. */
function withBankThat(behaviour: Omit<Behaviour, 'match'>): Path {
  return {
    payments: 1,
    play: async (scene) => {
      const { claimId, amountMinor } = await payable(scene)
      await scene.running.bank.behave({ ...behaviour, match: { amountMinor, next: 1 } } as Behaviour)
      await scene.journey.release(claimId)
      return claimId
    },
  }
}

async function pauseLane({ running }: Scene, pausedAt: number | null): Promise<void> {
  await running.world.database
    .insert(payLane)
    .values({ id: 1, pausedAt })
    .onConflictDoUpdate({ target: payLane.id, set: { pausedAt } })
}

const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds))

export const money: Readonly<Record<string, Path>> = {
  'paid-without-answer': withBankThat({ behaviour: 'timeoutButPaid' }),
  'sent-again': withBankThat({ behaviour: 'timeoutNeverArrived' }),
  'denied-then-paid': withBankThat({ behaviour: 'notFoundThenPaid', parameters: { hiddenMs: 1500 } }),
  'bank-fails': withBankThat({ behaviour: 'serverError', parameters: { executes: false } }),
  'account-rejected': {
    payments: 2,
    play: async ({ running, journey }) => {
      const claimId = await journey.report(300_000, { ...goodAccount, number: '0004040000000001' })
      await journey.toPayment(claimId)
      await journey.release(claimId)
      await running.until(claimId, ({ intents }) => intents[0]?.status === 'failed')
      await journey.changeAccount(claimId, goodAccount)
      await journey.repay(claimId)
      return claimId
    },
  },
  'returned-and-resent': {
    payments: 2,
    play: async (scene) => {
      const { running, journey } = scene
      const { claimId, amountMinor } = await payable(scene)
      const match = { amountMinor, next: 1 }
      await running.bank.behave({ behaviour: 'returnedLater', parameters: { afterMs: 0 }, match })
      await journey.release(claimId)
      await running.until(claimId, ({ intents }) => intents[0]?.status === 'returned')
      await journey.changeAccount(claimId, otherAccount)
      await running.bank.behave({ behaviour: 'timeoutNeverArrived', match })
      await journey.repay(claimId)
      return claimId
    },
  },
  'returned-after-the-close': {
    terms: { afterCare: 4000 },
    payments: 2,
    play: async (scene) => {
      const { running, journey } = scene
      const { claimId, intent } = await paid(scene)
      const answer = { status: 'returned', at: Date.now(), amountMinor: intent.amountMinor } as const
      const body = { intentId: intent.id, fence: null, source: 'statement', answer } as const
      await running.bySystem(claimId, 'recordBankAnswer', body)
      await journey.changeAccount(claimId, otherAccount)
      await journey.repay(claimId)
      return claimId
    },
  },
  suspense: {
    payments: 1,
    play: async (scene) => {
      const { running, journey } = scene
      const { claimId, amountMinor } = await payable(scene)
      await running.bank.behave({ behaviour: 'timeoutNeverArrived', match: { amountMinor, next: 1 } })
      await journey.release(claimId)
      const { intents } = await running.until(claimId, (state) => state.intents[0]?.status === 'unknown')
      const intentId = intents[0]?.id ?? ''
      // The bank's own word names another amount: people have to find out.
      const answer = { status: 'paid', at: Date.now(), amountMinor: (amountMinor - 1) as never } as const
      const body = { intentId, fence: null, source: 'callback', answer } as const
      await running.bySystem(claimId, 'recordBankAnswer', body)
      await running.temporal.client.workflow.getHandle(paymentWorkflowId(intentId)).result()
      for (const sender of [journey.finance, await running.world.member(['finance'])])
        await running.by(sender, claimId, 'resolveSuspense', { intentId, outcome: 'paid' })
      return claimId
    },
  },
  'lane-paused': {
    payments: 1,
    play: async (scene) => {
      const { claimId } = await payable(scene)
      await pauseLane(scene, Date.now())
      await scene.journey.release(claimId)
      await pause(1500)
      await pauseLane(scene, null)
      return claimId
    },
  },
  'third-party': {
    payments: 2,
    play: async ({ running, journey }) => {
      const claimId = await journey.report()
      await journey.toAdjustment(claimId)
      const account = { ...goodAccount, holder: '李四', number: '6222020200055555555' }
      const contact = await journey.contactOf(claimId)
      await running.by(
        contact,
        claimId,
        'addParty',
        {},
        { parties: [{ role: 'victim', name: '李四', account }] },
      )
      await journey.saveSheet(claimId, 300_000, 40_000_00)
      await journey.agree(claimId)
      await journey.proposeAll(claimId)
      await journey.approve(claimId)
      await journey.release(claimId)
      return claimId
    },
  },
  advance: {
    terms: { advance60: 1500 },
    payments: 2,
    play: async ({ running, journey }) => {
      const claimId = await journey.report()
      await journey.toAdjustment(claimId)
      await running.until(claimId, ({ advanceRaisedAt }) => advanceRaisedAt !== null)
      await journey.saveSheet(claimId, 300_000)
      const { sheets } = await running.state(claimId)
      const [{ partyId, payableMinor } = { partyId: '', payableMinor: 0 }] = sheets.at(-1)?.byClaimant ?? []
      const part = (amountMinor: number) => [{ partyId, amountMinor: amountMinor as never }]
      const propose = async (kind: 'advance' | 'final', amountMinor: number) => {
        const body = {
          ...(await journey.named(claimId)),
          kind,
          payees: part(amountMinor),
          replacesIntent: null,
        }
        await running.by(journey.adjuster, claimId, 'proposeSettlement', body)
        await journey.approve(claimId)
        await journey.releaseNewest(claimId)
      }
      await propose('advance', 100_000)
      await running.until(claimId, ({ intents }) => intents[0]?.status === 'paid')
      await journey.agree(claimId)
      await propose('final', payableMinor - 100_000)
      return claimId
    },
  },
  'paid-then-reopened': {
    terms: { afterCare: 5000 },
    payments: 2,
    play: async ({ running, journey }) => {
      const claimId = await journey.report()
      await journey.toAdjustment(claimId)
      await journey.settle(claimId, 300_000)
      await running.until(claimId, ({ satisfactionAskedAt }) => satisfactionAskedAt !== null)
      await running.by(journey.handler, claimId, 'reopenClaim', {})
      await journey.saveSheet(claimId, 400_000)
      await journey.agree(claimId)
      const { sheets, intents } = await running.state(claimId)
      const [{ partyId, payableMinor } = { partyId: '', payableMinor: 0 }] = sheets.at(-1)?.byClaimant ?? []
      const left = payableMinor - (intents[0]?.amountMinor ?? 0)
      const body = { ...(await journey.named(claimId)), kind: 'final', replacesIntent: null } as const
      const payees = [{ partyId, amountMinor: left as never }]
      await running.by(journey.adjuster, claimId, 'proposeSettlement', { ...body, payees })
      await journey.approve(claimId)
      await journey.release(claimId)
      return claimId
    },
  },
  'database-restored': {
    terms: { afterCare: 4000 },
    payments: 1,
    play: async (scene) => {
      const { running } = scene
      const { claimId, intent } = await paid(scene)
      const intentId = intent.id
      await running.temporal.client.workflow.getHandle(paymentWorkflowId(intentId)).result()
      // As the restore of a backup leaves it: less is known of the payment than the bank knows.
      const moving = JSON.stringify([{ id: intentId, status: 'moving' }])
      await running.world.database
        .update(claims)
        .set({
          state: sql`jsonb_set(${claims.state}, '{intents,0,status}', '"unknown"')`,
          told: sql`jsonb_set(${claims.told}, '{intents}', ${moving}::jsonb)`,
          epoch: 2,
          toldVersion: 0,
        })
        .where(eq(claims.id, claimId))
      running.telling.tell(await readTold(running.world.database, claimId))
      await running.until(claimId, (state) => state.intents[0]?.status === 'paid')
      return claimId
    },
  },
}
