import { eq } from 'drizzle-orm'
import { refuse } from '../../domain/errors.ts'
import { type BacktestReport, createBacktest } from '../../domain/rules/backtest.ts'
import type { RuleTableId } from '../../domain/rules/contracts.ts'
import type { RuleTable } from '../../domain/rules/table.ts'
import { ruleVersions } from '../schema/rules.ts'
import type { RuleReader } from './executor.ts'
import { pastDecisions } from './past-decisions.ts'
import { faultlessTable } from './publish.ts'

/** A document that nobody has proposed yet, or a version or proposal by its id. */
export type Draft = { readonly document: unknown } | { readonly versionId: string }

interface BacktestOptions {
  /** The newest so many decisions are asked. */
  readonly most: number
  readonly samples: number
  /** Whether somebody still waits for the answer. */
  readonly wanted: () => boolean
}

/**
 * A draft tried on what closed claims really asked: nothing is written, and other requests have their turn
 * between two batches. Refuses with `notFound` and `ruleTableInvalid`.
 */
export async function runBacktest(
  reader: RuleReader,
  table: RuleTableId,
  draft: Draft,
  { most, samples, wanted }: BacktestOptions,
): Promise<BacktestReport> {
  const tested = createBacktest(await draftOf(reader, table, draft), samples)
  for await (const decisions of pastDecisions(reader, table, most)) {
    for (const decision of decisions) tested.ask(decision)
    if (!wanted()) break
  }
  return tested.report()
}

async function draftOf(reader: RuleReader, table: RuleTableId, draft: Draft): Promise<RuleTable> {
  const document = 'document' in draft ? draft.document : await versionById(reader, draft.versionId)
  const read = await faultlessTable(document)
  return read.id === table ? read : refuse('malformed', { fields: [{ path: 'id', reason: 'differs' }] })
}

async function versionById(reader: RuleReader, id: string): Promise<RuleTable> {
  const [found] = await reader
    .select({ document: ruleVersions.document })
    .from(ruleVersions)
    .where(eq(ruleVersions.id, id))
  return found?.document ?? refuse('notFound')
}
