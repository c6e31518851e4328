import { asc, eq } from 'drizzle-orm'
import { refuse } from '../../domain/errors.ts'
import { endorsementFaults } from '../../domain/policy/check-endorsements.ts'
import type { Line } from '../../domain/policy/terms.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { canonical } from '../canonical.ts'
import type { Transaction } from '../client.ts'
import { endorsements, policies, premiumEvents } from '../schema/index.ts'
import { readEndorsementShape, readPremiumEventShape } from './import/check-shape.ts'
import { FaultList } from './import/faults.ts'
import { readEndorsement, readPremiumEvent } from './import/read-policy.ts'
import { writeEndorsements, writePremiumEvents } from './import/write.ts'

/** Whether something was written; false when the same was on file already. */
export interface Added {
  readonly added: boolean
}

/** One endorsement, in the form that it has in a file. Refuses with `notFound`, or `fieldInvalid` and the faults. */
export async function addEndorsement(tx: Transaction, policyId: string, document: unknown): Promise<Added> {
  const faults = new FaultList()
  const file = readEndorsementShape(document, faults)
  const given = file === undefined ? undefined : readEndorsement(file, '', faults)
  if (given === undefined || !faults.empty) return refuse('fieldInvalid', faults.details())
  const policy = await lockedPolicy(tx, policyId)
  const onFile = await tx
    .select()
    .from(endorsements)
    .where(eq(endorsements.policyId, policyId))
    .orderBy(asc(endorsements.number))
  const kept = onFile.find((one) => one.number === given.number)
  if (kept !== undefined) {
    const same = kept.effectiveAt === given.effectiveAt && canonical(kept.change) === canonical(given.change)
    if (same) return { added: false }
    faults.add('/number', 'endorsementDiffers')
  } else {
    const issued = { ...policy, policyId, line: policy.line as Line }
    const found = endorsementFaults(issued, onFile, [given])
    faults.addAll(
      '',
      found.map(({ path, reason }) => ({ path: path.replace(/^\/0/, ''), reason })),
    )
  }
  if (!faults.empty) refuse('fieldInvalid', faults.details())
  await writeEndorsements(tx, policyId, [given])
  return { added: true }
}

/** One change of the premium status. Refuses with `notFound`, or `fieldInvalid` and the faults. */
export async function addPremiumEvent(
  tx: Transaction,
  policyId: string,
  document: unknown,
  now: Instant,
): Promise<Added> {
  const faults = new FaultList()
  const file = readPremiumEventShape(document, faults)
  if (file === undefined) return refuse('fieldInvalid', faults.details())
  const given = readPremiumEvent(file, '', { now, faults })
  if (given === undefined || !faults.empty) return refuse('fieldInvalid', faults.details())
  await lockedPolicy(tx, policyId)
  const onFile = await tx.select().from(premiumEvents).where(eq(premiumEvents.policyId, policyId))
  const kept = onFile.find((one) => one.at === given.at)
  if (kept?.status === given.status) return { added: false }
  if (kept !== undefined) {
    faults.add('/at', 'premiumEventDiffers')
    refuse('fieldInvalid', faults.details())
  }
  await writePremiumEvents(tx, policyId, [given])
  return { added: true }
}

/** Two endorsements at once would take the same number; they queue for the policy's row instead. */
async function lockedPolicy(tx: Transaction, policyId: string) {
  const [policy] = await tx.select().from(policies).where(eq(policies.id, policyId)).for('update')
  return policy ?? refuse('notFound')
}
