import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { CommandBodies, CommandType } from '../../../../domain/claim/commands.ts'
import { decide, type Decided } from '../../../../domain/claim/decide.ts'
import type { ClaimEvent } from '../../../../domain/claim/events.ts'
import type { Actor, Candidate, ContentFact, Facts } from '../../../../domain/claim/facts.ts'
import { needsOf } from '../../../../domain/claim/needs.ts'
import type { NoticeOrder } from '../../../../domain/claim/notices.ts'
import type { ClaimState, Intent, Party, Settlement, Task, TaskKind } from '../../../../domain/claim/state.ts'
import { toldContent, type ToldContent } from '../../../../domain/claim/told.ts'
import { DomainError, type RefusalCode } from '../../../../domain/errors.ts'
import { civilDateOf } from '../../../../domain/time/civil-date.ts'
import { calendar2026 } from '../../time/calendar-2026.ts'
import { brokenInvariants } from './invariants.ts'
import { checked, type FastTrackWorld } from './fast-track-check.ts'
import { actor, customersParty, everybody, limitOf, victimsParty } from './people.ts'
import { monday, policy, rules, target } from './world.ts'

/** What a test may change of the world around the claim. */
export interface World {
  rules: Facts['rules']
  policy: Facts['policy']
  candidates: (role: string) => readonly Candidate[]
  parties: readonly Party[]
  duplicates: readonly string[]
  payLaneOpen: boolean
  lostPayments: boolean
  strayPayment: boolean
  limitNow: (personId: string) => ReturnType<typeof limitOf>
  nameMatches: (partyId: string) => boolean
  fastTrack: FastTrackWorld
}

export type By = string | Actor

export interface Extra {
  readonly content?: ContentFact
  readonly newParties?: readonly Party[]
}

/**
 * One claim and the people around it. `when` decides as the product does: only what
 * the command is known to need is loaded, and no decision may break an invariant.
 */
export class Story {
  now = monday
  readonly world: World
  readonly events: ClaimEvent[] = []
  readonly notices: NoticeOrder[] = []
  last: Decided | null = null
  #state: ClaimState | null = null
  #ids = 0

  constructor(changes: Partial<World> = {}) {
    this.world = {
      policy,
      candidates: everybody,
      parties: [customersParty, victimsParty],
      duplicates: [],
      payLaneOpen: true,
      lostPayments: false,
      strayPayment: false,
      limitNow: limitOf,
      nameMatches: () => true,
      fastTrack: {},
      ...changes,
      rules: { ...rules, ...changes.rules },
    }
  }

  get state(): ClaimState {
    if (this.#state === null) throw new Error('the story has no claim yet')
    return this.#state
  }

  get told(): ToldContent {
    return toldContent(this.state)
  }

  get sheet() {
    const sheet = this.state.sheets.at(-1)
    return { sheetVersion: sheet?.version ?? 0, sheetHash: sheet?.hash ?? '' }
  }

  get settlement(): Settlement {
    return found(this.state.settlements.at(-1), 'settlement')
  }

  intent(partyId?: string): Intent {
    const of = this.state.intents.filter((one) => partyId === undefined || one.partyId === partyId)
    return found(of.at(-1), 'intent')
  }

  tasks(kind: TaskKind): readonly Task[] {
    return this.state.tasks.filter((task) => task.kind === kind)
  }

  later(milliseconds: number): this {
    this.now += milliseconds
    return this
  }

  with(changes: Partial<World>): this {
    Object.assign(this.world, changes, { rules: { ...this.world.rules, ...changes.rules } })
    return this
  }

  when<T extends CommandType>(type: T, body: CommandBodies[T], by: By, extra: Extra = {}): this {
    const before = this.#state
    const facts = this.facts(type, by, extra)
    this.#take(before, decide(before, type, body, facts))
    return this
  }

  /** Lets the clocks do what is due, as the workflow's timer would. */
  clocks(): this {
    return this.when('takeClockSteps', {}, 'system')
  }

  dueSteps(): this {
    const facts = this.facts('takeClockSteps', 'system', {})
    this.#take(this.state, decide(this.state, 'takeClockSteps', {}, facts))
    return this
  }

  /** The refusal of a command, which must have changed nothing. */
  refusal<T extends CommandType>(type: T, body: CommandBodies[T], by: By, extra: Extra = {}): RefusalCode {
    try {
      decide(this.#state, type, body, this.facts(type, by, extra))
    } catch (error) {
      if (error instanceof DomainError) return error.code
      throw error
    }
    throw new Error(`${type} was not refused`)
  }

  /** Events of one kind that have happened so far. */
  happened<T extends ClaimEvent['type']>(type: T): readonly Extract<ClaimEvent, { type: T }>['data'][] {
    return this.events.filter((event) => event.type === type).map((event) => event.data as never)
  }

  facts(type: CommandType, by: By, extra: Extra): Facts {
    const { world } = this
    const needs = needsOf(this.#state, type, this.now)
    return {
      claimId: 'claim-1',
      now: this.now,
      today: civilDateOf(this.now),
      actor: typeof by === 'string' ? actor(by) : by,
      calendar: calendar2026,
      calendars: new Map([[calendar2026.version, calendar2026]]),
      policy: world.policy,
      targets: new Map(needs.clocks.map((kind) => [kind, target(kind)])),
      rules: Object.fromEntries(needs.rules.map((table) => [table, world.rules[table]])),
      candidates: new Map(needs.candidates.map((role) => [role, world.candidates(role)])),
      content: extra.content ?? null,
      newParties: extra.newParties ?? (type === 'registerClaim' ? world.parties : []),
      caseNumber: 'LP0001202603090000010',
      duplicates: world.duplicates,
      overdrawn: [],
      payeeNameMatches: new Map(
        (this.#state?.parties ?? []).map((party) => [party.id, world.nameMatches(party.id)]),
      ),
      approverLimits: new Map(
        (this.#state?.settlements ?? [])
          .flatMap((one) => one.approvals.map(({ personId }) => personId))
          .map((personId) => [personId, world.limitNow(personId)]),
      ),
      payLaneOpen: world.payLaneOpen,
      lostPayments: world.lostPayments,
      strayPayment: world.strayPayment,
      bank: { submitDeadlineMs: 30_000, notFoundGraceMs: 600_000, dedupWindowMs: 86_400_000 },
      fastTrack: by === 'software' ? checked(world.fastTrack, this.now) : null,
      ownPolicy: true,
      hash: (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex'),
      newId: () => `id-${(this.#ids += 1)}`,
    }
  }

  #take(before: ClaimState | null, decided: Decided): void {
    expect(brokenInvariants(before, decided, this.now)).toEqual([])
    this.#state = decided.state
    this.last = decided
    this.events.push(...decided.events)
    this.notices.push(...decided.notices)
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the story has no ${what} yet`)
  return value
}
