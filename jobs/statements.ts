import { channel } from 'node:diagnostics_channel'
import { systemSender } from '../db/commands.ts'
import type { Database } from '../db/client.ts'
import type { Execute } from '../db/execute.ts'
import type { KnownIntent, Statement, StatementLine } from '../db/statements/finding.ts'
import { daysToFetch } from '../db/statements/read-findings.ts'
import { intentsOf, markStatementMissing, takeInStatement } from '../db/statements/take-in.ts'
import type { BankAnswer } from '../domain/claim/bank-answer.ts'
import type { Told } from '../domain/claim/told.ts'
import { DomainError } from '../domain/errors.ts'
import { isCivilDate } from '../domain/time/civil-date.ts'
import type { CivilDate } from '../domain/time/instant.ts'

const fetched = channel('lipei:statement.fetched')
const takenIn = channel('lipei:statement.takenIn')
const lineTold = channel('lipei:statement.lineTold')

/** Without a day it is the daily job: yesterday, and what the bank still owes. */
export interface StatementJob {
  readonly day?: CivilDate
}

export interface StatementDependencies {
  readonly database: Database
  readonly execute: Execute
  readonly tell: (told: Told) => void
  /** The bank's statement; an answer that is none says why. */
  readonly fetchStatement: (
    day: CivilDate,
  ) => Promise<
    ({ readonly status: 'received' } & Statement) | { readonly status: 'unknown'; readonly reason: string }
  >
}

/** Thrown so that the queue tries again; after its last try the day is marked as missing. */
class StatementNotReceived extends Error {
  override readonly name = 'StatementNotReceived'
}

/** Closes days: intents, ledger and the bank's lines are laid beside one another, and what does not fit gets an owner. */
export async function reconcile(dependencies: StatementDependencies, { day }: StatementJob): Promise<void> {
  const days = day !== undefined && isCivilDate(day) ? [day] : await daysToFetch(dependencies.database)
  const owed: string[] = []
  for (const one of days) {
    const received = await reconcileDay(dependencies, one)
    if (!received) owed.push(one)
  }
  if (owed.length > 0) throw new StatementNotReceived(`The bank has not given ${owed.join(', ')}.`)
}

async function reconcileDay(dependencies: StatementDependencies, day: CivilDate): Promise<boolean> {
  const answer = await dependencies.fetchStatement(day)
  if (answer.status !== 'received') return false
  fetched.publish(answer)
  const intents = await intentsOf(
    dependencies.database,
    answer.lines.map(({ ref }) => ref),
  )
  // Lines are judged by what we knew before they told us more; the ledger is looked through when they have.
  await takeInStatement(dependencies.database, { ...answer, final: false })
  takenIn.publish(answer)
  for (const line of inOrder(answer.lines)) {
    const intent = intents.get(line.ref)
    if (intent !== undefined && !isKnown(line, intent)) await tellClaim(dependencies, line, intent)
  }
  if (answer.final) await takeInStatement(dependencies.database, answer)
  return true
}

/** An execution before its return, whatever order the bank writes them in. */
function inOrder(lines: readonly StatementLine[]): readonly StatementLine[] {
  return lines.toSorted(
    (a, b) => Number(a.kind === 'returned') - Number(b.kind === 'returned') || a.at - b.at,
  )
}

function isKnown({ kind }: StatementLine, { status }: KnownIntent): boolean {
  return status === 'returned' || (kind === 'executed' && status === 'paid')
}

/** The same transition as a query's answer; under the line's own key, so that it is applied once. */
async function tellClaim(
  { execute, tell }: StatementDependencies,
  { lineId, kind, at, amountMinor }: StatementLine,
  { claimId, intentId }: KnownIntent,
): Promise<void> {
  const answer: BankAnswer = { status: kind === 'executed' ? 'paid' : 'returned', at, amountMinor }
  try {
    const { told, tellNeeded } = await execute({
      type: 'recordBankAnswer',
      claimId,
      body: { intentId, fence: null, source: 'statement', answer },
      sender: systemSender,
      key: `statement:${lineId}`,
    })
    lineTold.publish(told)
    if (tellNeeded) tell(told)
  } catch (error) {
    // A refusal is recorded with the claim; the finding stands, and the other lines go on.
    if (!(error instanceof DomainError) || error.code === 'temporarilyUnavailable') throw error
  }
}

/** The queue has given up: finance sees that the bank owes the day. */
export async function buryStatement(
  { database }: Pick<StatementDependencies, 'database'>,
  { day }: StatementJob,
): Promise<void> {
  const days = day === undefined ? await daysToFetch(database) : [day]
  for (const one of days) await markStatementMissing(database, one)
}
