/**
 * The statements of a recorded claim again, over the driver alone: the same texts with the same values in the same
 * transactions, under fresh ids. What the product adds to that is what it costs.
 */
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { RecordedClaim } from './record.ts'
import type { Statement } from './statements.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What stands in the statements and is not the claim's own: it stays as it is. */
export interface Surroundings {
  /** Ids that were there before the claim: people, accounts, branches, rules. */
  readonly known: ReadonlySet<string>
  readonly policyId: string
  /** Each claim has a policy of its own, in the recording as in the replay. */
  readonly policies: readonly string[]
  /** Texts that only one claim may have: its number, the references of its payments. */
  readonly unique: readonly string[]
}

/** Gives the values of one replayed claim. */
function renamer({ known, policyId, unique }: Surroundings, policy: string): (value: unknown) => unknown {
  const names = new Map([[policyId, policy]])
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? (known.has(id) ? id : randomUUID())
    names.set(id, name)
    return name
  }
  const others = unique.map(
    (text) =>
      [text, text.slice(0, -12) + randomUUID().replaceAll(/\D/g, '').padEnd(12, '7').slice(0, 12)] as const,
  )
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== 'string') return value
    return others.reduce((text, [from, to]) => text.replaceAll(from, to), value.replaceAll(uuid, nameOf))
  }
  return renamed
}

/** One connection that replays one claim after the other. */
export class Replayer {
  readonly #client: Client
  readonly #claim: RecordedClaim
  readonly #surroundings: Surroundings

  private constructor(client: Client, claim: RecordedClaim, surroundings: Surroundings) {
    this.#client = client
    this.#claim = claim
    this.#surroundings = surroundings
  }

  static async connect(url: string, claim: RecordedClaim, surroundings: Surroundings): Promise<Replayer> {
    const client = new Client({ connectionString: url })
    await client.connect()
    return new Replayer(client, claim, surroundings)
  }

  /** Answers with the milliseconds of each decision. */
  async replay(number: number): Promise<readonly number[]> {
    const { policies } = this.#surroundings
    const rename = renamer(
      this.#surroundings,
      policies[number % policies.length] ?? this.#surroundings.policyId,
    )
    const times: number[] = []
    for (const { statements } of this.#claim.decisions) {
      const renamed = statements.map((one): Statement => ({ ...one, values: one.values.map(rename) }))
      const began = performance.now()
      for (const { text, name, values } of renamed)
        await this.#client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
      times.push(performance.now() - began)
    }
    return times
  }

  close(): Promise<void> {
    return this.#client.end()
  }
}
