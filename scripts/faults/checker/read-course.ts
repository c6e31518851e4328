/** Reads the events of one claim in their order. */
import type { ClaimCourse, ClockTerm, IntentCourse, Move, SettlementCourse } from './claim-course.ts'
import type { ClaimClockFacts, EventRow } from './database/rows.ts'

interface Party {
  readonly id: string
  readonly personId: string | null
  payeeHash: string | null
  payeeEditedBy: string | null
}

interface PayeeChange {
  readonly partyId: string
  readonly sequence: number
  readonly payeeHash: string | null
}

const clockEvents = /^clock(Started|Paused|Resumed|Finished|Warned|Breached|Escalated)$/

/** Everything that is known of a claim when its events have been read one after the other. */
class Reader {
  readonly settlements = new Map<string, SettlementCourse>()
  readonly intents = new Map<string, IntentCourse>()
  readonly moves: Move[] = []
  readonly terms: ClockTerm[] = []
  readonly clocks = new Map<string, ClaimClockFacts>()
  readonly openTasks = new Map<string, string | null>()
  readonly payeeChanges: PayeeChange[] = []
  firstStage = ''
  outcome: string | null = null
  readonly #parties = new Map<string, Party>()
  readonly #authors = new Set<string>()
  #registeredBy: string | null = null
  #surveyorId: string | null = null

  take(event: EventRow): void {
    const data = event.data as never
    if (clockEvents.test(event.type)) this.#clock(event.type, data)
    else this.#readers[event.type]?.(data, event)
  }

  readonly #readers: Readonly<Record<string, (data: never, event: EventRow) => void>> = {
    claimRegistered: ({ state }: { state: RegisteredState }, event) => {
      this.firstStage = state.stage
      this.outcome = state.outcome
      this.#registeredBy = state.registeredBy
      for (const party of state.parties) this.#party(party, event.sequence)
      for (const found of Object.values(state.clocks)) this.#clock('clockStarted', { clock: found })
      for (const { id, assigneeId } of state.tasks) this.openTasks.set(id, assigneeId)
    },
    stageEntered: ({ from, to }: Move, { sequence }) => this.moves.push({ sequence, from, to }),
    partyAdded: ({ party }: { party: Party }, event) => this.#party(party, event.sequence),
    payeeChanged: (
      { partyId, payeeHash, by }: { partyId: string; payeeHash: string; by: string },
      { sequence },
    ) => {
      this.payeeChanges.push({ partyId, sequence, payeeHash })
      const party = this.#parties.get(partyId)
      if (party !== undefined) Object.assign(party, { payeeHash, payeeEditedBy: by })
    },
    surveyOfferAnswered: ({ surveyorId, answer }: { surveyorId: string; answer: string }) => {
      if (answer === 'accepted') this.#surveyorId = surveyorId
    },
    sheetSaved: ({ sheet }: { sheet: { authorId: string } }) => this.#authors.add(sheet.authorId),
    taskOpened: ({ task }: { task: { id: string; assigneeId: string | null } }) =>
      this.openTasks.set(task.id, task.assigneeId),
    taskAssigned: ({ taskId, assigneeId }: { taskId: string; assigneeId: string | null }) =>
      this.openTasks.set(taskId, assigneeId),
    taskClosed: ({ taskId }: { taskId: string }) => this.openTasks.delete(taskId),
    claimClosed: ({ outcome }: { outcome: string }) => {
      this.outcome = outcome
    },
    claimReopened: () => {
      this.outcome = null
    },
    settlementProposed: ({ settlement }: { settlement: ProposedSettlement }, event) =>
      this.settlements.set(settlement.id, {
        ...settlement,
        sequence: event.sequence,
        commandId: event.commandId,
        proposedLevels: settlement.levels,
        approvals: [],
        approvedAt: null,
        voidedAt: null,
        state: 'pending',
      }),
    settlementDecided: ({ settlementId, approval }: Decided, event) =>
      this.#settlement(settlementId, (one) => {
        if (approval.decision !== 'approve') return
        const { sequence, at, commandId } = event
        const involved = this.#involved(one)
        one.approvals.push({ ...approval, sequence, at, commandId, involved })
      }),
    settlementReferred: ({ settlementId, levels }: { settlementId: string; levels: readonly number[] }) =>
      this.#settlement(settlementId, (one) => (one.levels = levels)),
    settlementApproved: ({ settlementId }: { settlementId: string }, { sequence }) =>
      this.#settlement(settlementId, (one) => {
        one.approvedAt = sequence
        one.state = 'approved'
      }),
    settlementVoided: ({ settlementId }: { settlementId: string }, { sequence }) =>
      this.#settlement(settlementId, (one) => {
        one.voidedAt = sequence
        one.state = 'void'
      }),
    settlementReturned: ({ settlementId }: { settlementId: string }) =>
      this.#settlement(settlementId, (one) => (one.state = 'returned')),
    settlementRejected: ({ settlementId }: { settlementId: string }) =>
      this.#settlement(settlementId, (one) => (one.state = 'rejected')),
    intentOpened: ({ intent }: { intent: OpenedIntent }, { actorId }) =>
      this.intents.set(intent.id, {
        ...intent,
        releasedBy: actorId,
        gates: [],
        posted: false,
        postings: 0,
        reversals: 0,
      }),
    intentReadied: ({ intentId }: { intentId: string }) => this.#status(intentId, 'ready'),
    intentGated: (
      { intentId, fence, resend }: { intentId: string; fence: number; resend: boolean },
      { sequence, at },
    ) => {
      this.intents.get(intentId)?.gates.push({ sequence, at, fence, resend })
      this.#status(intentId, 'submitting')
    },
    intentAnswered: ({ intentId, status, posted }: { intentId: string; status: string; posted: boolean }) => {
      const intent = this.intents.get(intentId)
      if (intent === undefined) return
      if (posted && !intent.posted) intent.postings += 1
      if (!posted && intent.posted) intent.reversals += 1
      intent.posted = posted
      intent.status = status
    },
    intentSuspended: ({ intentId }: { intentId: string }) => this.#status(intentId, 'suspense'),
    intentCancelled: ({ intentId }: { intentId: string }) => this.#status(intentId, 'cancelled'),
  }

  #party(party: Party, sequence: number): void {
    this.#parties.set(party.id, { ...party })
    this.payeeChanges.push({ partyId: party.id, sequence, payeeHash: party.payeeHash })
  }

  #settlement(id: string, change: (settlement: SettlementCourse) => void): void {
    const found = this.settlements.get(id)
    if (found !== undefined) change(found)
  }

  #status(intentId: string, status: string): void {
    const found = this.intents.get(intentId)
    if (found !== undefined) found.status = status
  }

  #clock(type: string, { clock }: { clock: ClaimClockFacts }): void {
    this.clocks.set(clock.key, clock)
    if (type === 'clockStarted') {
      this.terms.push({ key: clock.key, breaches: 0, ends: 0, last: clock })
      return
    }
    const term = this.terms.findLast(({ key }) => key === clock.key)
    if (term === undefined) return
    term.last = clock
    if (type === 'clockBreached') term.breaches += 1
    if (type === 'clockFinished') term.ends += 1
  }

  #involved(settlement: SettlementCourse): ReadonlySet<string> {
    const payees = new Set(settlement.payees.map(({ partyId }) => partyId))
    const parties = [...this.#parties.values()]
    const people = [
      settlement.proposedBy,
      this.#registeredBy,
      this.#surveyorId,
      ...this.#authors,
      ...parties.map(({ personId }) => personId),
      ...parties.filter(({ id }) => payees.has(id)).map(({ payeeEditedBy }) => payeeEditedBy),
    ]
    return new Set(people.filter((one) => one !== null))
  }
}

interface RegisteredState {
  readonly stage: string
  readonly outcome: string | null
  readonly registeredBy: string | null
  readonly parties: readonly Party[]
  readonly clocks: Readonly<Record<string, ClaimClockFacts>>
  readonly tasks: readonly { readonly id: string; readonly assigneeId: string | null }[]
}

type ProposedSettlement = Omit<
  SettlementCourse,
  'sequence' | 'commandId' | 'proposedLevels' | 'approvals' | 'approvedAt' | 'voidedAt' | 'state'
>

type OpenedIntent = Omit<IntentCourse, 'releasedBy' | 'gates' | 'posted' | 'postings' | 'reversals'>

interface Decided {
  readonly settlementId: string
  readonly approval: {
    readonly level: number
    readonly personId: string
    readonly decision: string
    readonly hash: string
  }
}

/** @param events of one claim, in their order. */
export function courseOf(claimId: string, events: readonly EventRow[]): ClaimCourse {
  const reader = new Reader()
  for (const event of events) reader.take(event)
  const { settlements, intents, moves, firstStage, terms, clocks, openTasks, outcome, payeeChanges } = reader
  return {
    claimId,
    events,
    settlements,
    intents,
    moves,
    firstStage,
    terms,
    clocks,
    openTasks,
    outcome,
    payeeHashBefore: (partyId, sequence) =>
      payeeChanges.findLast((change) => change.partyId === partyId && change.sequence < sequence)
        ?.payeeHash ?? null,
  }
}
