import { channel } from 'node:diagnostics_channel'
import { and, asc, eq, gt, inArray, ne } from 'drizzle-orm'
import type { Database } from '../db/client.ts'
import { claims, paymentIntents } from '../db/schema/index.ts'
import { markTold, readTold } from '../db/told.ts'
import type { Told } from '../domain/claim/told.ts'
import type { IntentStatus } from '../domain/claim/state.ts'
import type { PaymentInput } from '../workflows/messages.ts'
import { atMost } from './at-most.ts'

const pageSize = 1000
const inFlight = 16

const told = channel('lipei:comparison.told')
const started = channel('lipei:comparison.started')

/** Statuses in which a payment has to be followed to its end; a held one waits, and suspense is people's matter. */
const followed: readonly IntentStatus[] = ['ready', 'submitting', 'unknown', 'accepted']

export interface ComparisonDependencies {
  readonly database: Database
  readonly temporal: {
    tell(told: Told): Promise<void>
    runningClaims(): AsyncIterable<string>
    runningPayments(): AsyncIterable<string>
    startPayment(input: PaymentInput): Promise<void>
  }
  readonly onFailure: (error: unknown) => void
}

export interface Comparison {
  readonly claimsTold: number
  readonly paymentsStarted: number
}

/**
 * Compares the rows that live with the workflows that run, and starts what is missing: a Temporal that was
 * restored or emptied heals. What runs is listed first, so that whatever began meanwhile is at worst told twice.
 */
export async function compare(dependencies: ComparisonDependencies): Promise<Comparison> {
  return {
    claimsTold: await compareClaims(dependencies),
    paymentsStarted: await comparePayments(dependencies),
  }
}

async function compareClaims({ database, temporal, onFailure }: ComparisonDependencies): Promise<number> {
  const running = await collected(temporal.runningClaims())
  let count = 0
  await atMost(inFlight, livingClaims(database), async (claimId) => {
    if (running.has(claimId)) return
    try {
      const news = await readTold(database, claimId)
      await temporal.tell(news)
      told.publish(news)
      await markTold(database, news)
      count += 1
    } catch (error) {
      onFailure(error)
    }
  })
  return count
}

/**
 * Telling the claim would not do here: its run starts each child once and remembers that it has, so a child that
 * failed or was ended by somebody stays away. The payment's workflow is therefore started itself.
 */
async function comparePayments({ database, temporal, onFailure }: ComparisonDependencies): Promise<number> {
  const running = await collected(temporal.runningPayments())
  let count = 0
  await atMost(inFlight, openPayments(database), async (payment) => {
    if (running.has(payment.intentId)) return
    try {
      await temporal.startPayment(payment)
      started.publish(payment)
      count += 1
    } catch (error) {
      onFailure(error)
    }
  })
  return count
}

async function* livingClaims(database: Database): AsyncGenerator<string> {
  for (let after: string | null = null; ;) {
    const page: { id: string }[] = await database
      .select({ id: claims.id })
      .from(claims)
      .where(and(ne(claims.stage, 'archived'), after === null ? undefined : gt(claims.id, after)))
      .orderBy(asc(claims.id))
      .limit(pageSize)
    for (const { id } of page) yield id
    after = page.at(-1)?.id ?? null
    if (page.length < pageSize) return
  }
}

async function* openPayments(database: Database): AsyncGenerator<PaymentInput> {
  const open = await database
    .select({ claimId: paymentIntents.claimId, intentId: paymentIntents.id })
    .from(paymentIntents)
    .innerJoin(claims, eq(claims.id, paymentIntents.claimId))
    .where(inArray(paymentIntents.status, [...followed]))
  yield* open
}

async function collected(ids: AsyncIterable<string>): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for await (const id of ids) found.add(id)
  return found
}
