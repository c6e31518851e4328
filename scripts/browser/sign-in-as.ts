import { readFileSync } from 'node:fs'
import type { Visitor } from './visitor.ts'

interface SignIn {
  readonly role: string
  readonly account: string
  readonly password: string
}

const signIns = JSON.parse(
  readFileSync(new URL('../demonstration-sign-ins.json', import.meta.url), 'utf8'),
) as readonly SignIn[]

/** Signs in with an account of the demonstration, in the face where it belongs, or with a customer's telephone. */
export async function signInAs(visitor: Visitor, account: string): Promise<void> {
  const found = signIns.find((one) => one.account === account)
  if (found === undefined && /^1\d{10}$/.test(account)) return visitor.signInCustomer(account)
  if (found === undefined) throw new Error(`Nobody of the demonstration signs in as ${account}.`)
  if (found.role === 'customer') await visitor.signInCustomer(account)
  else await visitor.signInStaff(account, found.password)
}
