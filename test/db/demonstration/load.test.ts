import { verify } from '@node-rs/argon2'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partnerFinder } from '../../../db/identity/accounts.ts'
import { readPolicySnapshot } from '../../../db/policies/read-snapshot.ts'
import {
  accounts,
  auditEntries,
  authorityLimits,
  persons,
  policies,
  policyPeople,
  roleGrants,
} from '../../../db/schema/index.ts'
import { wordingOn } from '../../../domain/adjustment/wordings/wordings.ts'
import { inForce } from '../../../domain/policy/snapshot.ts'
import { lines } from '../../../domain/policy/terms.ts'
import { civilDateOf } from '../../../domain/time/civil-date.ts'
import { demonstrationSignIns } from '../../../scripts/demonstration/documents.ts'
import { loadDemonstration, type Loaded } from '../../../scripts/demonstration/load.ts'
import { loadDemonstrationPolicies } from '../../../scripts/demonstration/load-policies.ts'
import { demonstrationStaff } from '../../../scripts/demonstration/load-staff.ts'
import { everythingOf } from '../policies/everything.ts'
import { policyDatabase } from '../policies/policy-database.ts'

let world: Awaited<ReturnType<typeof policyDatabase>>
let first: readonly Loaded[]
beforeAll(async () => {
  world = await policyDatabase()
  const { database, cipher } = world
  first = await Promise.all([loadDemonstration(database, cipher), loadDemonstration(database, cipher)])
})
afterAll(() => world.close())

const all = async () =>
  Promise.all(
    (await world.database.select().from(policies)).map(async (row) => ({
      row,
      now: await at(row.id, Date.now()),
    })),
  )

async function at(policyId: string, instant: number) {
  const read = await world.database.transaction((tx) => readPolicySnapshot(tx, policyId, instant))
  if (read === undefined) throw new Error('A policy of the demonstration is missing.')
  return read.snapshot
}

async function covers(time: string, number: string) {
  const [row] = await world.database.select().from(policies).where(eq(policies.policyNumber, number))
  const snapshot = await at(row?.id ?? '', Date.parse(`${time}+08:00`))
  const wording = wordingOn(snapshot.terms.wordingId, civilDateOf(snapshot.asOf))
  return { snapshot, usable: inForce(snapshot) && wording !== undefined }
}

describe('the demonstration', () => {
  it('is loaded once, also when two starts load it at the same moment', async () => {
    const { database, cipher } = world
    expect(first.toSorted((a, b) => a.policies - b.policies)).toEqual([
      { accounts: 0, policies: 0 },
      { accounts: demonstrationStaff.length + 1, policies: 28 },
    ])
    const counts = async () =>
      Promise.all(
        [policies, persons, accounts, roleGrants, policyPeople, auditEntries].map((table) =>
          database.$count(table),
        ),
      )
    const before = await counts()
    expect(await loadDemonstration(database, cipher)).toEqual({ accounts: 0, policies: 0 })
    expect(await counts()).toEqual(before)
    expect(await database.$count(auditEntries, eq(auditEntries.action, 'loadDemonstrationData'))).toBe(1)
  })

  it('is not loaded again on a later day, when its dates would be others', async () => {
    const tomorrow = Date.now() + 24 * 60 * 60 * 1000
    const { database, cipher } = world
    const report = await database.transaction((tx) => loadDemonstrationPolicies(tx, cipher, tomorrow))
    expect(new Set(Object.values(report))).toEqual(new Set([0]))
  })

  it('has a policy in force and paid for each line today', async () => {
    const usable = (await all()).filter(({ now }) => inForce(now) && now.premiumStatus === 'paid')
    for (const line of lines)
      expect(usable.filter(({ row }) => row.line === line).length, line).toBeGreaterThan(0)
  })

  it('has what a check of coverage can fail on: unpaid, partly paid, cancelled, never explained', async () => {
    const today = await all()
    const covered = today.filter(({ now }) => now.inceptionAt <= now.asOf && now.asOf < now.expiryAt)
    const numbersOf = (test: (one: (typeof today)[number]) => boolean) => covered.filter(test).length
    expect(numbersOf(({ now }) => now.premiumStatus === 'unpaid')).toBe(1)
    expect(numbersOf(({ now }) => now.premiumStatus === 'partlyPaid')).toBe(1)
    expect(numbersOf(({ now }) => now.cancelled && now.premiumStatus === 'refunded')).toBe(1)
    expect(numbersOf(({ now }) => now.terms.disclosureProof === undefined)).toBe(1)
  })

  it('answers for losses before the limits of 2020-09-19, by the wording of 2014 and with compulsory cover', async () => {
    const { snapshot, usable } = await covers('2019-12-01T08:00:00', 'PDAA2019310100000113')
    expect(usable).toBe(true)
    expect(snapshot.terms.wordingId).toBe('motorCommercial2014')
    expect(snapshot.compulsoryPolicyNumber).toBe('PDZA2019310100000114')
    expect(snapshot.terms.coverages.map((one) => [one.coverage, one.sumInsuredMinor])).toEqual([
      ['ownDamage', 16_400_000],
      ['thirdParty', 100_000_000],
      ['driverSeat', 1_000_000],
      ['compulsoryMotor', 12_200_000],
    ])
    expect((await covers('2023-05-01T08:00:00', 'PDAA2023310100000111')).usable).toBe(true)
  })

  it('lets staff sign in with the passwords listed, and the partner with its key', async () => {
    const staff = await world.database.select().from(accounts).where(eq(accounts.kind, 'staff'))
    const signIns = demonstrationSignIns()
    const handler = signIns.find(({ role }) => role === 'handler')
    const row = staff.find(({ login }) => login === handler?.account)
    expect(await verify(row?.passwordHash ?? '', handler?.password ?? '')).toBe(true)
    expect(row?.passwordHash).toMatch(/^\$argon2id\$/)
    expect(staff.filter(({ passwordHash }) => passwordHash === null)).toEqual([])
    const key = signIns.find(({ role }) => role === 'partner')?.password ?? ''
    expect(await partnerFinder(world.database)(key)).toMatchObject({ kind: 'partner' })
  })

  it('gives each customer one person behind the telephone they sign in with', async () => {
    const customers = demonstrationSignIns().filter(({ role }) => role === 'customer')
    expect(customers.length).toBeGreaterThanOrEqual(8)
    for (const { account } of customers) {
      const hash = world.cipher.lookupHash('phone', account)
      const [person, ...others] = await world.database
        .select()
        .from(persons)
        .where(eq(persons.phoneHash, hash))
      expect(others).toEqual([])
      const own = await world.database.$count(policyPeople, eq(policyPeople.personId, person?.id ?? ''))
      expect(own, account).toBeGreaterThan(0)
    }
  })

  it('has every right granted by one person and confirmed by another, none of whom gains by it', async () => {
    for (const table of [roleGrants, authorityLimits]) {
      expect(await world.database.$count(table)).toBeGreaterThan(0)
      expect(await world.database.$count(table, isNull(table.confirmedAt))).toBe(0)
      const own = and(ne(table.grantedBy, table.personId), ne(table.confirmedBy, table.personId))
      expect(await world.database.$count(table, own)).toBe(await world.database.$count(table))
    }
  })

  it('keeps names of customers, identity numbers and telephones out of clear columns', async () => {
    const dump = await everythingOf(world.database)
    for (const { identityNumber, phone } of demonstrationStaff) {
      expect(dump).not.toContain(identityNumber)
      expect(dump).not.toContain(phone)
    }
    for (const canary of [
      '李明轩',
      '19900110001',
      '310105198704123153',
      '沪A8F6K2',
      'LSVNV2187H2043187',
      '枫林路',
    ]) {
      expect(dump).not.toContain(canary)
    }
    const names = await world.database.select().from(persons).where(eq(persons.kind, 'natural'))
    expect(names.every(({ nameEncrypted }) => nameEncrypted.startsWith('v1.'))).toBe(true)
  })
})
