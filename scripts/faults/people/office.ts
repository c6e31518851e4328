/** Everybody who acts in the run, signed in, each with the right to be found by their role. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Addresses } from '../../demo/cast.ts'
import { HttpClient } from '../../demo/http-client.ts'
import type { Seeded } from '../seeded.ts'
import { Book } from './book.ts'
import { type Identity, Person, type Rules } from './person.ts'

interface SignIn {
  readonly role: string
  readonly account: string
  readonly password: string
}

interface Me {
  readonly accountId: string
  readonly personId: string
  readonly limits?: readonly { readonly line: string | null; readonly limitMinor: number }[]
}

const customers = 6
const mostSignIns = 6
const staffRoles = ['handler', 'surveyor', 'adjuster', 'approver', 'finance', 'auditor', 'administrator']
/** Two accounts of one person would only be a second right to the same mistakes. */
const notNeeded = new Set(['tang.jie.mobile', 'yuan.li', 'shen.yue'])

const signIns = JSON.parse(
  readFileSync(new URL('../../demonstration-sign-ins.json', import.meta.url), 'utf8'),
) as readonly SignIn[]

export class Office {
  readonly book: Book
  /** Where finance looks into the bank's books. */
  readonly bank: string
  readonly #people: readonly Person[]
  #reader = 0

  private constructor(bank: string, book: Book, people: readonly Person[]) {
    this.bank = bank
    this.book = book
    this.#people = people
  }

  /** @param known book, whose customers come back: nobody buys anything more of it. */
  static async signIn({ api, bank }: Addresses, random: Seeded, rules: Rules, known?: Book): Promise<Office> {
    const staff: Person[] = []
    for (const { role, account, password } of signIns) {
      if (!staffRoles.includes(role) || notNeeded.has(account)) continue
      const http = await again(() => new HttpClient(api).signInStaff(account, password))
      staff.push(new Person(http, await identityOf(http, role), rules))
    }
    const seller = staff.find(({ identity }) => identity.role === 'administrator')
    if (seller === undefined) throw new Error('Nobody signs in as administrator.')
    const book =
      known ??
      new Book(random.fork('book'), customers, async (order) => {
        const { outcome } = await seller.perform(order)
        return outcome === 'ok'
      })
    if (known === undefined) await book.stockUp()
    const signedIn = await Promise.all(
      book.customers.map(async ({ phone }) => {
        const http = await again(() => new HttpClient(api).signInCustomer(phone))
        return new Person(http, await identityOf(http, 'customer'), rules)
      }),
    )
    return new Office(bank, book, [...staff, ...signedIn])
  }

  get size(): number {
    return this.#people.length
  }

  all(role: string): readonly Person[] {
    return this.#people.filter(({ identity }) => identity.role === role)
  }

  find(personId: string | null): Person | undefined {
    return personId === null ? undefined : this.#people.find(({ id }) => id === personId)
  }

  /** The customers in the order in which the book has them. */
  customer(index: number): Person {
    const all = this.all('customer')
    const found = all[index % all.length]
    if (found === undefined) throw new Error('There are no customers.')
    return found
  }

  /** Somebody of the staff who looks into a claim, each in turn. */
  nextReader(): Person {
    const readers = this.#people.filter(({ identity }) =>
      ['handler', 'adjuster', 'approver', 'finance', 'auditor'].includes(identity.role),
    )
    this.#reader += 1
    const reader = readers[this.#reader % readers.length]
    if (reader === undefined) throw new Error('Nobody reads claims.')
    return reader
  }
}

/** A sign-in that failed is begun anew: what is wrong with a product that is tried out is seen by the checker, not here. */
async function again<T>(signIn: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await signIn()
    } catch (error) {
      if (tries === mostSignIns) throw error
      await sleep(tries * 500)
    }
  }
}

async function identityOf(http: HttpClient, role: string): Promise<Identity> {
  const { accountId, personId, limits = [] } = await http.get<Me & Record<string, unknown>>('/me')
  const general = limits.filter(({ line }) => line === null).map(({ limitMinor }) => limitMinor)
  return { accountId, personId, role, limitMinor: Math.max(0, ...general) }
}
