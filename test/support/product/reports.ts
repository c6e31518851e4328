/** First notices of loss in numbers, by handlers on the telephone. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cast } from '../../../scripts/demo/cast.ts'
import type { HttpClient } from '../../../scripts/demo/http-client.ts'
import { type Insured, takeOutMany } from '../../../scripts/demo/policies.ts'
import { commercialMotor, coverage } from '../../../scripts/demo/scenarios/contracts.ts'

const branchCode = '3101'

export interface Report {
  readonly reporter: HttpClient
  readonly key: string
  readonly body: object
}

/** A claim as its report was answered. */
export interface Reported {
  readonly claimId: string
  readonly caseNumber: string
  readonly contactId: string
}

/** A book of motor policies, and reports on them: no two alike, so that none is taken for another's duplicate. */
export class Reports {
  readonly #cast: Cast
  readonly #policies: readonly Insured[]
  #made = 0

  private constructor(cast: Cast, policies: readonly Insured[]) {
    this.#cast = cast
    this.#policies = policies
  }

  static async create(cast: Cast, policies: number): Promise<Reports> {
    const contract = commercialMotor('2020', [coverage('ownDamage', '300000')])
    return new Reports(cast, await takeOutMany(cast, contract, branchCode, policies))
  }

  next(): Report {
    const number = this.#made
    this.#made += 1
    const handlers = this.#cast.all('handler')
    const reporter = handlers[number % handlers.length]?.http ?? this.#cast.any('handler').http
    const { policyNumber, plate } = this.#policies[number % this.#policies.length] ?? {}
    const day = Math.floor(number / this.#policies.length) % 300
    const lossAt = new Date(Date.UTC(2023, 0, 2 + day, 3, 20)).toISOString()
    const narrative = `第${number}起：倒车时碰撞护栏，后保险杠破损。`
    const loss = { cause: 'collision', lossAt, estimatedMinor: 300_000 }
    return { reporter, key: randomUUID(), body: { policyNumber, plate, ...loss, narrative } }
  }

  many(count: number): readonly Report[] {
    return Array.from({ length: count }, () => this.next())
  }
}

/** Does the work for every item, so many at a time, and hands the answers back in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = []
  const waiting = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers
}

/** A report that was sent, and what came of it. */
export interface Sent {
  readonly report: Report
  /** What the reporter holds; absent when another answer came or none. */
  readonly acknowledged: Reported | undefined
  /** Absent when the connection broke before an answer. */
  readonly status: number | undefined
  readonly retryAfter: string | null
}

export async function send(report: Report): Promise<Sent> {
  try {
    const { status, body, retryAfter } = await report.reporter.postOnce<Reported>(
      '/claims',
      report.body,
      report.key,
    )
    return { report, status, retryAfter, acknowledged: status === 201 ? body : undefined }
  } catch {
    return { report, status: undefined, retryAfter: null, acknowledged: undefined }
  }
}

/** Sends each again under its key, as often as the product asks for it. */
export async function sendUntilTaken(reports: readonly Report[]): Promise<readonly Sent[]> {
  return inParallel(reports, 4, async (report) => {
    for (let tries = 1; ; tries += 1) {
      const sent = await send(report)
      if (sent.status !== 503 || tries === 20) return sent
      await sleep(500)
    }
  })
}
