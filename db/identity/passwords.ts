import { hash, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Characters that a password may have. */
export const passwordLength = { minimum: 12, maximum: 200 }

/** Two keyboards may compose the same letter differently; the password is the same. */
const normalised = (password: string) => password.normalize('NFKC')

export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), cost)
}

export type PasswordCheck = (stored: string | null, password: string) => Promise<boolean>

/**
 * Checks a password. Where there is nothing to compare with it still does the work, against the hash of a
 * password that nobody knows: an unknown user name must not be told by the quicker answer.
 */
export function passwordCheck(): PasswordCheck {
  const nobody = hashPassword(randomBytes(32).toString('base64url'))
  return async (stored, password) => {
    const right = await verify(stored ?? (await nobody), normalised(password))
    return right && stored !== null
  }
}
