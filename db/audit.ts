import { eq } from 'drizzle-orm'
import type { Instant } from '../domain/time/instant.ts'
import { hashOf } from './canonical.ts'
import type { Transaction } from './client.ts'
import { auditChains, auditEntries } from './schema/index.ts'

export interface AuditFact {
  readonly at: Instant
  readonly actorId: string | null
  readonly actorKind: string
  readonly accountId: string | null
  readonly action: string
  readonly outcome: 'done' | 'refused'
  readonly code: string | null
  readonly commandId: string
  readonly requestId: string | null
  readonly bodyHash: string
  readonly firstEvent: number | null
  readonly lastEvent: number | null
}

export interface ChainHead {
  readonly chain: string
  readonly sequence: number
  readonly hash: string
}

export const emptyChainHash = '0'.repeat(64)

/** The entry that follows a head; its hash covers the fact and the hash before it. */
function auditEntry(head: ChainHead, fact: AuditFact) {
  const sequence = head.sequence + 1
  const entry = { chain: head.chain, sequence, previousHash: head.hash, ...fact }
  return { ...entry, hash: hashOf(entry) }
}

/** Appends to a chain whose head the caller holds locked; returns the new head. */
export async function appendAudit(tx: Transaction, head: ChainHead, fact: AuditFact): Promise<ChainHead> {
  const entry = auditEntry(head, fact)
  await tx.insert(auditEntries).values(entry)
  return { chain: head.chain, sequence: entry.sequence, hash: entry.hash }
}

/** The chain of everything that belongs to no claim; its head is a row, locked until commit. */
export async function appendSystemAudit(tx: Transaction, fact: AuditFact): Promise<void> {
  const [head] = await tx.select().from(auditChains).where(eq(auditChains.chain, 'system')).for('update')
  if (head === undefined) throw new Error('The system chain of the audit is missing.')
  const { sequence, hash } = await appendAudit(tx, head, fact)
  await tx.update(auditChains).set({ sequence, hash }).where(eq(auditChains.chain, 'system'))
}
