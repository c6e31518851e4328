import { advisoryLock } from '../advisory-locks.ts'
import { eq, max, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { refuse } from '../../domain/errors.ts'
import { ruleFault, ruleFaultTexts, type RuleFault } from '../../domain/rules/faults.ts'
import { fire, readyRow } from '../../domain/rules/fire.ts'
import { lintTable } from '../../domain/rules/lint/lint-table.ts'
import { testInputs } from '../../domain/rules/lint/test-cases.ts'
import { readRuleTable } from '../../domain/rules/shape.ts'
import type { RuleTable } from '../../domain/rules/table.ts'
import { ruleVersions } from '../schema/rules.ts'
import { compileTable } from './compile.ts'
import { documentHash } from './document-hash.ts'
import type { RuleWriter } from './executor.ts'

/** Two proposals at once would take the same number; they queue for this lock instead. */
const proposalLock = advisoryLock('ruleProposal')

/**
 * Stores a document as the next version of its table, in force for nobody yet. Refuses with
 * `ruleTableInvalid` and the faults. `author` is a person, not an account.
 */
export async function proposeRuleTable(
  writer: RuleWriter,
  document: unknown,
  { author }: { readonly author: string },
): Promise<{ readonly id: string; readonly version: number; readonly documentHash: string }> {
  const table = await faultlessTable(document)
  await writer.execute(sql`select pg_advisory_xact_lock(${proposalLock})`)
  const [newest] = await writer
    .select({ version: max(ruleVersions.version) })
    .from(ruleVersions)
    .where(eq(ruleVersions.tableId, table.id))
  const next = (newest?.version ?? 0) + 1
  if (table.version !== next) invalid([ruleFault('versionNotNext', 'version', String(next))])
  const id = randomUUID()
  const hash = documentHash(table)
  await writer.insert(ruleVersions).values({
    id,
    tableId: table.id,
    version: table.version,
    effectiveFrom: table.effectiveFrom,
    effectiveTo: table.effectiveTo ?? null,
    document: table,
    documentHash: hash,
    authorPersonId: author,
  })
  return { id, version: table.version, documentHash: hash }
}

/**
 * Puts a proposal in force from its effective date. The reviewer names the hash of what they have read, and
 * is another person than the author. Refuses with `notFound`, `alreadyDone`, `ownWork`, `contentChanged`.
 */
export async function publishRuleVersion(
  writer: RuleWriter,
  { id, documentHash: seen, reviewer }: Review,
): Promise<void> {
  const proposal = await proposalForReview(writer, { id, documentHash: seen, reviewer })
  await faultlessTable(proposal.document)
  await writer
    .update(ruleVersions)
    .set({ reviewerPersonId: reviewer, publishedAt: sql`now()` })
    .where(eq(ruleVersions.id, id))
}

/**
 * Gives a proposal back to its author, who then makes another: it is never in force and keeps its number. Refuses
 * as `publishRuleVersion` does.
 */
export async function returnRuleVersion(
  writer: RuleWriter,
  review: Review & { readonly reason: string },
): Promise<void> {
  const { id } = await proposalForReview(writer, review)
  await writer
    .update(ruleVersions)
    .set({ returnedByPersonId: review.reviewer, returnReason: review.reason, returnedAt: sql`now()` })
    .where(eq(ruleVersions.id, id))
}

interface Review {
  readonly id: string
  readonly documentHash: string
  readonly reviewer: string
}

async function proposalForReview(writer: RuleWriter, { id, documentHash: seen, reviewer }: Review) {
  const [proposal] = await writer.select().from(ruleVersions).where(eq(ruleVersions.id, id)).for('update')
  if (proposal === undefined) return refuse('notFound')
  if (proposal.publishedAt !== null || proposal.returnedAt !== null) refuse('alreadyDone')
  if (proposal.authorPersonId === reviewer) refuse('ownWork')
  if (proposal.documentHash !== seen) refuse('contentChanged')
  return proposal
}

/** Proposes and publishes in one transaction: for what two people have agreed on already, such as the seed. */
export async function publishRuleTable(
  writer: RuleWriter,
  document: unknown,
  { author, reviewer }: { readonly author: string; readonly reviewer: string },
): Promise<{ readonly id: string; readonly version: number }> {
  if (author === reviewer) refuse('ownWork')
  const proposal = await proposeRuleTable(writer, document, { author })
  await publishRuleVersion(writer, { ...proposal, reviewer })
  return { id: proposal.id, version: proposal.version }
}

/** The document as a table; refuses with `ruleTableInvalid` and the faults unless it may be published as it is. */
export async function faultlessTable(document: unknown): Promise<RuleTable> {
  const faults = lintTable(document)
  if (faults.length > 0) invalid(faults)
  const table = readRuleTable(document)
  if ('code' in table) return invalid([table])
  const disagreements = await engineFaults(table)
  return disagreements.length === 0 ? table : invalid(disagreements)
}

/** Each fault with its text, for whoever edits the table elsewhere than on our pages. */
function invalid(faults: readonly RuleFault[]): never {
  return refuse('ruleTableInvalid', {
    faults: faults.map((fault) => ({ ...fault, text: ruleFaultTexts[fault.code] })),
  })
}

/** The test cases once more, through the engine that will serve claims: a quirk of it must show here. */
async function engineFaults(table: RuleTable): Promise<readonly RuleFault[]> {
  const compiled = compileTable(table)
  const rows = table.rows.flatMap((row) => readyRow(row, compiled.contract) ?? [])
  const faults = await Promise.all(
    table.testCases.map(async (testCase) => {
      const inputs = testInputs(table, testCase)
      const expected = fire(rows, inputs, compiled.contract).map((row) => row.id)
      const found = (await compiled.run(inputs)).map((row) => row.id)
      return expected.join('\n') === found.join('\n')
        ? []
        : [ruleFault('engineDiffers', testCase.name, found.join(', '))]
    }),
  )
  return faults.flat()
}
