/** Claims over HTTP, so many people-streams at a time, and the proof that each came to its end and was paid once. */
import { sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Insured } from '../../scripts/demo/policies.ts'
import type { BenchProduct } from '../product.ts'
import { type Clock, payableMinor, playClaim, type Staff } from './people.ts'

export interface Decision {
  readonly decision: string
  readonly milliseconds: number
  /** When it was sent, and the version of which its answer speaks: what the workflow is told. */
  readonly sentAt: number
  readonly claimId: string
  readonly version: number
}

export interface Load {
  readonly decisions: readonly Decision[]
  /** The longest that somebody waited for what a workflow had to do first; milliseconds. */
  readonly longestWait: number
  readonly claimIds: readonly string[]
  /** From the first report until the last claim was archived. */
  readonly seconds: number
}

interface Manner {
  /** So many claims at any moment. */
  readonly atOnce: number
  /** Before a decision; it is not counted to it. */
  readonly before?: () => Promise<void>
  readonly after?: (claimId: string, version: number) => Promise<void>
}

/** Until the last of the claims is archived; milliseconds. */
const patience = 120_000

function staffOf({ cast, look }: BenchProduct): Staff {
  const any = (role: string) => cast.any(role).http
  return {
    handlers: cast.all('handler').map(({ http }) => http),
    person: (personId) => cast.person(personId).http,
    approver: cast.approver(1_000_000, new Set()).http,
    finance: any('finance'),
    look,
  }
}

/** Plays a claim for each of the insured and waits until all are archived; throws when one was not paid once. */
export async function playClaims(
  bench: BenchProduct,
  insured: readonly Insured[],
  { atOnce, before, after }: Manner,
): Promise<Load> {
  const staff = staffOf(bench)
  const decisions: Decision[] = []
  const claimIds: string[] = []
  let longestWait = 0
  const began = performance.now()
  const clock: Clock = async (decision, made) => {
    await before?.()
    const [sentAt, started] = [Date.now(), performance.now()]
    const answer = await made()
    const milliseconds = performance.now() - started
    const { claimId, version } = answer as { readonly claimId: string; readonly version: number }
    decisions.push({ decision, milliseconds, sentAt, claimId, version })
    await after?.(claimId, version)
    return answer
  }
  const waited = (_what: string, milliseconds: number) => {
    longestWait = Math.max(longestWait, milliseconds)
  }
  const waiting = insured.entries()
  const stream = async (): Promise<void> => {
    for (const [number, one] of waiting) claimIds.push(await playClaim(staff, one, number, clock, waited))
  }
  await Promise.all(Array.from({ length: atOnce }, stream))
  await archived(bench, claimIds)
  const seconds = (performance.now() - began) / 1000
  if (claimIds.length !== insured.length)
    throw new Error(`${claimIds.length} of ${insured.length} claims were played.`)
  await expectPaidOnce(bench, claimIds)
  return { decisions, longestWait, claimIds, seconds }
}

async function archived({ database }: BenchProduct, ids: readonly string[]): Promise<void> {
  const deadline = Date.now() + patience
  for (;;) {
    const { rows } = await database.execute<{ open: number }>(
      sql`select count(*)::int as open from claims where id in ${[...ids]} and stage <> 'archived'`,
    )
    if (rows[0]?.open === 0) return
    if (Date.now() > deadline) throw new Error(`${rows[0]?.open} of ${ids.length} claims are not archived.`)
    await sleep(100)
  }
}

/** By the rows, by the books and by the bank: each claim was paid what was approved, and once. */
async function expectPaidOnce({ database, product }: BenchProduct, ids: readonly string[]): Promise<void> {
  const { rows } = await database.execute<{ id: string; outcome: string; ref: string; booked: string }>(sql`
    select c.id, c.outcome, i.ref, (
      select coalesce(sum(amount_minor), 0) from ledger_entries l
      where l.claim_id = c.id and l.account = 'bank' and l.side = 'credit') as booked
    from claims c join payment_intents i on i.claim_id = c.id where c.id in ${[...ids]}`)
  if (rows.length !== ids.length) throw new Error(`${rows.length} payments for ${ids.length} claims.`)
  const response = await fetch(`${product.urls.bank}/control/journal`)
  const journal = (
    (await response.json()) as { rows: readonly { ref: string; kind: string; amountMinor: number }[] }
  ).rows
  const executed = Map.groupBy(journal, ({ ref }) => ref)
  for (const { id, outcome, ref, booked } of rows) {
    const moved = executed.get(ref) ?? []
    const once = moved.length === 1 && moved[0]?.kind === 'executed' && moved[0].amountMinor === payableMinor
    if (outcome !== 'paid' || Number(booked) !== payableMinor || !once)
      throw new Error(
        `Claim ${id}: ${outcome}, ${booked} in the books, at the bank ${JSON.stringify(moved)}.`,
      )
  }
}
