import { randomUUID } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import { DomainError } from '../domain/errors.ts'
import { appendSystemAudit, type AuditFact } from './audit.ts'
import { hashOf } from './canonical.ts'
import type { Database } from './client.ts'
import { actorKey, claimKey, freeKey, storeReply } from './idempotency.ts'
import type { Administer } from './identity/administration.ts'
import { clockOf, transact } from './transact.ts'

const written = channel('lipei:administration.written')
const committed = channel('lipei:administration.committed')

/**
 * What `execute` is for claims, for everything else that people change: one
 * transaction with idempotency and audit, refusals audited too.
 */
export const administer: Administer = async (database: Database, order, work) => {
  const { actor, key, action, body, requestId } = order
  const bodyHash = hashOf({ action, body })
  const outcome = await transact(database, async (tx) => {
    const commandId = randomUUID()
    const now = await clockOf(tx)
    const sender = actorKey(actor)
    const fact = (result: Pick<AuditFact, 'outcome' | 'code'>): AuditFact => ({
      at: now,
      actorId: actor.personId,
      actorKind: actor.kind,
      accountId: actor.accountId,
      action,
      commandId,
      requestId,
      bodyHash,
      firstEvent: null,
      lastEvent: null,
      ...result,
    })
    let taken = false
    try {
      const stored = await claimKey(tx, { actor: sender, key, bodyHash, commandId, at: now })
      if (stored !== undefined) return { reply: stored }
      taken = true
      // A savepoint: what the work wrote before it refused must not be committed with the record.
      const reply = await tx.transaction((inner) => work(inner, { now, commandId }))
      await storeReply(tx, sender, key, reply)
      await appendSystemAudit(tx, fact({ outcome: 'done', code: null }))
      written.publish(order)
      return { reply }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (taken) await freeKey(tx, sender, key)
      await appendSystemAudit(tx, fact({ outcome: 'refused', code: error.code }))
      return { refused: error }
    }
  })
  committed.publish(order)
  if ('refused' in outcome) throw outcome.refused
  return outcome.reply as never
}
