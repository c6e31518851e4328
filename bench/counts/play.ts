/** Run by bench/counts.ts inside vitest, which brings the servers up: plays the claims and stores what they cost. */
import { and, eq, sql } from 'drizzle-orm'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { auditEntries } from '../../db/schema/index.ts'
import type { KeyRing } from '../../domain/privacy/key-ring.ts'
import { ClaimJourney } from '../../test/support/claim-journey.ts'
import { grantSoftware, reportFast } from '../../test/support/fast-claim.ts'
import { RunningClaims } from '../../test/support/running-claims.ts'
import { shortTerms } from '../../test/support/short-terms.ts'
import { claimWorkflowId, paymentWorkflowId } from '../../workflows/messages.ts'
import { countActions, type WorkflowCount } from './count.ts'
import type { ClaimKind, CountedClaim } from './gates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    countsFile: string
  }
}

let running: RunningClaims
let journey: ClaimJourney
const counted: CountedClaim[] = []

/** Named as the key of a new installation is: each payload says which key it is sealed with. */
const payloadKeys: KeyRing = { current: 'k1', keys: new Map([['k1', randomBytes(32)]]) }

beforeAll(async () => {
  running = await RunningClaims.start({ paced: true, payloadKeys })
  journey = await ClaimJourney.create(running)
  await grantSoftware(running.world)
  // Long enough that the last decision is known before the workflow ends.
  await shortTerms(running.world, { afterCare: 1000 })
})

afterAll(async () => {
  writeFileSync(inject('countsFile'), JSON.stringify(counted))
  await running.close()
})

/** From its history to its end. */
async function countOf(workflowId: string): Promise<WorkflowCount> {
  const handle = running.temporal.client.workflow.getHandle(workflowId)
  await handle.result()
  const { events } = JSON.parse(historyToJSON(await handle.fetchHistory())) as {
    events: Parameters<typeof countActions>[0]
  }
  const { historyLength, historySize = 0 } = await handle.describe()
  return { workflowId, actions: countActions(events), events: historyLength, bytes: historySize }
}

async function commandsOf(claimId: string): Promise<{ readonly people: number; readonly workflow: number }> {
  const rows = await running.world.database
    .select({ actorKind: auditEntries.actorKind, commands: sql<number>`count(*)::int` })
    .from(auditEntries)
    .where(and(eq(auditEntries.chain, claimId), eq(auditEntries.outcome, 'done')))
    .groupBy(auditEntries.actorKind)
  const of = (kind: string) => rows.find(({ actorKind }) => actorKind === kind)?.commands ?? 0
  return { people: of('person'), workflow: of('system') }
}

/** No number without the claim at its end, and its money at the bank once. */
async function count(kind: ClaimKind, claimId: string): Promise<void> {
  const { intents, outcome } = await running.until(claimId, ({ stage }) => stage === 'archived')
  expect([outcome, intents.map(({ status }) => status)]).toEqual(['paid', ['paid']])
  for (const { ref, amountMinor } of intents)
    expect((await running.bank.journal(ref)).map((row) => row.amountMinor)).toEqual([amountMinor])
  const ids = [claimWorkflowId(claimId), ...intents.map(({ id }) => paymentWorkflowId(id))]
  const { people, workflow } = await commandsOf(claimId)
  const workflows = await Promise.all(ids.map(countOf))
  counted.push({ kind, peopleCommands: people, workflowCommands: workflow, workflows })
}

describe.concurrent('a claim with its payment', () => {
  it('full: every stage, with a survey', async () => {
    const claimId = await journey.report(1_000_000)
    await journey.toAcceptance(claimId)
    await journey.accept(claimId)
    await journey.survey(claimId)
    await journey.settle(claimId)
    await count('full', claimId)
  })

  it('disputed: the customer disputes a sheet, and the approver returns the settlement of the next', async () => {
    const claimId = await journey.report(1_000_000)
    await journey.toAcceptance(claimId)
    await journey.accept(claimId)
    await journey.survey(claimId)
    await running.until(claimId, ({ stage }) => stage === 'adjustment')
    await journey.saveSheet(claimId, 250_000)
    await running.by(journey.adjuster, claimId, 'proposeSheet', await journey.named(claimId))
    const lines = [`${claimId}-repair`]
    await running.by(journey.customer, claimId, 'disputeSheet', { ...(await journey.named(claimId)), lines })
    await journey.saveSheet(claimId, 300_000)
    await journey.agree(claimId)
    await journey.proposeAll(claimId)
    const { settlements } = await running.until(claimId, (state) => state.settlements[0]?.openLevel === 1)
    const [{ id: settlementId, hash } = { id: '', hash: '' }] = settlements
    const returned = { settlementId, level: 1, decision: 'return', hash, clause: null } as const
    await running.by(journey.approver, claimId, 'decideSettlement', returned)
    await journey.proposeAll(claimId)
    await journey.approve(claimId)
    await journey.release(claimId)
    await count('disputed', claimId)
  })
})

/** Alone: a workflow task in which nine decisions take longer than a task may be held costs events of its own. */
describe('a claim that software settles', () => {
  it('fast: reported with all its papers, and settled by software alone', async () => {
    // A question while local activities run makes a workflow task end early: only the report is waited for.
    const claimId = await reportFast(running.world, async (command) => {
      if (command.type === 'registerClaim') return running.send(command)
      const executed = await running.world.execute(command)
      if (executed.tellNeeded) running.telling.tell(executed.told)
      return executed
    })
    await count('fast', claimId)
  })
})
