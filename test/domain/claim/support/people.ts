import type { Actor, Candidate } from '../../../../domain/claim/facts.ts'
import { softwareId } from '../../../../domain/claim/software.ts'
import type { Party } from '../../../../domain/claim/state.ts'
import { fen, type Fen } from '../../../../domain/money.ts'
import type { Role } from '../../../../domain/permissions.ts'

/** Who may approve up to which amount, in fen; approvers beyond these have no limit. */
const limits: Readonly<Record<string, number>> = {
  'approver-1': 1_000_000,
  'approver-2': 5_000_000,
  'approver-3': 20_000_000,
  'approver-4': 20_000_000,
  'approver-5': 100_000_000,
}

/** Everybody is called after their role: `handler-1`, `surveyor-2`; the customer is `customer`. */
export function actor(personId: string, changes: Partial<Actor> = {}): Actor {
  const role = personId.split('-')[0] as Role
  if (role === 'system') {
    return {
      kind: 'system',
      personId: null,
      accountId: null,
      roles: ['system'],
      limitMinor: null,
      substitutesFor: [],
    }
  }
  if (role === 'software')
    return { ...actor('system'), personId: softwareId, roles: [role], limitMinor: fen(1_000_000) }
  return {
    kind: role === 'partner' ? 'partner' : 'person',
    personId,
    accountId: `account-${personId}`,
    roles: [role],
    limitMinor: limitOf(personId),
    substitutesFor: [],
    ...changes,
  }
}

export function limitOf(personId: string): Fen | null {
  if (personId === softwareId) return fen(1_000_000)
  if (!personId.startsWith('approver-')) return null
  return fen(limits[personId] ?? Number.MAX_SAFE_INTEGER)
}

const staff: Readonly<Record<string, number>> = {
  handler: 3,
  surveyor: 3,
  adjuster: 2,
  approver: 16,
  finance: 3,
}

/** All people of a role, the first one best. */
export function everybody(role: string): readonly Candidate[] {
  return Array.from({ length: staff[role] ?? 0 }, (_, index) => {
    const personId = `${role}-${index + 1}`
    return { personId, limitMinor: limitOf(personId) }
  })
}

export function party(id: string, role: Party['role'], changes: Partial<Party> = {}): Party {
  return { id, role, personId: null, payeeHash: `account-of-${id}`, payeeEditedBy: null, ...changes }
}

/** The customer, whose car it was, and a victim who has no login. */
export const customersParty = party('insured', 'insured', { personId: 'customer' })
export const victimsParty = party('victim', 'victim')
