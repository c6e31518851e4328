import { advisoryLock } from '../../advisory-locks.ts'
import { sql } from 'drizzle-orm'
import { assert, refuse } from '../../../domain/errors.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Transaction } from '../../client.ts'
import type { FieldCipher } from '../../encryption/field-cipher.ts'
import { readShape } from './check-shape.ts'
import { additions } from './compare.ts'
import { FaultList } from './faults.ts'
import { type Plan, planImport } from './plan.ts'
import {
  writeBranch,
  writeEndorsements,
  writePerson,
  writePolicy,
  writePremiumEvents,
  writeProduct,
} from './write.ts'

/** Two imports at once could both find a person or a policy missing; they queue for this lock instead. */
const importLock = advisoryLock('policyImport')

/** How many rows of each kind an import wrote, and how many policies it found as they were. */
export interface ImportReport {
  readonly branches: number
  readonly products: number
  readonly policies: number
  readonly people: number
  readonly endorsements: number
  readonly premiumEvents: number
  readonly unchangedPolicies: number
}

/**
 * Takes a file of docs/policy-import.md over, wholly or not at all: it refuses with `fieldInvalid` and every
 * fault with its place before anything is written. The same file again changes nothing.
 */
export async function importPolicies(
  tx: Transaction,
  cipher: FieldCipher,
  document: unknown,
  now: Instant,
): Promise<ImportReport> {
  const faults = new FaultList()
  const file = readShape(document, faults)
  if (file === undefined) return refuse('fieldInvalid', faults.details())
  await tx.execute(sql`select pg_advisory_xact_lock(${importLock})`)
  const plan = await planImport(tx, cipher, file, now, faults)
  if (!faults.empty) refuse('fieldInvalid', faults.details())
  return writePlan(tx, cipher, plan)
}

async function writePlan(tx: Transaction, cipher: FieldCipher, plan: Plan): Promise<ImportReport> {
  const branchIds = new Map(plan.branchIds)
  for (const branch of plan.newBranches) branchIds.set(branch.code, await writeBranch(tx, branch))
  for (const product of plan.changedProducts) await writeProduct(tx, product)
  const people = new Map(plan.people)
  const written = { policies: 0, endorsements: 0, premiumEvents: 0, unchangedPolicies: 0 }
  for (const policy of plan.policies) {
    const branchId = branchIds.get(policy.branchCode)
    assert(branchId !== undefined, 'the branch of a policy was checked before')
    const personIds: string[] = []
    for (const person of policy.people) {
      const onFile = people.get(person.identityHash)
      const personId = await writePerson(tx, cipher, person, onFile, branchId)
      const { kind, name, phone } = person
      people.set(person.identityHash, { personId, kind, name, phone: onFile?.phone ?? phone })
      personIds.push(personId)
    }
    const onFile = plan.onFile.get(policy.policyNumber)
    const policyId = onFile?.row.id ?? (await writePolicy(tx, cipher, policy, { branchId, personIds }))
    const { endorsements, premiumEvents } = additions(policy, onFile)
    await writeEndorsements(tx, policyId, endorsements)
    await writePremiumEvents(tx, policyId, premiumEvents)
    const added = endorsements.length + premiumEvents.length
    written.policies += onFile === undefined ? 1 : 0
    written.unchangedPolicies += onFile !== undefined && added === 0 ? 1 : 0
    written.endorsements += endorsements.length
    written.premiumEvents += premiumEvents.length
  }
  return {
    branches: plan.newBranches.length,
    products: plan.changedProducts.length,
    people: people.size - plan.people.size,
    ...written,
  }
}
