import type { ClockStep } from '../clocks/clock.ts'
import { dueSteps, finishClock, pauseClock, resumeClock, startClock, takeStep } from '../clocks/run-clock.ts'
import { assert, refuse } from '../errors.ts'
import type { ClockKind } from '../rules/vocabulary.ts'
import type { Instant } from '../time/instant.ts'
import type { ClaimEvent, EventData, EventType } from './events.ts'
import { evolve } from './evolve.ts'
import type { Candidate, Facts } from './facts.ts'
import type { NoticeOrder } from './notices.ts'
import type { Stage } from './stages.ts'
import type { ClaimClock, ClaimState, Task, TaskKind } from './state.ts'

interface TaskOptions {
  readonly role: string
  readonly assigneeId: string | null
  readonly clockKey?: string
}

/**
 * One decision being made: it collects events and lets the next line see the
 * state as it is after them. Nothing outside changes until it is committed.
 */
export class Decision {
  readonly events: ClaimEvent[] = []
  readonly notices: NoticeOrder[] = []
  readonly facts: Facts
  #state: ClaimState | null

  constructor(state: ClaimState | null, facts: Facts) {
    this.#state = state
    this.facts = facts
  }

  get state(): ClaimState {
    assert(this.#state !== null, 'the claim is registered')
    return this.#state
  }

  get now(): Instant {
    return this.facts.now
  }

  /** Who acts, for decisions that need a name under them: a person, or software in its own. */
  get person(): string {
    const { personId } = this.facts.actor
    assert(personId !== null, 'a person acts')
    return personId
  }

  /** Who could take work of a role, best first. Nobody is given a claim of which they are a party. */
  candidates(role: string): readonly Candidate[] {
    const parties = new Set(this.state.parties.map((party) => party.personId))
    return (this.facts.candidates.get(role) ?? []).filter((one) => !parties.has(one.personId))
  }

  emit<T extends EventType>(type: T, data: EventData[T]): void {
    const event = { type, data } as unknown as ClaimEvent
    this.#state = evolve(this.#state, event, this.now)
    this.events.push(event)
  }

  notify(order: NoticeOrder): void {
    this.notices.push(order)
  }

  requireStage(...stages: readonly Stage[]): void {
    const { stage } = this.state
    if (stages.includes(stage)) return
    const code = stage === 'afterCare' || stage === 'archived' ? 'claimClosed' : 'wrongStage'
    refuse(code, { from: stage, to: stages, reason: 'stage' })
  }

  moveTo(to: Stage): void {
    this.emit('stageEntered', { from: this.state.stage, to })
  }

  startClock(kind: ClockKind, options: { readonly part?: string; readonly at?: Instant } = {}): string {
    const key = options.part === undefined ? kind : `${kind}:${options.part}`
    const spec = this.facts.targets.get(kind)
    assert(spec !== undefined, `the target of ${kind} was loaded`)
    const clock = startClock(spec, options.at ?? this.now, this.facts.calendar)
    this.emit('clockStarted', { clock: { key, kind, clock } })
    return key
  }

  clock(key: string): ClaimClock | undefined {
    return this.state.clocks[key]
  }

  isRunning(key: string): boolean {
    const found = this.clock(key)
    return found !== undefined && found.clock.doneAt === null
  }

  finishClock(key: string): void {
    const found = this.clock(key)
    if (found === undefined || found.clock.doneAt !== null) return
    const clock = finishClock(found.clock, this.now, this.#calendarOf(found))
    this.emit('clockFinished', { clock: { ...found, clock } })
  }

  /** Ends every clock of these kinds, whatever part it belongs to. */
  finishClocks(kinds: readonly ClockKind[]): void {
    for (const { key, kind } of Object.values(this.state.clocks)) {
      if (kinds.includes(kind)) this.finishClock(key)
    }
  }

  pauseClock(key: string, at: Instant): void {
    const found = this.clock(key)
    if (found === undefined || found.clock.doneAt !== null || found.clock.pausedAt !== null) return
    // A delivery told late cannot undo a step that was taken before it became known.
    const lastTaken = found.clock.steps[found.clock.stepsTaken - 1]?.at ?? found.clock.startedAt
    const clock = pauseClock(found.clock, Math.max(at, lastTaken))
    this.emit('clockPaused', { clock: { ...found, clock } })
  }

  resumeClock(key: string): void {
    const found = this.clock(key)
    if (found === undefined || found.clock.doneAt !== null || found.clock.pausedAt === null) return
    const clock = resumeClock(found.clock, this.now, this.#calendarOf(found))
    this.emit('clockResumed', { clock: { ...found, clock } })
  }

  /** The earliest step that is due on any clock, in the order in which they fell due. */
  nextDueStep(): { readonly clock: ClaimClock; readonly step: ClockStep } | undefined {
    return Object.values(this.state.clocks)
      .flatMap((clock) => dueSteps(clock.clock, this.now).map((step) => ({ clock, step })))
      .toSorted((a, b) => a.step.at - b.step.at || a.clock.key.localeCompare(b.clock.key))[0]
  }

  takeStep(found: ClaimClock, step: ClockStep): void {
    const clock = { ...found, clock: takeStep(found.clock, step, this.now) }
    if (step.step === 'warn') this.emit('clockWarned', { clock })
    else if (step.step === 'breach') this.emit('clockBreached', { clock })
    else this.emit('clockEscalated', { clock, action: step.rung.action, level: step.rung.level })
  }

  openTask(kind: TaskKind, { role, assigneeId, clockKey }: TaskOptions): Task {
    const task: Task = {
      id: `${kind}-${this.state.tasksOpened + 1}`,
      kind,
      role,
      assigneeId,
      openedAt: this.now,
      clockKey: clockKey ?? null,
    }
    this.emit('taskOpened', { task })
    return task
  }

  task(kind: TaskKind): Task | undefined {
    return this.state.tasks.find((task) => task.kind === kind)
  }

  closeTasks(...kinds: readonly TaskKind[]): void {
    for (const task of this.state.tasks) {
      if (kinds.includes(task.kind)) this.emit('taskClosed', { taskId: task.id })
    }
  }

  #calendarOf(found: ClaimClock) {
    const calendar = this.facts.calendars.get(found.clock.calendarVersion)
    assert(calendar !== undefined, `calendar ${found.clock.calendarVersion} was loaded`)
    return calendar
  }
}
