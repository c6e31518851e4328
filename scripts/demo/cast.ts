/** The people of the demonstration insurer, signed in once each. */
import { readFileSync } from 'node:fs'
import { HttpClient, type Rewrite, type Session } from './http-client.ts'

interface SignIn {
  readonly role: string
  readonly account: string
  readonly password: string
}

interface Limit {
  readonly line: string | null
  readonly limitMinor: number
}

/** Where the product, its bank and its message gateway listen. */
export interface Addresses {
  readonly api: string
  readonly bank: string
  /** Undefined where the product itself shows the messages, as the embedded one does. */
  readonly messageGateway?: string | undefined
  /** What everybody of the cast does to the bodies that they send. */
  readonly rewrite?: Rewrite
}

export interface Colleague {
  readonly personId: string
  /** What they sign in with. */
  readonly account: string
  readonly role: string
  readonly limitMinor: number
  readonly http: HttpClient
}

/** A colleague as they can be handed to another process. */
export type SignedIn = Omit<Colleague, 'http'> & { readonly session: Session }

const signIns = JSON.parse(
  readFileSync(new URL('../demonstration-sign-ins.json', import.meta.url), 'utf8'),
) as readonly SignIn[]

const staffRoles = new Set([
  'handler',
  'surveyor',
  'adjuster',
  'approver',
  'finance',
  'auditor',
  'administrator',
])

export class Cast {
  readonly api: string
  readonly bank: string
  readonly messageGateway: string | undefined
  readonly #rewrite: Rewrite | undefined
  readonly #colleagues: readonly Colleague[]

  private constructor({ api, bank, messageGateway, rewrite }: Addresses, colleagues: readonly Colleague[]) {
    this.api = api
    this.#rewrite = rewrite
    this.bank = bank
    this.messageGateway = messageGateway
    this.#colleagues = colleagues
  }

  static async signIn(addresses: Addresses): Promise<Cast> {
    const colleagues: Colleague[] = []
    for (const { role, account, password } of signIns.filter((one) => staffRoles.has(one.role))) {
      const http = await new HttpClient(addresses.api, addresses.rewrite).signInStaff(account, password)
      const me = await http.get<{ personId: string; limits?: readonly Limit[] }>('/me')
      const limits = me.limits?.filter((limit) => limit.line === null).map((limit) => limit.limitMinor) ?? []
      colleagues.push({ personId: me.personId, account, role, limitMinor: Math.max(0, ...limits), http })
    }
    return new Cast(addresses, colleagues)
  }

  /** The same people in the sessions that they have: signing in is dear, and limited for each address. */
  static resume(addresses: Addresses, people: readonly SignedIn[]): Cast {
    const colleagues = people.map(({ session, ...colleague }) => ({
      ...colleague,
      http: new HttpClient(addresses.api, addresses.rewrite).resume(session),
    }))
    return new Cast(addresses, colleagues)
  }

  get signedIn(): readonly SignedIn[] {
    return this.#colleagues.map(({ http, ...colleague }) => ({ ...colleague, session: http.session }))
  }

  /** Somebody from outside, signed in by a code. */
  async customer(phone: string): Promise<HttpClient> {
    return new HttpClient(this.api, this.#rewrite).signInCustomer(phone, this.messageGateway)
  }

  all(role: string): readonly Colleague[] {
    return this.#colleagues.filter((one) => one.role === role)
  }

  any(role: string): Colleague {
    const [found] = this.all(role)
    if (found === undefined) throw new Error(`Nobody signs in as ${role}.`)
    return found
  }

  person(personId: string): Colleague {
    const found = this.#colleagues.find((one) => one.personId === personId)
    if (found === undefined) throw new Error(`The person ${personId} does not sign in here.`)
    return found
  }

  /** Somebody who may approve the amount and has not approved it yet: the smallest authority that suffices. */
  approver(limitMinor: number, used: ReadonlySet<string>): Colleague {
    const [found] = this.all('approver')
      .filter((one) => one.limitMinor >= limitMinor && !used.has(one.personId))
      .toSorted((a, b) => a.limitMinor - b.limitMinor)
    if (found === undefined) throw new Error(`Nobody may approve ${limitMinor} fen.`)
    return found
  }
}
