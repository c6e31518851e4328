/**
 * People at work beside what a drill does by itself. Every claim of theirs is paid another amount, once and as it was
 * worked out first, so that the bank's journal alone tells who was paid how often.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { JournalRow } from '../bank-simulator/store-schema.ts'
import type { Addresses } from '../demo/cast.ts'
import type { Book } from '../faults/people/book.ts'
import { ClaimFile, type ClaimView, type Step } from '../faults/people/claim-file.ts'
import { report } from '../faults/people/day.ts'
import { Office } from '../faults/people/office.ts'
import { stepsOf } from '../faults/people/steps.ts'
import { type Attempted, RunFolder } from '../faults/run-folder.ts'
import { Seeded } from '../faults/seeded.ts'

const pause = 200
/** Above what the drills' own claims cost, below what is surveyed for the first hundred claims. */
const cheapestYuan = 3100
const apartYuan = 10

/** Nothing is disputed, returned or withdrawn: a claim that is worked out a second time would be paid another amount. */
class Steady extends Seeded {
  override fork(name: string): Seeded {
    return new Steady(`steady/${name}`)
  }

  override chance(): boolean {
    return false
  }
}

interface Kept {
  readonly folder: RunFolder
  readonly givenUp: AbortController
  /** The number of the next claim, across restarts. */
  readonly first: number
}

export class People {
  readonly files = new Map<string, ClaimFile>()
  readonly #office: Office
  readonly #folder: RunFolder
  readonly #givenUp: AbortController
  readonly #first: number
  #reported = 0

  private constructor(office: Office, { folder, givenUp, first }: Kept) {
    this.#office = office
    this.#folder = folder
    this.#givenUp = givenUp
    this.#first = first
  }

  static async signIn(urls: Addresses): Promise<People> {
    const folder = new RunFolder(mkdtempSync(join(tmpdir(), 'lipei-drill-people-')))
    return People.#come(urls, { seed: 'people', folder, first: 0 })
  }

  /** The same people on a product that was started anew: they carry on the claims that they had. */
  static async signInAgain(urls: Addresses, before: People): Promise<People> {
    const people = await People.#come(urls, {
      seed: 'people',
      folder: before.#folder,
      first: before.#next,
      book: before.#office.book,
    })
    for (const file of before.files.values()) people.#takeUp(file)
    return people
  }

  /** Others with policies of their own, for reports after a restore that has lost some of the earlier policies. */
  static async signInAfresh(urls: Addresses, before: People): Promise<People> {
    return People.#come(urls, { seed: 'afresh', folder: before.#folder, first: before.#next })
  }

  static async #come(
    urls: Addresses,
    { seed, folder, first, book }: Pick<Kept, 'folder' | 'first'> & { seed: string; book?: Book },
  ): Promise<People> {
    const givenUp = new AbortController()
    const rules = { folder, givenUp: givenUp.signal, again: () => false }
    const office = await Office.signIn(urls, new Steady(seed), rules, book)
    return new People(office, { folder, givenUp, first })
  }

  /** Every attempt of everybody, also of before a restart. */
  get attempts(): readonly Attempted[] {
    return this.#folder.attempts
  }

  get #next(): number {
    return this.#first + this.#reported
  }

  removeRecords(): void {
    this.#folder.remove()
  }

  /** Nobody waits for an answer any more. */
  giveUp(): void {
    this.#givenUp.abort()
  }

  /** Reports claims and carries each as far as it goes before it is over, so many at the same time. */
  async work(atOnce: number, over: AbortSignal): Promise<void> {
    const desk = async (): Promise<void> => {
      while (!over.aborted) {
        const file = await this.#report()
        if (file === undefined) await sleep(pause)
        else await this.#carry(file, over)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, desk))
  }

  /** Answers which claims were not at their end in time. */
  async finish(claimIds: readonly string[], within: number): Promise<readonly string[]> {
    const over = AbortSignal.timeout(within)
    const waiting = claimIds.values()
    const left: string[] = []
    const desk = async (): Promise<void> => {
      for (const claimId of waiting) {
        const file = this.files.get(claimId)
        if (file === undefined || !(await this.#carry(file, over))) left.push(claimId)
      }
    }
    await Promise.all(Array.from({ length: 8 }, desk))
    return left
  }

  async #report(): Promise<ClaimFile | undefined> {
    const yuan = cheapestYuan + apartYuan * this.#next
    this.#reported += 1
    const sold = await this.#office.book.next('repair')
    const file = new ClaimFile(this.#office, new Steady(String(yuan)), sold, yuan)
    if (!(await report(file))) return undefined
    this.files.set(file.claimId, file)
    return file
  }

  #takeUp({ claimId, sold, yuan }: ClaimFile): void {
    const file = new ClaimFile(this.#office, new Steady(String(yuan)), sold, yuan)
    file.claimId = claimId
    this.files.set(claimId, file)
  }

  async #carry(file: ClaimFile, over: AbortSignal): Promise<boolean> {
    while (!over.aborted) {
      const view = await file.look()
      if (view?.claim.stage === 'afterCare' || view?.claim.stage === 'archived') return true
      const step = view === undefined ? undefined : await this.#stepOf(file, view)
      if (step === undefined) await sleep(pause)
      else file.heard(step.operation, await step.by.perform(step.operation))
    }
    return false
  }

  async #stepOf(file: ClaimFile, view: ClaimView): Promise<Step | undefined> {
    const stray = await this.#strayOf(file, view)
    if (stray !== undefined) return stray
    const steps = await stepsOf(file, view)
    return steps.length === 0 ? undefined : file.random.pick(steps)
  }

  /** The bank has paid the amount under a reference that a restore lost: two people see it in the bank's books. */
  async #strayOf(file: ClaimFile, { claim }: ClaimView): Promise<Step | undefined> {
    const intent = claim.intents.find(
      ({ status, suspense }) => status === 'suspense' && suspense?.reason === 'strayPayment',
    )
    if (intent === undefined) return undefined
    const response = await fetch(`${this.#office.bank}/control/journal`)
    const { rows } = (await response.json()) as { rows: readonly JournalRow[] }
    const paid = rows.some(
      ({ kind, amountMinor }) => kind === 'executed' && amountMinor === intent.amountMinor,
    )
    const by = this.#office.all('finance').find(({ id }) => id !== intent.suspense?.proposal?.by)
    if (by === undefined) return undefined
    const body = { outcome: paid ? 'paid' : 'failed' }
    return {
      by,
      operation: file.on('resolveSuspense', `/payments/${intent.id}/suspense-resolution`, body),
    }
  }
}
