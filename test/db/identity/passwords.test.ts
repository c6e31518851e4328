import { describe, expect, it } from 'vitest'
import { hashPassword, passwordCheck } from '../../../db/identity/passwords.ts'

describe('a password', () => {
  const check = passwordCheck()

  it('is kept as argon2id with the cost that OWASP names, and a salt of its own', async () => {
    const [one, other] = [await hashPassword('a long password'), await hashPassword('a long password')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(await check(one, 'a long password')).toBe(true)
    expect(await check(one, 'a long passwort')).toBe(false)
  })

  it('is the same on a keyboard that composes letters differently', async () => {
    const stored = await hashPassword('caf\u00e9 und mehr')
    expect(await check(stored, 'cafe\u0301 und mehr')).toBe(true)
  })

  it('is right for nobody who has none', async () => {
    for (const guess of ['', 'null', 'a long password']) expect(await check(null, guess)).toBe(false)
  })
})
