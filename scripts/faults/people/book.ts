/** The policies of the run: bought in stocks, so that a run of hours never reports twice on one loss. */
import type { Contract, Insured, Relative } from '../../demo/policies.ts'
import { policyFile, someoneInsured } from '../../demo/policies.ts'
import { accident, commercialMotor, coverage } from '../../demo/scenarios/contracts.ts'
import type { Seeded } from '../seeded.ts'
import type { Operation } from './person.ts'

const branchCode = '3101'
const stock = 40

/** Small medical bills, of up to three people of one policy; and repairs of cars, of any size. */
const contracts = {
  bill: accident(coverage('accidentMedical', '20000', { rate: '1' })),
  repair: commercialMotor('2020', [coverage('ownDamage', '300000')]),
} as const satisfies Record<string, Contract>
export type Kind = keyof typeof contracts

export interface Sold {
  readonly kind: Kind
  readonly insured: Insured
  /** Whose policy it is, by their place among the customers. */
  readonly customer: number
}

const first: Contract = contracts.bill

export class Book {
  readonly #random: Seeded
  readonly #customers: readonly Relative[]
  readonly #unused: Readonly<Record<Kind, Sold[]>> = { bill: [], repair: [] }
  readonly #buy: (order: Operation) => Promise<boolean>
  #buying: Promise<unknown> = Promise.resolve()

  /** @param buy hands a document of policies in, and says whether it was taken. */
  constructor(random: Seeded, customers: number, buy: (order: Operation) => Promise<boolean>) {
    this.#random = random
    this.#customers = Array.from({ length: customers }, () => someoneInsured(first))
    this.#buy = buy
  }

  get customers(): readonly Relative[] {
    return this.#customers
  }

  /** So that everybody is known to the insurer before they sign in. */
  async stockUp(): Promise<void> {
    for (const kind of ['bill', 'repair'] as const) await this.#restock(kind)
  }

  /** A policy that nobody has reported on yet. */
  async next(kind: Kind): Promise<Sold> {
    const found = this.#unused[kind].shift()
    if (found !== undefined) return found
    const bought = this.#buying.then(() => (this.#unused[kind].length > 0 ? undefined : this.#restock(kind)))
    this.#buying = bought.catch(() => undefined)
    await bought
    return this.next(kind)
  }

  async #restock(kind: Kind): Promise<void> {
    const contract = contracts[kind]
    const all = Array.from({ length: stock }, (_, index) => {
      const customer = index % this.#customers.length
      const holder = this.#customers[customer]
      const family = kind === 'bill' ? this.#family(holder) : []
      return { kind, customer, insured: { ...someoneInsured(contract, holder), family } }
    })
    const taken = await this.#buy({
      type: 'importPolicies',
      method: 'POST',
      path: '/policies/imports',
      claimId: null,
      args: { kind, policies: all.map(({ insured }) => insured.policyNumber) },
      body: policyFile(
        contract,
        branchCode,
        all.map(({ insured }) => insured),
      ),
    })
    if (!taken) throw new Error('The policies of the run were refused.')
    this.#unused[kind].push(...all)
  }

  /** Told apart by their surnames, which are all that a screen shows of them. */
  #family(holder: Relative | undefined): readonly Relative[] {
    const known = new Set([holder?.name.at(0)])
    const family: Relative[] = []
    for (let wanted = this.#random.between(1, 2); wanted > 0;) {
      const someone = someoneInsured(first)
      if (known.has(someone.name.at(0))) continue
      known.add(someone.name.at(0))
      family.push({ name: someone.name, phone: someone.phone, identityNumber: someone.identityNumber })
      wanted -= 1
    }
    return family
  }
}
