import { randomUUID } from 'node:crypto'
import type { RefusalCode } from '../domain/errors.ts'
import { auditRefusal, lockClaim } from './attempt.ts'
import { hashOf } from './canonical.ts'
import type { Database } from './client.ts'
import type { Sender } from './commands.ts'
import { clockOf, transact } from './transact.ts'

interface Turned {
  readonly sender: Sender
  readonly action: string
  readonly code: RefusalCode
  readonly requestId: string
  /** Undefined when the request names no claim. */
  readonly claimId: string | undefined
}

/**
 * Audits a change that was refused before anything of it was read, because of who asked: in the chain of the claim
 * that it named, or in the system's. No body was read, so its hash is that of none.
 */
export async function recordRefusal(database: Database, turned: Turned): Promise<void> {
  const { sender, action, code, requestId, claimId } = turned
  await transact(database, async (tx) => {
    const row = claimId === undefined ? null : await lockClaim(tx, claimId)
    await auditRefusal(tx, row, {
      at: await clockOf(tx),
      actorId: sender.personId,
      actorKind: sender.kind,
      accountId: sender.accountId,
      action,
      outcome: 'refused',
      code,
      commandId: randomUUID(),
      requestId,
      bodyHash: hashOf(null),
      firstEvent: null,
      lastEvent: null,
    })
  })
}
