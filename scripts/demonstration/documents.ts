import { readFileSync } from 'node:fs'

/** One of the JSON files beside this one. */
export function demonstrationDocument(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))
}

export interface SignIn {
  readonly role: string
  readonly account: string
  readonly password: string
  readonly note: string
}

/** Everybody who can sign in to a demonstration. The passwords are public: they protect nothing. */
export function demonstrationSignIns(): readonly SignIn[] {
  return JSON.parse(
    readFileSync(new URL('../demonstration-sign-ins.json', import.meta.url), 'utf8'),
  ) as readonly SignIn[]
}
