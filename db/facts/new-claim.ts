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
import { branches, caseNumberCounters, claims, policies, reportDrafts } from '../schema/index.ts'
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
  if (command.draftId !== undefined) await lockDraft(tx, command.draftId, command.sender.personId)
  const plateHash = await vehicleHash(tx, cipher, { plate: command.plate, policyId: snapshot.policyId })
  return {
    claimId: randomUUID(),
    epoch: 1,
    state: null,
    policy: snapshot,
    caseNumber: await nextCaseNumber(tx, snapshot.branchId, now),
    duplicates: shown(
      await duplicatesOf(tx, cipher, {
        policyId: snapshot.policyId,
        lossAt,
        plateHash,
        place: command.body.place,
      }),
      command.sender.kind === 'partner' || people.includes(command.sender.personId ?? ''),
    ),
    ownPolicy: command.sender.personId !== null && people.includes(command.sender.personId),
  }
}

/** A draft becomes one claim, of whoever wrote it. */
async function lockDraft(tx: Transaction, draftId: string, ownerId: string | null): Promise<void> {
  const [draft] = await tx.select().from(reportDrafts).where(eq(reportDrafts.id, draftId)).for('update')
  if (draft === undefined || draft.ownerId !== ownerId) refuse('notFound', { draftId })
  if (draft.claimId !== null) refuse('alreadyDone', { draftId })
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

/** The vehicle of a claim: the plate that was named, else the one that is insured; null when it is about none. */
export async function vehicleHash(
  tx: Transaction,
  cipher: FieldCipher,
  { plate, policyId }: { readonly plate: string | undefined; readonly policyId: string },
): Promise<string | null> {
  if (plate !== undefined) return cipher.lookupHash('plate', plate)
  const [policy] = await tx
    .select({ plateHash: policies.plateHash })
    .from(policies)
    .where(eq(policies.id, policyId))
  return policy?.plateHash ?? null
}

interface Accident {
  readonly policyId: string
  readonly lossAt: Instant
  readonly plateHash: string | null
  readonly place: { readonly latitudeMicro: number; readonly longitudeMicro: number } | null
}

/** Keyed kilometre squares: two reports of one accident name nearly the same spot, and the hash names none. */
export function placeHash(cipher: FieldCipher, place: Accident['place']): string | null {
  if (place === null) return null
  const cell = (micro: number) => Math.round(micro / 10_000)
  return cipher.digest(`place ${cell(place.latitudeMicro)} ${cell(place.longitudeMicro)}`)
}

/**
 * Same policy and day of loss, or same vehicle, place and time, whichever of its policies: one accident has one
 * compulsory limit. Shown to the reporter, never dropped in silence.
 */
async function duplicatesOf(
  tx: Transaction,
  cipher: FieldCipher,
  accident: Accident,
): Promise<readonly Duplicate[]> {
  const { policyId, lossAt, plateHash } = accident
  const day = startOfDay(civilDateOf(lossAt))
  const samePolicy = and(
    eq(claims.policyId, policyId),
    gte(claims.lossAt, day),
    lt(claims.lossAt, day + 24 * 60 * 60 * 1000),
  )
  const place = placeHash(cipher, accident.place)
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
    .select({ caseNumber: claims.caseNumber, policyId: claims.policyId })
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
  return rows.map((row) => ({ caseNumber: row.caseNumber, samePolicy: row.policyId === policyId }))
}

interface Duplicate {
  readonly caseNumber: string
  readonly samePolicy: boolean
}

/** Somebody outside the insurer learns that another policy has reported the accident, not under which number. */
function shown(duplicates: readonly Duplicate[], outside: boolean): readonly string[] {
  return duplicates.map(({ caseNumber, samePolicy }) =>
    outside && !samePolicy ? `${caseNumber.slice(0, 2)}…${caseNumber.slice(-2)}` : caseNumber,
  )
}
