import {
  condition,
  defineQuery,
  defineSignal,
  isCancellation,
  patched,
  proxyLocalActivities,
  setHandler,
  TemporalFailure,
  workflowInfo,
} from '@temporalio/workflow'
import type { ClaimActivities } from '../activities/claim-activities.ts'
import type { CommandBodies, CommandType } from '../domain/claim/commands.ts'
import type { Stage } from '../domain/claim/stages.ts'
import type { Instant } from '../domain/time/instant.ts'
import { assert } from '../domain/errors.ts'
import { Alarm } from './alarm.ts'
import {
  claimStateQuery,
  commandOptions,
  firstVersion,
  presentWay,
  ways,
  toldSignal,
  turnOptions,
  type ClaimAnswer,
  type ClaimInput,
  type IssuedAnswer,
  type News,
} from './messages.ts'

/** Commands are short, idempotent and their row is the truth: a local activity is enough, and cheaper. */
const { issueCommand, takeFastTrack } = proxyLocalActivities<ClaimActivities>(turnOptions)
const { readClaim } = proxyLocalActivities<ClaimActivities>(commandOptions)

const told = defineSignal<[News]>(toldSignal)
const claimState = defineQuery<ClaimAnswer>(claimStateQuery)

/** After a command that changed nothing the workflow looks again no sooner than this, and ever later. */
const patience = 5000
const longestPatience = 5 * 60_000
/** The same after one that failed: the database may be back at any time. */
const longestPatienceWithFailure = 60_000

const patienceAfter = (times: number, longest: number) => Math.min(longest, patience * 2 ** times)

/** The claim as the workflow knows it: the newest state that it was told or that a command answered. */
export class FollowedClaim {
  readonly claimId: string
  /** Whether the run was started in the way of one alarm, or a later one; one from before goes on in its own. */
  readonly hasOneAlarm: boolean
  readonly #goesInTurn: boolean
  #told: News | null
  #doing: CommandType | null = null
  readonly #waits = new Set<{ readonly until: Instant }>()
  readonly #alarm = new Alarm(
    () => this.#waitsUntil,
    () => this.#mayAct,
  )
  #commands = 0
  /** Activities under way: one at most, but for what a run from before had begun. */
  #underWay = 0
  #fruitless = 0
  #wasArchived = false

  constructor({ claimId, known, way }: ClaimInput) {
    assert((way ?? 1) <= presentWay, 'a run of a later version waits for a worker that knows its way')
    this.claimId = claimId
    this.hasOneAlarm = (way ?? 1) >= ways.oneAlarm
    this.#goesInTurn = (way ?? 1) >= ways.inTurn
    this.#told = known ?? null
    setHandler(told, (news) => this.take(news))
    setHandler(claimState, () => this.#answer())
  }

  /**
   * The row is where every run begins; what was told meanwhile may already be newer. Only the run that is started
   * with the claim's first news has nothing to look up.
   */
  async begin(): Promise<void> {
    if (this.hasOneAlarm && this.#told?.version === firstVersion) return
    this.take(await readClaim({ claimId: this.claimId }))
  }

  /** The newest version of the newest epoch wins: lost, late, double and reordered tells do no harm. */
  take(news: News): void {
    const known = this.#told
    const newer =
      known === null ||
      news.epoch > known.epoch ||
      (news.epoch === known.epoch && news.version > known.version)
    if (!newer) return
    this.#told = news
    this.#fruitless = 0
    this.#wasArchived ||= news.stage === 'archived'
  }

  /**
   * A round of the claim's life. Once it has been archived the round is over for all who work
   * on it, even if it is reopened before the last of them has noticed: they begin anew together.
   */
  beginRound(): void {
    this.#wasArchived = this.isArchived
  }

  /** The last of a run. A timer that was armed in its last task is then not even started. */
  end(): void {
    this.#alarm.off()
  }

  get told(): News {
    assert(this.#told !== null, 'the row is read before anything else')
    return this.#told
  }

  get stage(): Stage {
    return this.told.stage
  }

  get isArchived(): boolean {
    return this.told.stage === 'archived'
  }

  /** Every wait ends when the history has grown long: nothing but the snapshot is carried on. */
  get mustContinue(): boolean {
    return workflowInfo().continueAsNewSuggested
  }

  get isOver(): boolean {
    return this.#wasArchived || this.mustContinue
  }

  /**
   * Issues a command and takes its answer. One that changed nothing, because it was refused
   * or because our clock is ahead of the database's, asks for patience.
   */
  async command<T extends CommandType>(type: T, body: CommandBodies[T]): Promise<void> {
    await this.#ask(type, (key) => issueCommand({ claimId: this.claimId, type, body, key }))
  }

  /** Lets software do what there is for it in this stage. */
  async goAlone(): Promise<void> {
    const { claimId, stage } = this
    await this.#ask('tryFastTrack', (key) => takeFastTrack({ claimId, stage, key }))
  }

  async #ask(doing: CommandType, activity: (key: string) => Promise<IssuedAnswer>): Promise<void> {
    this.#commands += 1
    // Named by its type, too: after a lost task the same work may be begun in another order.
    const key = `workflow:${workflowInfo().runId}:${this.#commands}:${doing}`
    const before = this.told.version
    const isPast = () => this.isOver || this.told.version !== before
    const done = await this.inTurn(async () => {
      this.#doing = doing
      try {
        this.take((await activity(key)).told)
      } finally {
        this.#doing = null
      }
    }, isPast)
    if (!done || this.told.version !== before) return
    const pause = patienceAfter(this.#fruitless, longestPatience)
    this.#fruitless += 1
    await this.wait(Date.now() + pause, isPast)
  }

  /**
   * Lets an activity run, none beside another. One that fails lets the others go first and is tried again, until it is
   * done or past.
   *
   * @returns whether it was done.
   */
  async inTurn(work: () => Promise<void>, isPast: () => boolean): Promise<boolean> {
    for (let failures = 0; ; failures += 1) {
      while (this.#underWay > 0 && this.#mustWait) await condition(() => this.#underWay === 0)
      if (isPast()) return false
      if (await this.#tried(work)) return true
      await this.wait(Date.now() + patienceAfter(failures, longestPatienceWithFailure), isPast)
    }
  }

  async #tried(work: () => Promise<void>): Promise<boolean> {
    this.#underWay += 1
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error
      return false
    } finally {
      this.#underWay -= 1
    }
  }

  /**
   * While an activity is under way its claim does nothing else but take news. A replay is given the activity's answer
   * together with all that came during the same task: other answers, news and timers. Whatever was begun between
   * them would not be begun again.
   */
  get #mayAct(): boolean {
    return !this.#goesInTurn || this.#underWay === 0
  }

  // 2026-11-28: runs from before do so from now on, too, as far as other activities go; what they have had under way
  // at once stays as it was. Remove the second half when no claim from before runs any more.
  get #mustWait(): boolean {
    return this.#goesInTurn || patched('2026-11-28-in-turn')
  }

  /** Waits until something that matters has changed, or the instant has come; null waits for a change alone. */
  async wait(until: Instant | null, changed: () => boolean): Promise<void> {
    const ended = () => this.#mayAct && (this.isOver || changed())
    if (until === null) return condition(ended)
    const wait = { until }
    this.#waits.add(wait)
    if (this.hasOneAlarm) {
      this.#alarm.arm()
      await condition(() => ended() || (this.#mayAct && until <= Date.now()))
    } else await condition(ended, Math.max(1, until - Date.now()))
    this.#waits.delete(wait)
  }

  #answer(): ClaimAnswer {
    const known = this.#told
    return {
      told: known === null ? null : { ...known, claimId: this.claimId },
      waitsUntil: this.#waitsUntil,
      doing: this.#doing,
    }
  }

  get #waitsUntil(): Instant | null {
    const instants = [...this.#waits].map(({ until }) => until).filter((until) => until > Date.now())
    return instants.length === 0 ? null : Math.min(...instants)
  }
}
