/** Terms that end while a test waits: durations are data, so the real timers run in milliseconds. */
import { readFileSync } from 'node:fs'
import { max, eq } from 'drizzle-orm'
import { publishRuleTable } from '../../db/rules/publish.ts'
import { ruleVersions } from '../../db/schema/index.ts'
import { defaultsAuthor, defaultsReviewer } from '../../db/seed/load.ts'
import type { RuleRow, RuleTable } from '../../domain/rules/table.ts'
import type { ClockKind, EscalationAction } from '../../domain/rules/vocabulary.ts'
import type { World } from './world.ts'

const people = { author: defaultsAuthor.id, reviewer: defaultsReviewer.id }

function seeded(name: string): RuleTable {
  const file = new URL(`../../db/seed/rules/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as RuleTable
}

async function publish(world: World, table: RuleTable): Promise<void> {
  const [newest] = await world.database
    .select({ version: max(ruleVersions.version) })
    .from(ruleVersions)
    .where(eq(ruleVersions.tableId, table.id))
  const version = (newest?.version ?? 0) + 1
  await world.database.transaction((tx) => publishRuleTable(tx, { ...table, version }, people))
}

/** Publishes targets of so many milliseconds for these clocks, without a warning before; the others stay. */
export async function shortTerms(
  world: World,
  milliseconds: Readonly<Partial<Record<ClockKind, number>>>,
): Promise<void> {
  const table = seeded('sla-targets')
  const clocks = Object.keys(milliseconds) as ClockKind[]
  const isReplaced = ({ when }: RuleRow) => clocks.some((clock) => when['clock'] === `"${clock}"`)
  const short = clocks.map((clock) => ({
    id: `${clock}Short`,
    when: { clock: `"${clock}"` },
    gives: {
      target: { value: milliseconds[clock], unit: 'milliseconds' },
      statutory: false,
      warnShareBasisPoints: 0,
      source: 'test',
    },
  }))
  const kept = table.rows.filter((row) => !isReplaced(row))
  const known = new Set(kept.map((row) => row.id))
  const testCases = [
    ...table.testCases.filter(({ expectRows }) => expectRows?.every((row) => known.has(row)) === true),
    ...clocks.map((clock) => ({ name: clock, inputs: { clock }, expectRows: [`${clock}Short`] })),
  ]
  await publish(world, { ...table, rows: [...short, ...kept] as RuleRow[], testCases })
}

/** Publishes a ladder of so many milliseconds after the breach, for one clock; all others have the closing rung. */
export async function shortLadder(
  world: World,
  clock: ClockKind,
  rungs: readonly (readonly [EscalationAction, number])[],
): Promise<void> {
  const table = seeded('escalation')
  const closing = table.rows.at(-1)
  const rows = rungs.map(([action, value], index) => ({
    id: `rung${index}`,
    when: { clock: `"${clock}"` },
    gives: { level: index + 1, after: { value, unit: 'milliseconds' }, action },
  }))
  const expectRows = [...rows.map((row) => row.id), closing?.id ?? '']
  const testCases = [{ name: clock, inputs: { clock }, expectRows }]
  await publish(world, { ...table, rows: [...rows, closing] as RuleRow[], testCases })
}
