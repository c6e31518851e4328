/** Everything that the invariants look at, and the ways in which it is looked up. */
import type { BankFacts, Movement, TakenIn } from './bank-journal.ts'
import type { ClaimCourse } from './claim-course.ts'
import type { AuditRow, ClaimRow, DatabaseFacts, IntentRow, RuleUseRow } from './database/rows.ts'
import { courseOf } from './read-course.ts'
import type { Attempt, Fault, Run, RunFolder } from './run-folder.ts'
import type { TemporalFacts } from './temporal/workflows.ts'

/** All tries under one key of one person: one request, as the product sees it. */
export interface Operation {
  readonly person: string
  readonly key: string
  readonly type: string
  readonly attempts: readonly Attempt[]
  readonly acknowledged: readonly Attempt[]
  /** Lines of the audit that say that one of the tries took effect. */
  readonly effects: readonly AuditRow[]
}

export class Evidence {
  readonly run: Run
  readonly attempts: readonly Attempt[]
  readonly faults: readonly Fault[]
  readonly database: DatabaseFacts
  readonly bank: BankFacts
  /** Not asked while the run goes on. */
  readonly temporal: TemporalFacts | null
  readonly claims: ReadonlyMap<string, ClaimRow>
  readonly courses: ReadonlyMap<string, ClaimCourse>
  readonly operations: readonly Operation[]
  readonly auditByCommand: ReadonlyMap<string, readonly AuditRow[]>
  readonly doneByRequest: ReadonlyMap<string, readonly AuditRow[]>
  readonly movementsByRef: ReadonlyMap<string, readonly Movement[]>
  readonly takenInByRef: ReadonlyMap<string, readonly TakenIn[]>
  readonly intentsByRef: ReadonlyMap<string, IntentRow>
  readonly personByAccount: ReadonlyMap<string, string>
  /** By command, what the table of authority was asked. */
  readonly ruleUses: ReadonlyMap<string, RuleUseRow>

  constructor(folder: RunFolder, database: DatabaseFacts, bank: BankFacts, temporal: TemporalFacts | null) {
    this.run = folder.run
    this.attempts = folder.attempts
    this.faults = folder.faults
    this.database = database
    this.bank = bank
    this.temporal = temporal
    const events = Map.groupBy(database.events, ({ claimId }) => claimId)
    const ids = new Set([...database.claims.map(({ id }) => id), ...events.keys()])
    this.claims = new Map(database.claims.map((claim) => [claim.id, claim]))
    this.courses = new Map([...ids].map((id) => [id, courseOf(id, events.get(id) ?? [])]))
    this.auditByCommand = Map.groupBy(database.audit, ({ commandId }) => commandId)
    this.doneByRequest = Map.groupBy(
      database.audit.filter(({ outcome, requestId }) => outcome === 'done' && requestId !== null),
      ({ requestId }) => requestId ?? '',
    )
    this.movementsByRef = Map.groupBy(bank.movements, ({ ref }) => ref)
    this.takenInByRef = Map.groupBy(bank.takenIn, ({ ref }) => ref)
    this.intentsByRef = new Map(database.intents.map((intent) => [intent.ref, intent]))
    this.personByAccount = new Map(database.accounts.map(({ id, personId }) => [id, personId]))
    this.ruleUses = new Map(database.ruleUses.map((use) => [use.commandId, use]))
    this.operations = this.#operations()
  }

  /** Whether the run still goes on. */
  get isLive(): boolean {
    return this.temporal === null
  }

  course(claimId: string): ClaimCourse {
    return this.courses.get(claimId) ?? courseOf(claimId, [])
  }

  /** Whether some request of this type was answered with success. */
  hasDone(...types: readonly string[]): boolean {
    return this.attempts.some(({ type, outcome }) => outcome === 'ok' && types.includes(type))
  }

  /**
   * What moved under a reference, a second execution that the bank was told to make left out: that one is the
   * bank's fault, and the statement has to find it.
   */
  net(ref: string): number {
    const movements = this.movementsByRef.get(ref) ?? []
    const ordered = this.executionsOrdered(ref)
    const executed = movements.filter(({ kind }) => kind === 'executed')
    const ours = executed.slice(0, Math.max(1, executed.length - (ordered - 1)))
    const returned = movements.filter(({ kind }) => kind === 'returned')
    return sum(ours) - sum(returned)
  }

  /** How often the bank was told to execute what it took in under this reference once. */
  executionsOrdered(ref: string): number {
    return Math.max(1, ...(this.takenInByRef.get(ref) ?? []).map(({ executions }) => executions))
  }

  #operations(): readonly Operation[] {
    const keyed = this.attempts.filter(({ key }) => key !== null)
    const groups = Map.groupBy(keyed, ({ person, key }) => `${person} ${key ?? ''}`)
    return [...groups.values()].map((group) => {
      const attempts = group.toSorted((a, b) => a.tInv - b.tInv)
      const [first] = attempts
      return {
        person: first?.person ?? '',
        key: first?.key ?? '',
        type: first?.type ?? '',
        attempts,
        acknowledged: attempts.filter(({ outcome }) => outcome === 'ok'),
        effects: attempts.flatMap(({ opId }) => this.doneByRequest.get(opId) ?? []),
      }
    })
  }
}

function sum(movements: readonly Movement[]): number {
  return movements.reduce((total, { amountMinor }) => total + amountMinor, 0)
}
