import { eq } from 'drizzle-orm'
import type { BankTerms } from '../domain/claim/facts.ts'
import type { Instant } from '../domain/time/instant.ts'
import { appendAudit, appendSystemAudit, emptyChainHash, type AuditFact, type ChainHead } from './audit.ts'
import type { Transaction } from './client.ts'
import type { AnyClaimCommand } from './commands.ts'
import type { FieldCipher } from './encryption/field-cipher.ts'
import type { Pools } from './money-pool.ts'
import type { RuleEngine } from './rules/engine.ts'
import { claims } from './schema/index.ts'

export interface CommandDependencies extends Pools {
  readonly cipher: FieldCipher
  readonly rules: RuleEngine
  readonly bank: BankTerms
  /** Puts jobs into the queue in the caller's transaction. */
  readonly enqueue: (tx: Transaction, queue: string, jobs: readonly object[]) => Promise<void>
}

export type ClaimRow = typeof claims.$inferSelect

/** What one try at a command knows before it has decided anything. */
export interface Attempt {
  readonly command: AnyClaimCommand
  readonly commandId: string
  readonly bodyHash: string
  readonly now: Instant
}

/** The claim's own chain of the audit; a new claim begins one. */
export function headOf(row: ClaimRow | null, claimId?: string): ChainHead {
  if (row === null) return { chain: claimId ?? '', sequence: 0, hash: emptyChainHash }
  return { chain: row.id, sequence: row.auditSequence, hash: row.auditHash }
}

export function auditFact(
  { command, commandId, bodyHash, now }: Attempt,
  result: Pick<AuditFact, 'outcome' | 'code'> & Partial<Pick<AuditFact, 'firstEvent' | 'lastEvent'>>,
): AuditFact {
  return {
    at: now,
    actorId: command.sender.personId,
    actorKind: command.sender.kind,
    accountId: command.sender.accountId,
    action: command.type,
    commandId,
    requestId: command.requestId ?? null,
    bodyHash,
    firstEvent: null,
    lastEvent: null,
    ...result,
  }
}

export async function lockClaim(tx: Transaction, claimId: string): Promise<ClaimRow | null> {
  const [row] = await tx.select().from(claims).where(eq(claims.id, claimId)).for('update')
  return row ?? null
}

/** Into the chain of the claim that it was about, which the caller holds locked, or into the system's. */
export async function auditRefusal(tx: Transaction, row: ClaimRow | null, fact: AuditFact): Promise<void> {
  if (row === null) return appendSystemAudit(tx, fact)
  const { sequence, hash } = await appendAudit(tx, headOf(row), fact)
  await tx.update(claims).set({ auditSequence: sequence, auditHash: hash }).where(eq(claims.id, row.id))
}
