import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { isAllowed } from '../../domain/claim/authorize.ts'
import { DomainError } from '../../domain/errors.ts'
import { appendAudit, appendSystemAudit, type AuditFact } from '../audit.ts'
import { headOf } from '../attempt.ts'
import { hashOf } from '../canonical.ts'
import type { Database } from '../client.ts'
import type { Sender } from '../commands.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { actorOf } from '../facts/actor.ts'
import { claims } from '../schema/index.ts'
import { clockOf, transact } from '../transact.ts'
import { type ClearParty, readClearParties } from './parties.ts'

interface Asked {
  readonly sender: Sender
  readonly action: 'readSensitive' | 'readTelephone'
  readonly claimId: string
  /** One party, or all of them. */
  readonly partyId: string | null
  readonly reason: string
  readonly requestId: string
}

const nowhere = '00000000-0000-0000-0000-000000000000'

/**
 * Personal data in clear. That somebody looked stands in the claim's own chain of the audit before they see anything,
 * and that somebody tried stands there too (PIPL, articles 51 and 55).
 */
export async function viewSensitive(
  database: Database,
  cipher: FieldCipher,
  { sender, action, claimId, partyId, reason, requestId }: Asked,
): Promise<readonly ClearParty[]> {
  const seen = await transact(database, async (tx) => {
    const [row] = await tx.select().from(claims).where(eq(claims.id, claimId)).for('update')
    const actor = await actorOf(tx, sender, row?.branchId ?? nowhere, row?.line ?? '')
    const allowed = row !== undefined && isAllowed(action, actor, row.state)
    const fact: AuditFact = {
      at: await clockOf(tx),
      actorId: sender.personId,
      actorKind: sender.kind,
      accountId: sender.accountId,
      action,
      outcome: allowed ? 'done' : 'refused',
      code: allowed ? null : 'notFound',
      commandId: randomUUID(),
      requestId,
      bodyHash: hashOf({ claimId, partyId, reason }),
      firstEvent: null,
      lastEvent: null,
    }
    if (row === undefined) {
      await appendSystemAudit(tx, fact)
      return null
    }
    const head = await appendAudit(tx, headOf(row), fact)
    await tx
      .update(claims)
      .set({ auditSequence: head.sequence, auditHash: head.hash })
      .where(eq(claims.id, claimId))
    return allowed ? readClearParties(tx, cipher, claimId) : null
  })
  const found = seen?.filter((party) => partyId === null || party.partyId === partyId) ?? []
  if (found.length === 0) throw new DomainError('notFound')
  return found
}
