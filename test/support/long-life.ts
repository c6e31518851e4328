/** A claim that goes on and on in one stage, told twice and late, and what must have become of every step. */
import { eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { canonical } from '../../db/canonical.ts'
import { verifyChain } from '../../db/reads/audit.ts'
import { auditEntries, claimEvents } from '../../db/schema/index.ts'
import { readTold } from '../../db/told.ts'
import { repeat } from '../../jobs/repeat.ts'
import { sweep } from '../../jobs/sweep.ts'
import { claimWorkflowId } from '../../workflows/messages.ts'
import type { ClaimJourney } from './claim-journey.ts'

export interface LongLife {
  readonly claimId: string
  /** Runs of the workflow, oldest first, with the events of each. */
  readonly runs: readonly { readonly runId: string; readonly status: string; readonly events: number }[]
  /** Decisions of people that were carried out, and what the workflow did after each of them. */
  readonly decided: number
  readonly followed: number
  /** Commands of the workflow that were refused, because they had been carried out already. */
  readonly refused: number
}

/** Answers when the workflow has done its part: so no decision is lost in the next one's shadow. */
async function step(journey: ClaimJourney, claimId: string, index: number): Promise<void> {
  const { running } = journey
  const key = randomUUID()
  const body = {
    objectInsured: true,
    licenceValid: true,
    drunk: false,
    exclusionSuspected: index % 2 === 0 ? 'none' : 'other',
  } as const
  const sender = await journey.contactOf(claimId)
  const before = await running.state(claimId)
  const decide = () => running.send({ type: 'establishFacts', claimId, sender, key, body })
  await decide()
  // The answer was lost: the same request comes again, and is told again.
  const repeated = await decide()
  if (!repeated.repeated) throw new Error(`Step ${index} was carried out twice.`)
  const old = index % 10 === 0 ? await readTold(running.world.database, claimId) : null
  try {
    await running.until(claimId, ({ panel }) => (panel?.run ?? 0) > (before.panel?.run ?? 0), 60_000)
  } catch (cause) {
    const [told, asked] = [
      await readTold(running.world.database, claimId),
      await running.temporal.ask(claimId),
    ]
    throw new Error(
      `Step ${index}: of ${JSON.stringify(told)} the workflow knows ${JSON.stringify(asked)}.`,
      { cause },
    )
  }
  // What was true a moment ago arrives last.
  if (old !== null) await running.temporal.tell(old)
}

/**
 * Lives through so many decisions, each with the workflow's own step after it. Throws when a step was lost or
 * done twice, when the record has a gap, or when the workflow's knowledge differs from the row.
 */
export async function liveLong(
  journey: ClaimJourney,
  decisions: number,
  onDecision: (made: number) => void = () => undefined,
): Promise<LongLife> {
  const { running } = journey
  const { database } = running.world
  const claimId = await journey.report()
  await journey.toAcceptance(claimId)
  await running.until(claimId, ({ panel }) => panel !== null)
  // As in the product: a tell that a busy machine did not get through in time is told again.
  const sweeping = repeat(
    500,
    async () => void (await sweep({ database, send: (told) => running.temporal.tell(told) })),
    () => undefined,
  )
  try {
    for (let made = 1; made <= decisions; made += 1) {
      await step(journey, claimId, made)
      onDecision(made)
    }
  } finally {
    await sweeping.stop()
  }
  const { asked, row } = await running.known(claimId)
  if (canonical(asked.told) !== canonical(row))
    throw new Error(`The workflow knows ${JSON.stringify(asked.told)} of ${JSON.stringify(row)}.`)
  const events = await database
    .select({ type: claimEvents.type, times: sql<number>`count(*)::int` })
    .from(claimEvents)
    .where(eq(claimEvents.claimId, claimId))
    .groupBy(claimEvents.type)
  const times = (type: string) => events.find((one) => one.type === type)?.times ?? 0
  const decided = times('factsEstablished')
  // One more than the decisions: the first when the claim came into the stage.
  const followed = times('panelRun') - 1
  if (decided !== decisions || followed !== decisions)
    throw new Error(`Of ${decisions} decisions ${decided} were carried out and ${followed} followed.`)
  const chain = await database.transaction((tx) => verifyChain(tx, claimId))
  if (!chain.intact) throw new Error('The chain of the audit is broken.')
  const [audited] = await database
    .select({ refused: sql<number>`(count(*) filter (where outcome = 'refused'))::int` })
    .from(auditEntries)
    .where(eq(auditEntries.chain, claimId))
  return { claimId, runs: await runsOf(journey, claimId), decided, followed, refused: audited?.refused ?? 0 }
}

async function runsOf({ running }: ClaimJourney, claimId: string): Promise<LongLife['runs']> {
  const { workflow } = running.temporal.client
  const query = `WorkflowId = '${claimWorkflowId(claimId)}'`
  // The list lags a moment behind.
  await new Promise((resume) => setTimeout(resume, 2000))
  const runs: {
    readonly runId: string
    readonly startTime: Date
    readonly status: { readonly name: string }
  }[] = []
  for await (const run of workflow.list({ query })) runs.push(run)
  const inOrder = runs.toSorted((a, b) => a.startTime.getTime() - b.startTime.getTime())
  return Promise.all(
    inOrder.map(async ({ runId, status }) => {
      const { historyLength } = await workflow.getHandle(claimWorkflowId(claimId), runId).describe()
      return { runId, status: status.name, events: historyLength }
    }),
  )
}
