/**
 * `npm run first-administrator`: gives a database that has no administrator its first two (docs/operations.md).
 * Options are given twice, once a person. Passwords are made and shown once, or with `--passwords` read from standard
 * input, a line each in the same order: arguments are seen by everybody on the machine.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { administer } from '../db/administer.ts'
import { canonical } from '../db/canonical.ts'
import { systemSender } from '../db/commands.ts'
import { staffLogin } from '../db/identity/accounts.ts'
import { createFirstAdministrators, type FirstAdministrator } from '../db/identity/first-administrators.ts'
import { hashPassword, passwordLength } from '../db/identity/passwords.ts'
import { keyedHash } from '../db/identity/tokens.ts'
import { DomainError, refusals } from '../domain/errors.ts'
import { checkPersonName } from '../domain/identity/person-name.ts'
import { checkPhone } from '../domain/identity/phone.ts'
import { openDatabase } from './open-database.ts'

const usage = `usage: npm run first-administrator -- --name NAME --login LOGIN --phone PHONE \\
                                      --name NAME --login LOGIN --phone PHONE [--passwords]`

type Asked = Omit<FirstAdministrator, 'passwordHash'> & { readonly password: string }

function fail(...lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(2)
}

async function asked(): Promise<readonly [Asked, Asked]> {
  const several = { type: 'string', multiple: true, default: [] as string[] } as const
  const { values } = parseArgs({
    options: {
      name: several,
      login: several,
      phone: several,
      passwords: { type: 'boolean', default: false },
    },
  })
  const given = values.passwords ? (await text(process.stdin)).split('\n') : []
  const faults: string[] = []
  const person = (index: 0 | 1): Asked => {
    const name = checkPersonName(values.name[index] ?? '')
    const phone = checkPhone(values.phone[index] ?? '')
    const login = values.login[index] ?? ''
    const password = values.passwords ? (given[index] ?? '') : randomBytes(18).toString('base64url')
    if (!name.ok) faults.push(`name ${index + 1}: ${name.reason}`)
    if (!phone.ok) faults.push(`phone ${index + 1}: ${phone.reason}`)
    if (!new RegExp(staffLogin).test(login)) faults.push(`login ${index + 1} does not fit ${staffLogin}`)
    if (password.length < passwordLength.minimum || password.length > passwordLength.maximum)
      faults.push(`password ${index + 1}: ${passwordLength.minimum} to ${passwordLength.maximum} characters`)
    return { name: name.ok ? name.value : '', workPhone: phone.ok ? phone.value : '', login, password }
  }
  const people = [person(0), person(1)] as const
  for (const option of ['name', 'login', 'phone'] as const)
    if (values[option].length !== 2) faults.push(`--${option} is given twice, once a person`)
  if (people[0].login === people[1].login) faults.push('two people have two logins')
  if (people[0].password === people[1].password) faults.push('two people have two passwords')
  return faults.length === 0 ? people : fail(...faults, usage)
}

async function hashed({ password, ...person }: Asked): Promise<FirstAdministrator> {
  return { ...person, passwordHash: await hashPassword(password) }
}

const people = await asked()
const { database, cipher, lookupKey } = openDatabase()
try {
  const written = [await hashed(people[0]), await hashed(people[1])] as const
  const digest = keyedHash(lookupKey, 'administration', canonical(people.map(({ login }) => login)))
  const order = {
    actor: systemSender,
    key: randomUUID(),
    action: 'managePeople',
    body: { digest },
    requestId: randomUUID(),
  } as const
  await administer(database, order, async (tx, { now }) =>
    createFirstAdministrators(tx, cipher, written, now),
  )
  for (const { login, password } of people)
    process.stdout.write(`${login}${process.argv.includes('--passwords') ? '' : `\t${password}`}\n`)
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  const { zh, en } = refusals[error.code].text
  process.stderr.write(`${error.code} ${JSON.stringify(error.details)}\n${zh} ${en}\n`)
  process.exitCode = 1
} finally {
  await database.$client.end()
}
