import { eq, sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Activities } from '../../activities/create-activities.ts'
import { authorityLimits, claims, ledgerEntries, payLane } from '../../db/schema/index.ts'
import { readTold } from '../../db/told.ts'
import type { ClaimState, Intent } from '../../domain/claim/state.ts'
import type { Behaviour } from '../../scripts/bank-simulator/behaviours.ts'
import { paymentWorkflowId } from '../../workflows/messages.ts'
import { eventually } from '../activities/bank/run-simulator.ts'
import { ClaimJourney, goodAccount } from '../support/claim-journey.ts'
import { RunningClaims } from '../support/running-claims.ts'

let running: RunningClaims
let journey: ClaimJourney
let repairs = 300_000
/** What goes wrong once, by the intent that it goes wrong for: before the work is done, after it, or without a word. */
const mishaps = new Map<
  string,
  { readonly activity: keyof Activities; readonly when: 'before' | 'after' | 'silent' }
>()

function between(activities: Activities): Activities {
  const failing = async <I, O>(
    name: keyof Activities,
    intentId: string,
    input: I,
    work: (given: I) => Promise<O>,
  ): Promise<O> => {
    const mishap = mishaps.get(intentId)
    if (mishap?.activity !== name) return work(input)
    mishaps.delete(intentId)
    if (mishap.when === 'after') await work(input)
    // Longer than a worker may be silent, and shorter than the bank may take.
    if (mishap.when === 'silent') await sleep(15_000)
    throw new Error('The worker died here.')
  }
  return {
    ...activities,
    submitPayment: (input) =>
      failing('submitPayment', input.intentId, input, (given) => activities.submitPayment(given)),
    issuePaymentCommand: (input) => {
      const { intentId } = input.body as { readonly intentId: string }
      return failing('issuePaymentCommand', intentId, input, (given) => activities.issuePaymentCommand(given))
    },
  }
}

beforeAll(async () => {
  running = await RunningClaims.start({ bank: { submitTimeoutMs: 300, queryTimeoutMs: 2000 }, between })
  journey = await ClaimJourney.create(running)
})

afterAll(() => running.close())

/** A claim whose money waits to be released; its amount is nobody else's, so that the bank can be told by it. */
async function payable(account = goodAccount): Promise<{ claimId: string; amountMinor: number }> {
  repairs += 1000
  const repairMinor = repairs
  const claimId = await journey.report(300_000, account)
  await journey.toPayment(claimId, repairMinor)
  const { settlements } = await running.state(claimId)
  return { claimId, amountMinor: settlements[0]?.amountMinor ?? 0 }
}

function only(state: ClaimState): Intent {
  const [intent] = state.intents
  if (intent === undefined) throw new Error('There is no payment.')
  return intent
}

async function paid(claimId: string): Promise<ClaimState> {
  return running.until(claimId, ({ stage }) => stage === 'afterCare', 30_000)
}

async function expectPaidOnce(claimId: string): Promise<Intent> {
  const intent = only(await paid(claimId))
  expect(intent).toMatchObject({ status: 'paid', posted: true })
  const journal = await running.bank.journal(intent.ref)
  expect(journal.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
    ['executed', intent.amountMinor],
  ])
  return intent
}

describe.concurrent('a payment is made once', { timeout: 40_000 }, () => {
  it.each<[string, number, Omit<Behaviour, 'match'>]>([
    ['the bank pays and never answers', 1, { behaviour: 'timeoutButPaid' }],
    ['the instruction never arrives', 2, { behaviour: 'timeoutNeverArrived' }],
    ['the reply is lost on its way', 1, { behaviour: 'lostReply' }],
    ['the bank fails after paying', 1, { behaviour: 'serverError', parameters: { executes: true } }],
    ['the bank fails before paying', 2, { behaviour: 'serverError', parameters: { executes: false } }],
    ['the answer cannot be read', 1, { behaviour: 'unreadableAnswer' }],
    [
      'the bank denies knowing it at first',
      1,
      { behaviour: 'notFoundThenPaid', parameters: { hiddenMs: 150 } },
    ],
  ])('when %s', async (_case, sendings, behaviour) => {
    const { claimId, amountMinor } = await payable()
    await running.bank.behave({ ...behaviour, match: { amountMinor, next: 1 } } as Behaviour)
    await journey.release(claimId)
    const intent = await expectPaidOnce(claimId)
    // Sent again only with the same reference, after the bank has denied it for longer than its grace.
    expect(intent.fence).toBe(sendings)
  })

  it.each([
    ['before the gate was passed', 'issuePaymentCommand', 'before', 1],
    ['after the gate was passed', 'issuePaymentCommand', 'after', 1],
    ['before it was sent', 'submitPayment', 'before', 2],
    ['after it was sent', 'submitPayment', 'after', 1],
    ['and nobody hears of it', 'submitPayment', 'silent', 2],
  ] as const)('when the worker dies %s', async (_case, activity, when, sendings) => {
    const { claimId } = await payable()
    const { settlements } = await running.state(claimId)
    const released = await running.world.execute({
      type: 'releasePayments',
      sender: journey.finance,
      key: claimId,
      claimId,
      body: { settlementId: settlements[0]?.id ?? '', hash: settlements[0]?.hash ?? '' },
    })
    mishaps.set(only(await running.state(claimId)).id, { activity, when })
    running.telling.tell(released.told)
    const began = performance.now()
    expect((await expectPaidOnce(claimId)).fence).toBe(sendings)
    expect(performance.now() - began).toBeLessThan(12_000)
  })

  it('when it came back: a corrected account, new approvals, and no more than was approved in all', async () => {
    const { claimId, amountMinor } = await payable()
    const parameters = { afterMs: 4000 }
    await running.bank.behave({
      behaviour: 'returnedLater',
      parameters,
      match: { amountMinor, next: 1 },
    })
    await journey.release(claimId)
    const first = only(await paid(claimId))
    await eventually(
      () => running.bank.journal(first.ref),
      (rows) => rows.some(({ kind }) => kind === 'returned'),
    )
    // The statement tells of it, days after the payment's own workflow has ended.
    const answer = { status: 'returned', at: Date.now(), amountMinor: first.amountMinor } as const
    const body = { intentId: first.id, fence: null, source: 'statement', answer } as const
    await running.bySystem(claimId, 'recordBankAnswer', body)
    const reopened = await running.state(claimId)
    expect(reopened.stage).toBe('payment')
    expect(reopened.tasks.map(({ kind }) => kind)).toContain('correctPayee')
    await journey.changeAccount(claimId, { ...goodAccount, number: '6222020200098765432' })
    await journey.repay(claimId)
    const state = await paid(claimId)
    expect(state.intents.map(({ status }) => status)).toEqual(['returned', 'paid'])
    const rows = await Promise.all(state.intents.map(({ ref }) => running.bank.journal(ref)))
    const net = rows
      .flat()
      .reduce((sum, row) => sum + (row.kind === 'returned' ? -1 : 1) * row.amountMinor, 0)
    expect(net).toBe(amountMinor)
    expect(state.settlements.map(({ approvals }) => approvals.length > 0)).toEqual([true, true])
  })

  it('when the account does not exist: nothing is paid before it is corrected and approved anew', async () => {
    const { claimId } = await payable({ ...goodAccount, number: '0004040000000001' })
    await journey.release(claimId)
    const failed = await running.until(claimId, ({ intents }) => intents[0]?.status === 'failed')
    expect(failed.stage).toBe('payment')
    expect(failed.tasks.map(({ kind }) => kind)).toContain('correctPayee')
    expect(await running.bank.journal(only(failed).ref)).toEqual([])
    await journey.changeAccount(claimId, goodAccount)
    await journey.repay(claimId)
    expect((await paid(claimId)).intents.map(({ status }) => status)).toEqual(['failed', 'paid'])
  })

  it('when the database was restored to a moment before: the bank is asked, and nothing is sent', async () => {
    const { claimId } = await payable()
    await journey.release(claimId)
    const before = only(await paid(claimId))
    const handle = running.temporal.client.workflow.getHandle(paymentWorkflowId(before.id))
    await handle.result()
    const asOnceWas = sql`jsonb_set(${claims.state}, '{intents,0,status}', '"unknown"')`
    const toldAgain = JSON.stringify([{ id: before.id, status: 'moving' }])
    await running.world.database
      .update(claims)
      .set({
        state: asOnceWas,
        told: sql`jsonb_set(${claims.told}, '{intents}', ${toldAgain}::jsonb)`,
        epoch: 2,
        toldVersion: 0,
      })
      .where(eq(claims.id, claimId))
    running.telling.tell(await readTold(running.world.database, claimId))
    await running.until(claimId, ({ intents }) => intents[0]?.status === 'paid')
    expect(await running.bank.journal(before.ref)).toHaveLength(1)
  })
})

describe.concurrent('money under liability cover', { timeout: 40_000 }, () => {
  it('reaches the third party before the insured (Insurance Law, article 65)', async () => {
    const claimId = await journey.report()
    await journey.toAdjustment(claimId)
    const account = { ...goodAccount, holder: '李四', number: '6222020200055555555' }
    await running.by(
      await journey.contactOf(claimId),
      claimId,
      'addParty',
      {},
      {
        parties: [{ role: 'victim', name: '李四', account }],
      },
    )
    await journey.saveSheet(claimId, 300_000, 40_000_00)
    await journey.agree(claimId)
    await journey.proposeAll(claimId)
    await journey.approve(claimId)
    const { settlements } = await running.state(claimId)
    const victimGets = settlements[0]?.payees.find(({ thirdParty }) => thirdParty)
    await running.bank.behave({
      behaviour: 'timeoutNeverArrived',
      match: { amountMinor: victimGets?.amountMinor ?? 0, next: 1 },
    })
    await journey.release(claimId)
    const released = await running.state(claimId)
    expect(released.intents.map(({ thirdParty, status }) => [thirdParty, status])).toEqual([
      [true, expect.any(String)],
      [false, 'held'],
    ])
    const state = await paid(claimId)
    const [victim, insured] = await Promise.all(state.intents.map(({ ref }) => running.bank.journal(ref)))
    expect(victim?.[0]?.at).toBeLessThanOrEqual(insured?.[0]?.at ?? 0)
    expect([victim?.length, insured?.length]).toEqual([1, 1])
  })
})

/** These stop the lane for everybody, or take from an approver what the others need. */
describe('the pay lane', () => {
  it('lets nothing leave while it is paused, and everything that waited when it is open again', async () => {
    const { claimId } = await payable()
    await pause(true)
    await journey.release(claimId)
    await new Promise((resume) => setTimeout(resume, 800))
    const waiting = only(await running.state(claimId))
    expect(waiting).toMatchObject({ status: 'ready', fence: 0 })
    expect(await running.bank.journal(waiting.ref)).toEqual([])
    await pause(false)
    await expectPaidOnce(claimId)
  })

  it('stops a payment whose approver has lost the authority since, and gives it to two people', async () => {
    const { claimId } = await payable()
    await pause(true)
    await journey.release(claimId)
    await running.world.database
      .update(authorityLimits)
      .set({ validTo: Date.now() - 1000 })
      .where(eq(authorityLimits.personId, journey.approver.personId))
    await pause(false)
    const stopped = await running.until(claimId, ({ intents }) => intents[0]?.status === 'suspense')
    expect(only(stopped)).toMatchObject({ suspense: { reason: 'authorityLost' }, fence: 0 })
    expect(stopped.tasks.map(({ kind }) => kind)).toContain('resolveSuspense')
    expect(await running.bank.journal(only(stopped).ref)).toEqual([])
  })

  it('leaves a ledger that balances', async () => {
    const [sums] = await running.world.database
      .select({
        debit: sql<string>`sum(amount_minor) filter (where side = 'debit')`,
        credit: sql<string>`sum(amount_minor) filter (where side = 'credit')`,
      })
      .from(ledgerEntries)
    expect(Number(sums?.debit)).toBeGreaterThan(0)
    expect(sums?.debit).toBe(sums?.credit)
  })
})

async function pause(paused: boolean): Promise<void> {
  await running.world.database
    .insert(payLane)
    .values({ id: 1, pausedAt: paused ? Date.now() : null })
    .onConflictDoUpdate({ target: payLane.id, set: { pausedAt: paused ? Date.now() : null } })
}
