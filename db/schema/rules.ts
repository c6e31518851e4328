import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { RuleTableId } from '../../domain/rules/contracts.ts'
import type { RuleTable } from '../../domain/rules/table.ts'
import { instant, writtenAt } from './columns.ts'
import { persons } from './people.ts'

/**
 * Versions of decision tables. A row is a proposal until a second person has published it, and is never
 * changed afterwards: what a stored use of a rule names must stay readable for as long as the claim.
 */
export const ruleVersions = pgTable(
  'rule_versions',
  {
    id: uuid('id').primaryKey(),
    tableId: text('table_id').$type<RuleTableId>().notNull(),
    version: integer('version').notNull(),
    effectiveFrom: date('effective_from').notNull(),
    /** The first day on which the version is no longer in force. */
    effectiveTo: date('effective_to'),
    document: jsonb('document').$type<RuleTable>().notNull(),
    documentHash: text('document_hash').notNull(),
    authorPersonId: uuid('author_person_id')
      .notNull()
      .references(() => persons.id),
    reviewerPersonId: uuid('reviewer_person_id').references(() => persons.id),
    publishedAt: instant('published_at'),
    /** A proposal that was not taken, and why: said to its author, and about a table, so in clear. */
    returnedAt: instant('returned_at'),
    returnedByPersonId: uuid('returned_by_person_id').references(() => persons.id),
    returnReason: text('return_reason'),
    createdAt: writtenAt(),
  },
  (table) => [
    uniqueIndex('rule_versions_version').on(table.tableId, table.version),
    index('rule_versions_effective')
      .on(table.effectiveFrom)
      .where(sql`published_at is not null`),
    check(
      'rule_versions_table_known',
      sql`${table.tableId} in ('checklist', 'coverageChecks', 'surveyNeed', 'authorityLevels', 'slaTargets', 'escalation', 'reserveOpening', 'fastTrack')`,
    ),
    check('rule_versions_counted', sql`${table.version} > 0`),
    check('rule_versions_interval', sql`${table.effectiveTo} > ${table.effectiveFrom}`),
    check(
      'rule_versions_published',
      sql`(${table.publishedAt} is null) = (${table.reviewerPersonId} is null)`,
    ),
    check(
      'rule_versions_returned',
      sql`num_nulls(${table.returnedAt}, ${table.returnedByPersonId}, ${table.returnReason}) in (0, 3)`,
    ),
    check(
      'rule_versions_returned_or_published',
      sql`${table.returnedAt} is null or ${table.publishedAt} is null`,
    ),
    check('rule_versions_returned_by_another', sql`${table.returnedByPersonId} <> ${table.authorPersonId}`),
    check('rule_versions_second_person', sql`${table.reviewerPersonId} <> ${table.authorPersonId}`),
  ],
)
