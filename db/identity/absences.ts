import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { refuse } from '../../domain/errors.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Transaction } from '../client.ts'
import { absences } from '../schema/index.ts'
import { type AskedInterval, intervalFrom } from './intervals.ts'
import { requirePerson } from './persons.ts'

/** Records that a person is away and who answers for them, within the substitute's own rights and limit. */
export async function recordAbsence(
  tx: Transaction,
  absence: AskedInterval & {
    readonly personId: string
    readonly substituteId: string | null
    readonly by: string
    readonly now: Instant
  },
): Promise<string> {
  const { personId, substituteId, by, now } = absence
  await requirePerson(tx, personId)
  if (substituteId === personId) {
    const text = { zh: '不能由本人代理。', en: 'Nobody is their own substitute.' }
    refuse('fieldInvalid', { fields: [{ path: '/substituteId', reason: 'samePerson', text }] })
  }
  // Whoever appoints themselves would take over another person's work without anybody else knowing.
  if (substituteId === by) refuse('ownWork')
  if (substituteId !== null) await requirePerson(tx, substituteId)
  const id = randomUUID()
  await tx
    .insert(absences)
    .values({ id, personId, substituteId, grantedBy: by, ...intervalFrom(absence, now) })
  return id
}

/** The person is back. Refuses with `notFound` or `alreadyDone`. */
export async function endAbsence(
  tx: Transaction,
  { id, personId, now }: { readonly id: string; readonly personId: string; readonly now: Instant },
): Promise<void> {
  const [absence] = await tx
    .select({ validFrom: absences.validFrom, validTo: absences.validTo })
    .from(absences)
    .where(and(eq(absences.id, id), eq(absences.personId, personId)))
    .for('update')
  if (absence === undefined) return refuse('notFound')
  if (absence.validTo !== null && absence.validTo <= now) refuse('alreadyDone')
  await tx
    .update(absences)
    .set({ validTo: Math.max(now, absence.validFrom) })
    .where(eq(absences.id, id))
}
