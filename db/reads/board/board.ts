import { sql } from 'drizzle-orm'
import type { Stage } from '../../../domain/claim/stages.ts'
import type { ClockKind } from '../../../domain/rules/vocabulary.ts'
import type { Database } from '../../client.ts'
import type { Identity } from '../../identity/identity.ts'
import { type Age, type BoardScope, openClaims, type Term } from './open-claims.ts'
import { readStageTimes } from './stage-times.ts'
import { type MoneyStop, waitingMoney } from './waiting-money.ts'

interface Cell extends Record<string, unknown> {
  readonly stage: Stage
  readonly term: Term
  readonly age: Age
  readonly count: number
}

interface Late extends Record<string, unknown> {
  readonly kind: ClockKind
  readonly count: number
}

interface Waiting extends Record<string, unknown> {
  readonly stop: MoneyStop
  readonly level: number
  readonly count: number
  readonly amount: string
}

/**
 * How the open claims stand: by stage and time left, by stage and age, by the terms that are late, and the money that
 * waits. Each number counts claims, and `readCases` lists them by the same words.
 */
export async function readBoard(database: Database, identity: Identity, scope: BoardScope) {
  const open = openClaims(identity, scope)
  const [cells, late, waiting, stageTimes] = await Promise.all([
    database.execute<Cell>(sql`with open as (${open})
      select stage, term, age, count(*)::int as count from open group by stage, term, age`),
    database.execute<Late>(sql`with open as (${open})
      select k.kind, count(distinct o.id)::int as count from open o join claim_clocks k on k.claim_id = o.id
      where k.status in ('running', 'breached') and k.due_at < now()
      group by k.kind order by 2 desc, k.kind`),
    database.execute<Waiting>(sql`with open as (${open})
      select w.stop, w.level, count(distinct w.id)::int as count, sum(w.amount) as amount
      from (${waitingMoney}) w group by w.stop, w.level order by w.stop, w.level`),
    readStageTimes(database, identity, scope),
  ])
  const total = (of: (cell: Cell) => boolean) =>
    cells.rows.filter(of).reduce((sum, { count }) => sum + count, 0)
  return {
    open: total(() => true),
    late: total(({ term }) => term === 'late'),
    today: total(({ term }) => term === 'today'),
    byTerm: grouped(cells.rows, 'term'),
    byAge: grouped(cells.rows, 'age'),
    lateClocks: late.rows,
    waiting: waiting.rows.map(({ stop, level, count, amount }) => ({
      stop,
      level: level === 0 ? null : level,
      count,
      amountMinor: Number(amount),
    })),
    stageTimes,
  }
}

/** Counts by stage and one other word; what is empty is left out. */
function grouped<Name extends 'term' | 'age'>(cells: readonly Cell[], name: Name) {
  const found = new Map<string, { stage: Stage; count: number } & Record<Name, Cell[Name]>>()
  for (const cell of cells) {
    const key = `${cell.stage} ${cell[name]}`
    const count = (found.get(key)?.count ?? 0) + cell.count
    found.set(key, { stage: cell.stage, [name]: cell[name], count } as never)
  }
  return [...found.values()]
}
