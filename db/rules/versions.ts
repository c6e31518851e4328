import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RuleTableId } from '../../domain/rules/contracts.ts'
import type { RuleTable } from '../../domain/rules/table.ts'
import type { CivilDate, Instant } from '../../domain/time/instant.ts'
import { staff } from '../schema/people.ts'
import { ruleVersions } from '../schema/rules.ts'
import type { RuleReader } from './executor.ts'

const { id, tableId, version, effectiveFrom, effectiveTo, publishedAt } = ruleVersions

/**
 * The version of each table that is in force on a day: published, begun, not ended. The latest beginning
 * wins; of two that begin on one day the later version, so that a mistake can be corrected at once.
 */
export async function versionsInForce(
  reader: RuleReader,
  on: CivilDate,
): Promise<readonly { readonly id: string; readonly tableId: RuleTableId }[]> {
  const day = sql.placeholder('day')
  return reader
    .selectDistinctOn([tableId], { id, tableId })
    .from(ruleVersions)
    .where(
      and(isNotNull(publishedAt), lte(effectiveFrom, day), or(isNull(effectiveTo), gt(effectiveTo, day))),
    )
    .orderBy(asc(tableId), desc(effectiveFrom), desc(version))
    .prepare('rule_versions_in_force')
    .execute({ day: on })
}

export interface RuleVersionSummary {
  readonly id: string
  readonly tableId: RuleTableId
  readonly version: number
  readonly effectiveFrom: CivilDate
  readonly effectiveTo: CivilDate | null
  readonly documentHash: string
  readonly authorPersonId: string
  /** Null while the version is a proposal. */
  readonly reviewerPersonId: string | null
  readonly publishedAt: Instant | null
  readonly returnedAt: Instant | null
  readonly returnReason: string | null
  /** As colleagues know them; null for who is no member of the staff, such as the defaults' author. */
  readonly authorName: string | null
  readonly reviewerName: string | null
}

/** Every version and proposal, of one table or of all, the newest first. */
export async function listRuleVersions(
  reader: RuleReader,
  table?: RuleTableId,
): Promise<readonly RuleVersionSummary[]> {
  const { documentHash, authorPersonId, reviewerPersonId, returnedAt, returnedByPersonId, returnReason } =
    ruleVersions
  const [author, reviewer] = [alias(staff, 'author'), alias(staff, 'reviewer')]
  return reader
    .select({
      id,
      tableId,
      version,
      effectiveFrom,
      effectiveTo,
      documentHash,
      authorPersonId,
      reviewerPersonId,
      publishedAt,
      returnedAt,
      returnReason,
      authorName: author.displayName,
      reviewerName: reviewer.displayName,
    })
    .from(ruleVersions)
    .leftJoin(author, eq(author.personId, authorPersonId))
    .leftJoin(reviewer, sql`${reviewer.personId} = coalesce(${reviewerPersonId}, ${returnedByPersonId})`)
    .where(table === undefined ? sql`true` : eq(tableId, table))
    .orderBy(asc(tableId), desc(version))
}

/** The document of one version, as the rows named in a stored use refer to it; undefined if there is none. */
export async function readRuleVersion(
  reader: RuleReader,
  table: RuleTableId,
  number: number,
): Promise<RuleTable | undefined> {
  const [found] = await reader
    .select({ document: ruleVersions.document })
    .from(ruleVersions)
    .where(and(eq(tableId, table), eq(version, number)))
  return found?.document
}
