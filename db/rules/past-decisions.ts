import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { PastDecision } from '../../domain/rules/backtest.ts'
import type { RuleTableId } from '../../domain/rules/contracts.ts'
import { claims, ruleUses } from '../schema/index.ts'
import type { RuleReader } from './executor.ts'

/** So many are read at once. A thousand checklists with their texts held the event loop for 0.4 s. */
const batch = 250

/** Claims on which no decision is under way; a reopened one is none until it is closed again. */
const closed = inArray(claims.stage, ['afterCare', 'archived'])

/**
 * What closed claims asked one table, the newest first, at most so many. Uses are never changed or removed, so
 * the batches need no transaction around them; what a claim asks meanwhile has a higher id and is left out.
 */
export async function* pastDecisions(
  reader: RuleReader,
  table: RuleTableId,
  most: number,
): AsyncGenerator<readonly PastDecision[]> {
  const next = reader
    .select({ id: ruleUses.id, caseNumber: claims.caseNumber, at: ruleUses.at, use: ruleUses.use })
    .from(ruleUses)
    .innerJoin(claims, eq(claims.id, ruleUses.claimId))
    .where(and(eq(ruleUses.tableId, table), lt(ruleUses.id, sql.placeholder('before')), closed))
    .orderBy(desc(ruleUses.id))
    .limit(sql.placeholder('limit'))
    .prepare('past_decisions')
  let [before, left] = [Number.MAX_SAFE_INTEGER, most]
  while (left > 0) {
    const limit = Math.min(batch, left)
    const found = await next.execute({ before, limit })
    yield found.map(({ caseNumber, at, use }) => ({ caseNumber, at, ...use }))
    if (found.length < limit) return
    before = found.at(-1)?.id ?? 0
    left -= found.length
  }
}
