import type { Evidence } from './evidence.ts'
import type { Invariant, Violation } from './invariant.ts'

export interface Judgement {
  readonly id: string
  readonly text: string
  readonly checked: number
  /** How many; the first of them are in `violations`. */
  readonly violated: number
  readonly violations: readonly Violation[]
  /** Nothing was there to look at, and nothing had been done that should have left something. */
  readonly exercised: boolean
}

export interface Verdict {
  readonly seed: string
  readonly commit: string
  readonly minutes: number
  readonly green: boolean
  readonly invariants: readonly Judgement[]
  readonly summary: Readonly<Record<string, unknown>>
}

const shown = 20

export async function judge(evidence: Evidence, invariants: readonly Invariant[]): Promise<Verdict> {
  const judgements: Judgement[] = []
  for (const invariant of invariants) judgements.push(await judgeOne(invariant, evidence))
  const { seed, commit, minutes } = evidence.run
  return {
    seed,
    commit,
    minutes,
    green: judgements.every(({ violated }) => violated === 0),
    invariants: judgements,
    summary: summaryOf(evidence),
  }
}

async function judgeOne(invariant: Invariant, evidence: Evidence): Promise<Judgement> {
  const { id, text } = invariant
  const { checked, violations } = await invariant.check(evidence)
  const missing = checked === 0 && !evidence.isLive && invariant.exercised(evidence)
  const found: readonly Violation[] = missing
    ? [{ object: id, why: 'The run did what this is about, and nothing of it was found to be judged.' }]
    : violations
  return {
    id,
    text,
    checked,
    violated: found.length,
    violations: found.slice(0, shown),
    exercised: checked > 0,
  }
}

function summaryOf({ attempts, faults, database, bank, temporal, operations }: Evidence) {
  const outcomes = counted(attempts, ({ type, outcome }) => `${type} ${outcome}`)
  const recoveries = faults.map(({ recoveredMs }) => recoveredMs ?? 0)
  return {
    attempts: counted(attempts, ({ outcome }) => outcome),
    outcomes,
    operations: operations.length,
    retried: operations.filter((one) => one.attempts.length > 1).length,
    claims: counted(database.claims, ({ stage }) => stage),
    payments: counted(database.intents, ({ status }) => status),
    executedAtBank: bank.movements.filter(({ kind }) => kind === 'executed').length,
    events: database.events.length,
    auditLines: database.audit.length,
    ledgerLines: database.ledger.length,
    workflows: counted(temporal?.executions ?? [], ({ status }) => status),
    faults: counted(faults, ({ kind, name }) => `${kind} ${name}`),
    worstRecoveryMs: Math.max(0, ...recoveries),
  }
}

function counted<T>(items: readonly T[], nameOf: (item: T) => string): Readonly<Record<string, number>> {
  const groups = [...Map.groupBy(items, nameOf)].map(([name, { length }]) => [name, length] as const)
  return Object.fromEntries(groups.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
