import {
  condition,
  defineQuery,
  defineSignal,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { ClaimActivities } from '../activities/claim-activities.ts'
import type { CommandBodies, CommandType } from '../domain/claim/commands.ts'
import type { Stage } from '../domain/claim/stages.ts'
import type { Told } from '../domain/claim/told.ts'
import { assert } from '../domain/errors.ts'
import { claimStateQuery, toldSignal, type ClaimAnswer } from './messages.ts'

/** Commands are short, idempotent and their row is the truth: a local activity is enough, and cheaper. */
const { issueCommand, readClaim } = proxyLocalActivities<ClaimActivities>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
})

const told = defineSignal<[Told]>(toldSignal)
const claimState = defineQuery<ClaimAnswer>(claimStateQuery)

/** After a refusal or an early timer the workflow looks again no sooner than this. */
const patience = 5000

/** The claim as the workflow knows it: the newest state that it was told or that a command answered. */
export class FollowedClaim {
  readonly claimId: string
  #told: Told | null
  #doing: CommandType | null = null
  #waitsUntil: number | null = null
  #commands = 0

  constructor(claimId: string, known: Told | undefined) {
    this.claimId = claimId
    this.#told = known ?? null
    setHandler(told, (news) => this.take(news))
    setHandler(claimState, () => ({ told: this.#told, waitsUntil: this.#waitsUntil, doing: this.#doing }))
  }

  /** The row is where every run begins; what was told meanwhile may already be newer. */
  async begin(): Promise<void> {
    this.take(await readClaim({ claimId: this.claimId }))
  }

  /** The newest version of the newest epoch wins: lost, late, double and reordered tells do no harm. */
  take(news: Told): void {
    const known = this.#told
    const newer =
      known === null ||
      news.epoch > known.epoch ||
      (news.epoch === known.epoch && news.version > known.version)
    if (newer) this.#told = news
  }

  get told(): Told {
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
    return this.isArchived || this.mustContinue
  }

  /** Issues a command and takes its answer. A refusal leaves the claim as it is and asks for patience. */
  async command<T extends CommandType>(type: T, body: CommandBodies[T]): Promise<void> {
    this.#doing = type
    this.#commands += 1
    const key = `workflow:${workflowInfo().runId}:${this.#commands}`
    const before = this.told.version
    const answer = await issueCommand({ claimId: this.claimId, type, body, key })
    this.take(answer.told)
    this.#doing = null
    if (answer.refused !== null && this.told.version === before) await this.#changeWithin(patience)
  }

  /** Waits until something that matters has changed, or the instant has come; null waits for a change alone. */
  async wait(until: number | null, changed: () => boolean): Promise<void> {
    this.#waitsUntil = until
    const ended = () => this.mustContinue || changed()
    if (until === null) await condition(ended)
    else await condition(ended, Math.max(1, until - Date.now()))
    this.#waitsUntil = null
  }

  async #changeWithin(milliseconds: number): Promise<void> {
    const { version } = this.told
    await condition(() => this.mustContinue || this.told.version !== version, milliseconds)
  }
}
