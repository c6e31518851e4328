import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { objectContext } from '../../../db/policies/contexts.ts'
import type { FilePolicy } from '../../../db/policies/import/file-schema.ts'
import { readPolicySnapshot } from '../../../db/policies/read-snapshot.ts'
import { insuredObjects, persons, policies, policyPeople } from '../../../db/schema/index.ts'
import { everythingOf } from './everything.ts'
import { policyDatabase } from './policy-database.ts'
import { canaries, householdPolicy, motorPolicy, sampleFile } from './sample-file.ts'

let world: Awaited<ReturnType<typeof policyDatabase>>
beforeEach(async () => {
  world = await policyDatabase()
})
afterEach(() => world.close())

const nothing = { branches: 0, products: 0, policies: 0, people: 0, endorsements: 0, premiumEvents: 0 }
const marchFirst = '2026-03-01T00:00:00+08:00'
const cancelled = { number: 1, effectiveAt: marchFirst, change: { kind: 'cancellation' as const } }

function motorWith(changed: Partial<FilePolicy>): FilePolicy {
  return { ...motorPolicy(), ...changed }
}

async function snapshotAt(time: string, number = motorPolicy().policyNumber) {
  const [row] = await world.database.select().from(policies).where(eq(policies.policyNumber, number))
  const read = await world.database.transaction((tx) =>
    readPolicySnapshot(tx, row?.id ?? '', Date.parse(`${time}+08:00`)),
  )
  return read?.snapshot
}

describe('importing policies', () => {
  it('stores a policy so that a claim finds it as of the moment of loss', async () => {
    const report = await world.load(sampleFile(motorPolicy(), householdPolicy()))
    expect(report).toEqual({
      branches: 1,
      products: 2,
      policies: 2,
      people: 1,
      endorsements: 0,
      premiumEvents: 2,
      unchangedPolicies: 0,
    })
    expect(await snapshotAt('2026-05-01T00:00:00')).toMatchObject({
      line: 'motorCommercial',
      cancelled: false,
      premiumStatus: 'paid',
      inceptionAt: Date.parse('2026-01-01T00:00:00+08:00'),
      terms: { newPriceMinor: 20_000_000, firstRegisteredOn: '2023-05-10', wordingId: 'motorCommercial2020' },
    })
  })

  it('enters one person once, by identity number, whatever number of policies and roles', async () => {
    await world.load(sampleFile(motorPolicy(), householdPolicy()))
    const people = await world.database.select().from(policyPeople)
    expect(new Set(people.map((one) => one.personId)).size).toBe(1)
    expect(people.map((one) => one.role).toSorted()).toEqual(['holder', 'holder', 'insured', 'insured'])
  })

  it('keeps a telephone that comes with a later policy, for whoever had none', async () => {
    const [holder] = motorPolicy().people
    const { phone: _, ...silent } = holder ?? householdPolicy().people[0] ?? { roles: [] }
    await world.load(sampleFile(motorWith({ people: [silent as FilePolicy['people'][number]] })))
    await world.load(sampleFile(householdPolicy()))
    const hash = world.cipher.lookupHash('phone', canaries.phone)
    expect(await world.database.$count(persons, eq(persons.phoneHash, hash))).toBe(1)
  })

  it('changes nothing when the same file comes again', async () => {
    const file = sampleFile(motorWith({ endorsements: [cancelled] }), householdPolicy())
    await world.load(file)
    expect(await world.load(file)).toEqual({ ...nothing, unchangedPolicies: 2 })
  })

  it('takes over only what is new of a policy on file', async () => {
    await world.load(sampleFile(motorPolicy()))
    const refunded = { status: 'refunded' as const, at: marchFirst }
    const later = motorWith({ endorsements: [cancelled], premiumEvents: [refunded] })
    expect(await world.load(sampleFile(later))).toEqual({
      ...nothing,
      endorsements: 1,
      premiumEvents: 1,
      unchangedPolicies: 0,
    })
    expect(await snapshotAt('2026-02-28T23:59:59')).toMatchObject({ cancelled: false, premiumStatus: 'paid' })
    expect(await snapshotAt('2026-03-01T00:00:00')).toMatchObject({
      cancelled: true,
      premiumStatus: 'refunded',
      endorsementNumbers: [1],
    })
  })

  const contradictions: readonly (readonly [string, Partial<FilePolicy>, string, string])[] = [
    ['another product', { productId: 'household' }, '/productId', 'policyDiffers'],
    ['another expiry', { expiryAt: '2026-12-31T00:00:00+08:00' }, '/expiryAt', 'policyDiffers'],
    ['another inception', { inceptionAt: '2026-01-02T00:00:00+08:00' }, '/inceptionAt', 'policyDiffers'],
    ['another term', { terms: { ...motorPolicy().terms, riders: [] } }, '/terms/riders', 'policyDiffers'],
    [
      'other people',
      { people: [{ ...householdPolicy().people[0], roles: ['holder', 'insured', 'driver'] } as never] },
      '/people',
      'policyDiffers',
    ],
    [
      'another vehicle',
      { objects: [{ ...motorPolicy().objects[0], plate: '沪B12345' } as never] },
      '/objects',
      'policyDiffers',
    ],
    [
      'another premium status for one instant',
      { premiumEvents: [{ status: 'unpaid', at: '2025-12-28T10:00:00+08:00' }] },
      '/premiumEvents/0',
      'premiumEventDiffers',
    ],
    [
      'another endorsement under a number that is taken',
      { endorsements: [{ ...cancelled, effectiveAt: '2026-04-01T00:00:00+08:00' }] },
      '/endorsements/0',
      'endorsementDiffers',
    ],
  ]
  it.each(contradictions)(
    'refuses %s for a policy on file: it is immutable',
    async (_title, changed, path, reason) => {
      await world.load(sampleFile(motorWith({ endorsements: [cancelled] })))
      const faults = await world.faultsOf(sampleFile(motorWith(changed)))
      expect(faults).toContainEqual([`/policies/0${path}`, reason])
    },
  )

  it('adds wordings to a product on file, and takes none back that was sold', async () => {
    await world.load(sampleFile())
    const file = sampleFile()
    file.products?.[0]?.wordings.splice(1)
    expect(await world.faultsOf(file)).toEqual([['/products/0/wordings', 'productDiffers']])
    const more = sampleFile()
    Object.assign(more.products?.[0]?.wordings[0] ?? {}, { to: '2026-12-31' })
    expect(await world.load(more)).toMatchObject({ products: 1 })
    const renamed = sampleFile()
    Object.assign(renamed.branches?.[0] ?? {}, { name: '北京分公司' })
    expect(await world.faultsOf(renamed)).toContainEqual(['/branches/0/name', 'branchDiffers'])
  })

  it('lets two imports of one file at the same moment enter everything once', async () => {
    const file = sampleFile(motorPolicy(), householdPolicy())
    const reports = await Promise.all([world.load(file), world.load(file)])
    expect(reports.map((report) => report.policies).toSorted((a, b) => a - b)).toEqual([0, 2])
    expect(await world.database.$count(policies)).toBe(2)
  })
})

describe('personal data of an import', () => {
  it('stands in clear in no column of any table', async () => {
    await world.load(sampleFile(motorPolicy(), householdPolicy()))
    const dump = await everythingOf(world.database)
    expect(dump).toContain(motorPolicy().policyNumber)
    for (const canary of Object.values(canaries)) expect(dump).not.toContain(canary)
  })

  it('of an object opens in its own policy only', async () => {
    await world.load(sampleFile(motorPolicy()))
    const [row] = await world.database.select().from(insuredObjects)
    const { policyId = '', id = '', detailsEncrypted = '' } = row ?? {}
    expect(world.cipher.decryptJson(detailsEncrypted, objectContext(policyId, id))).toMatchObject({
      plate: canaries.plate,
    })
    expect(() => world.cipher.decryptJson(detailsEncrypted, objectContext(id, policyId))).toThrow(
      /cannot be read/,
    )
  })
})
