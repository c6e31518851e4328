import { randomUUID } from 'node:crypto'
import { and, eq, gte, lt, ne, or, sql } from 'drizzle-orm'
import { formatCaseNumber } from '../../domain/case-number.ts'
import { assert, refuse } from '../../domain/errors.ts'
import { civilDateOf, startOfDay } from '../../domain/time/civil-date.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Transaction } from '../client.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import type { Attempt } from '../attempt.ts'
import { readPolicySnapshot } from '../policies/read-snapshot.ts'
import { branches, caseNumberCounters, claims } from '../schema/index.ts'
import type { ClaimAtHand } from './load.ts'

const sameAccident = 2 * 60 * 60 * 1000

/** A claim that does not exist yet: its policy as of the loss, its number, and reports it may repeat. */
export async function readNewClaim(
  tx: Transaction,
  cipher: FieldCipher,
  attempted: Attempt,
): Promise<ClaimAtHand> {
  const { command, now } = attempted
  if (command.type !== 'registerClaim' || command.policyId === undefined) refuse('policyNotFound')
  const { lossAt } = command.body
  const found = await readPolicySnapshot(tx, command.policyId, lossAt)
  if (found === undefined) refuse('policyNotFound')
  const { snapshot, people } = found
  const plateHash = command.plate === undefined ? null : cipher.lookupHash('plate', command.plate)
  return {
    claimId: randomUUID(),
    state: null,
    policy: snapshot,
    caseNumber: await nextCaseNumber(tx, snapshot.branchId, now),
    duplicates: await duplicatesOf(tx, {
      policyId: snapshot.policyId,
      lossAt,
      plateHash,
      place: command.body.place,
    }),
    ownPolicy: command.sender.personId !== null && people.includes(command.sender.personId),
  }
}

async function nextCaseNumber(tx: Transaction, branchId: string, now: Instant): Promise<string> {
  const day = civilDateOf(now)
  const [branch] = await tx.select().from(branches).where(eq(branches.id, branchId))
  assert(branch !== undefined, 'a policy belongs to a branch')
  const [counter] = await tx
    .insert(caseNumberCounters)
    .values({ branchId, day, last: 1 })
    .onConflictDoUpdate({
      target: [caseNumberCounters.branchId, caseNumberCounters.day],
      set: { last: sql`${caseNumberCounters.last} + 1` },
    })
    .returning({ last: caseNumberCounters.last })
  assert(counter !== undefined, 'the counter gave a number')
  return formatCaseNumber({ branchCode: branch.code, date: day, sequence: counter.last })
}

interface Accident {
  readonly policyId: string
  readonly lossAt: Instant
  readonly plateHash: string | null
  readonly place: { readonly latitudeMicro: number; readonly longitudeMicro: number } | null
}

/** Kilometre squares: two reports of one accident name nearly the same spot. */
export function placeHash(place: Accident['place']): string | null {
  if (place === null) return null
  return `${Math.round(place.latitudeMicro / 10_000)}:${Math.round(place.longitudeMicro / 10_000)}`
}

/** Same policy and day of loss, or same plate, place and time. Shown to the reporter, never dropped in silence. */
async function duplicatesOf(tx: Transaction, accident: Accident): Promise<readonly string[]> {
  const { policyId, lossAt, plateHash } = accident
  const day = startOfDay(civilDateOf(lossAt))
  const samePolicy = and(
    eq(claims.policyId, policyId),
    gte(claims.lossAt, day),
    lt(claims.lossAt, day + 24 * 60 * 60 * 1000),
  )
  const place = placeHash(accident.place)
  const samePlate =
    plateHash === null
      ? undefined
      : and(
          eq(claims.plateHash, plateHash),
          gte(claims.lossAt, lossAt - sameAccident),
          lt(claims.lossAt, lossAt + sameAccident),
          place === null ? undefined : or(eq(claims.placeHash, place), sql`${claims.placeHash} is null`),
        )
  const rows = await tx
    .select({ caseNumber: claims.caseNumber })
    .from(claims)
    .where(
      and(
        or(samePolicy, samePlate),
        sql`${claims.outcome} is distinct from 'withdrawn'`,
        ne(claims.caseNumber, ''),
      ),
    )
    .orderBy(claims.caseNumber)
    .limit(10)
  return rows.map((row) => row.caseNumber)
}
