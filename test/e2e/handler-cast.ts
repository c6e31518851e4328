/** The demonstration's people over HTTP, for what a journey finds done; and their accounts, to sign in on a page. */
import { readFileSync } from 'node:fs'
import { inject } from 'vitest'
import { Cast, type Colleague } from '../../scripts/demo/cast.ts'
import type { Rewrite } from '../../scripts/demo/http-client.ts'

interface SignIn {
  readonly account: string
  readonly note: string
}

const signIns = JSON.parse(
  readFileSync(new URL('../../scripts/demonstration-sign-ins.json', import.meta.url), 'utf8'),
) as readonly SignIn[]

/** @param rewrite is what they do to the bodies that they send. */
export function openCast(rewrite?: Rewrite): Cast {
  const addresses = { api: inject('journeysApi'), bank: '', ...(rewrite === undefined ? {} : { rewrite }) }
  return Cast.resume(addresses, inject('journeysCast'))
}

/** The note of a sign-in begins with the name of its person. */
export async function accountOf({ http }: Colleague): Promise<string> {
  const { name } = await http.get<{ name: string }>('/me')
  const found = signIns.find(({ note }) => note.startsWith(name))
  if (found === undefined) throw new Error(`${name} has no account.`)
  return found.account
}
