import { and, asc, eq, gt } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { emptyChainHash } from '../audit.ts'
import { hashOf } from '../canonical.ts'
import { auditChains, auditEntries, claims } from '../schema/index.ts'

type Entry = typeof auditEntries.$inferSelect

export interface ChainVerification {
  readonly intact: boolean
  readonly checked: number
  /** Sequence of the first entry that is missing or was changed. */
  readonly firstBroken: number | null
}

const batch = 1000

export async function readAuditPage(
  tx: Transaction,
  chain: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly Entry[]> {
  return tx
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.chain, chain), gt(auditEntries.sequence, after)))
    .orderBy(asc(auditEntries.sequence))
    .limit(limit)
}

/**
 * Calculates a whole chain again: each entry covers the one before, and the head that is kept apart covers the last,
 * so that neither a change nor a cut-off end goes unseen.
 */
export async function verifyChain(tx: Transaction, chain: string): Promise<ChainVerification> {
  let previous = { sequence: 0, hash: emptyChainHash }
  for (;;) {
    const page = await readAuditPage(tx, chain, { after: previous.sequence, limit: batch })
    for (const entry of page) {
      const { hash, ...covered } = entry
      const fits =
        entry.sequence === previous.sequence + 1 &&
        entry.previousHash === previous.hash &&
        hashOf(covered) === hash
      if (!fits) return { intact: false, checked: previous.sequence, firstBroken: previous.sequence + 1 }
      previous = { sequence: entry.sequence, hash }
    }
    if (page.length < batch) break
  }
  const head = await headOf(tx, chain)
  const intact = head?.sequence === previous.sequence && head.hash === previous.hash
  return { intact, checked: previous.sequence, firstBroken: intact ? null : previous.sequence + 1 }
}

/** Undefined for a chain that does not exist. */
export async function headOf(tx: Transaction, chain: string) {
  if (chain === 'system') {
    const [head] = await tx.select().from(auditChains).where(eq(auditChains.chain, chain))
    return head
  }
  const [row] = await tx
    .select({ sequence: claims.auditSequence, hash: claims.auditHash })
    .from(claims)
    .where(eq(claims.id, chain))
  return row
}
