import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { ClaimEvent } from '../domain/claim/events.ts'
import type { ClaimState } from '../domain/claim/state.ts'
import { evolve } from '../domain/claim/evolve.ts'
import { clockState, warnAt } from '../domain/clocks/clock.ts'
import { postingOf } from '../domain/ledger.ts'
import { civilDateOf } from '../domain/time/civil-date.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Transaction } from './client.ts'
import { claimClocks, ledgerEntries, tasks } from './schema/index.ts'

const excluded = (column: string) => sql.raw(`excluded.${column}`)

/** The clocks that changed, as lists read them. */
export async function projectClocks(
  tx: Transaction,
  before: ClaimState | null,
  after: ClaimState,
): Promise<void> {
  const rows = Object.values(after.clocks)
    .filter((found) => before?.clocks[found.key] !== found)
    .map(({ key, kind, clock }) => ({
      claimId: after.id,
      key,
      kind,
      status: clockState(clock),
      startedAt: clock.startedAt,
      warnAt: warnAt(clock),
      dueAt: clock.dueAt,
      pausedAt: clock.pausedAt,
      doneAt: clock.doneAt,
      breachedAt: clock.breachedAt,
      rungsTaken: Math.max(0, clock.stepsTaken - 2),
    }))
  if (rows.length === 0) return
  await tx
    .insert(claimClocks)
    .values(rows)
    .onConflictDoUpdate({
      target: [claimClocks.claimId, claimClocks.key],
      set: {
        status: excluded('status'),
        startedAt: excluded('started_at'),
        warnAt: excluded('warn_at'),
        dueAt: excluded('due_at'),
        pausedAt: excluded('paused_at'),
        doneAt: excluded('done_at'),
        breachedAt: excluded('breached_at'),
        rungsTaken: excluded('rungs_taken'),
      },
    })
}

/** Open tasks as they are now, and the ones that were closed by this command. */
export async function projectTasks(
  tx: Transaction,
  before: ClaimState | null,
  after: ClaimState,
  now: Instant,
): Promise<void> {
  const open = new Set(after.tasks.map((task) => task.id))
  const closed = before?.tasks.filter((task) => !open.has(task.id)) ?? []
  const dueOf = (clockKey: string | null) =>
    clockKey === null ? null : (after.clocks[clockKey]?.clock.dueAt ?? null)
  const changed = after.tasks.filter((task) => {
    const known = before?.tasks.find((one) => one.id === task.id)
    return known !== task || before?.priority !== after.priority || before.clocks !== after.clocks
  })
  const rows = [...changed, ...closed].map((task) => ({
    id: task.id,
    claimId: after.id,
    kind: task.kind,
    role: task.role,
    assigneeId: task.assigneeId,
    branchId: after.branchId,
    priority: after.priority,
    clockKey: task.clockKey,
    dueAt: dueOf(task.clockKey),
    openedAt: task.openedAt,
    closedAt: open.has(task.id) ? null : now,
  }))
  if (rows.length === 0) return
  await tx
    .insert(tasks)
    .values(rows)
    .onConflictDoUpdate({
      target: [tasks.claimId, tasks.id],
      set: {
        assigneeId: excluded('assignee_id'),
        priority: excluded('priority'),
        dueAt: excluded('due_at'),
        closedAt: excluded('closed_at'),
      },
    })
}

/** Posts what the events mean in the books; each movement is one balanced group. */
export async function postLedger(
  tx: Transaction,
  before: ClaimState | null,
  events: readonly ClaimEvent[],
  at: { readonly now: Instant; readonly firstSequence: number },
): Promise<void> {
  let state = before
  const rows = []
  for (const [index, event] of events.entries()) {
    const posting = postingOf(event, state)
    state = evolve(state, event, at.now)
    if (posting === null) continue
    const intent = state.intents.find((one) => one.id === posting.intentId)
    const entry = {
      groupId: randomUUID(),
      claimId: state.id,
      intentId: posting.intentId,
      amountMinor: posting.amountMinor,
      reason: posting.reason,
      eventSequence: at.firstSequence + index,
      // A payment belongs to the accounting day frozen with its intent, whenever the bank answers.
      postingDate:
        posting.reason === 'payment' && intent !== undefined ? intent.postingDate : civilDateOf(at.now),
      at: at.now,
    }
    rows.push({ ...entry, account: posting.debit, side: 'debit' as const })
    rows.push({ ...entry, account: posting.credit, side: 'credit' as const })
  }
  if (rows.length > 0) await tx.insert(ledgerEntries).values(rows)
}
