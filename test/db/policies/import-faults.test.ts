import { isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FilePolicy, ImportFile } from '../../../db/policies/import/file-schema.ts'
import { branches, persons, policies, products } from '../../../db/schema/index.ts'
import { policyDatabase } from './policy-database.ts'
import { canaries, householdPolicy, motorPolicy, sampleFile } from './sample-file.ts'

let world: Awaited<ReturnType<typeof policyDatabase>>
beforeAll(async () => {
  world = await policyDatabase()
})
afterAll(() => world.close())

type Change = (policy: FilePolicy) => unknown
const [coverage, vehicle, person] = ['/terms/coverages/0', '/objects/0', '/people/0']
const set = (target: object | undefined, values: object): unknown => Object.assign(target ?? {}, values)

/** What is changed in the motor policy, and where within the policy the fault is. */
const motorFaults: readonly (readonly [string, Change, string, string])[] = [
  ['a field that nobody knows', (one) => set(one, { discount: 1 }), '/discount', 'additionalProperties'],
  ['no holder', (one) => set(one.people[0], { roles: ['insured'] }), '/people', 'roleMissing'],
  [
    'a role twice',
    (one) => set(one.people[0], { roles: ['holder', 'insured', 'holder'] }),
    `${person}/roles`,
    'twice',
  ],
  [
    'a lower-case policy number',
    (one) => set(one, { policyNumber: 'pdaa2026' }),
    '/policyNumber',
    'malformed',
  ],
  ['no people', (one) => set(one, { people: undefined }), '/people', 'required'],
  ['an unknown product', (one) => set(one, { productId: 'cargo' }), '/productId', 'productUnknown'],
  ['an unknown branch', (one) => set(one, { branchCode: '9999' }), '/branchCode', 'branchUnknown'],
  [
    'a day that does not exist',
    (one) => set(one, { inceptionAt: '2026-02-30T00:00:00+08:00' }),
    '/inceptionAt',
    'moment',
  ],
  ['a moment without zone', (one) => set(one, { expiryAt: '2027-01-01T00:00:00' }), '/expiryAt', 'malformed'],
  ['an empty term', (one) => set(one, { expiryAt: one.inceptionAt }), '/expiryAt', 'intervalEmpty'],
  [
    'a wording nobody knows',
    (one) => set(one.terms, { wordingId: 'motor2030' }),
    '/terms/wordingId',
    'wordingUnknown',
  ],
  [
    'a wording no longer in force',
    (one) => set(one.terms, { wordingId: 'motorCommercial2014' }),
    '/terms/wordingId',
    'wordingNotInForce',
  ],
  ['no coverage', (one) => set(one.terms, { coverages: [] }), '/terms/coverages', 'coverageMissing'],
  [
    'a coverage nobody knows',
    (one) => set(one.terms.coverages[0], { coverage: 'cargo' }),
    `${coverage}/coverage`,
    'malformed',
  ],
  [
    'a coverage of another line',
    (one) => set(one.terms.coverages[0], { coverage: 'property' }),
    `${coverage}/coverage`,
    'coverageNotOfLine',
  ],
  [
    'a coverage twice',
    (one) => set(one.terms.coverages[1], { coverage: 'ownDamage' }),
    '/terms/coverages/1/coverage',
    'twice',
  ],
  [
    'a sum insured of nothing',
    (one) => set(one.terms.coverages[1], { sumInsuredMinor: 0 }),
    '/terms/coverages/1/sumInsuredMinor',
    'sumInsuredNotPositive',
  ],
  [
    'half a fen',
    (one) => set(one.terms.coverages[0], { sumInsuredMinor: 1.5 }),
    `${coverage}/sumInsuredMinor`,
    'malformed',
  ],
  [
    'a deductible that eats the sum insured',
    (one) => set(one.terms.coverages[0], { deductibleMinor: 18_000_000 }),
    `${coverage}/deductibleMinor`,
    'deductibleTooHigh',
  ],
  [
    'a rate on own damage',
    (one) => set(one.terms.coverages[0], { rate: '0.9' }),
    `${coverage}/rate`,
    'termNotOfCoverage',
  ],
  [
    'a peril of another line',
    (one) => set(one.terms, { perils: ['illness'] }),
    '/terms/perils/0',
    'perilNotOfLine',
  ],
  ['no peril', (one) => set(one.terms, { perils: [] }), '/terms/perils', 'required'],
  [
    'an unknown exclusion',
    (one) => set(one.terms, { exclusions: ['badLuck'] }),
    '/terms/exclusions/0',
    'exclusionUnknown',
  ],
  [
    'a waiting period on a car',
    (one) => set(one.terms, { waitingPeriodDays: 30 }),
    '/terms/waitingPeriodDays',
    'waitingPeriodNotOfLine',
  ],
  ['an unknown rider', (one) => set(one.terms, { riders: ['free'] }), '/terms/riders/0', 'riderNotOfLine'],
  [
    'a proof that is no hash',
    (one) => set(one.terms, { disclosureProof: 'signed' }),
    '/terms/disclosureProof',
    'malformed',
  ],
  [
    'a wrong identity number',
    (one) => set(one.people[0], { identityNumber: '310101199003078311' }),
    `${person}/identityNumber`,
    'identityNumberCheckDigit',
  ],
  [
    'a name with digits',
    (one) => set(one.people[0], { name: '张3' }),
    `${person}/name`,
    'personNameCharacters',
  ],
  [
    'a fixed line of a person',
    (one) => set(one.people[0], { phone: '021-62345678' }),
    `${person}/phone`,
    'mobilePhone',
  ],
  [
    'a company with a wrong code',
    (one) => set(one.people[0], { kind: 'legal', identityNumber: '91310000775785552M' }),
    `${person}/identityNumber`,
    'creditCodeCheckDigit',
  ],
  [
    'one person entered twice',
    (one) => one.people.push({ ...(one.people[0] as FilePolicy['people'][number]), roles: ['driver'] }),
    '/people/1/identityNumber',
    'twice',
  ],
  ['no vehicle', (one) => set(one, { objects: [] }), '/objects', 'objectMissing'],
  [
    'a building as the vehicle',
    (one) => set(one, { objects: [{ kind: 'building', address: '某路' }] }),
    `${vehicle}/kind`,
    'objectNotOfLine',
  ],
  [
    'an object of no kind',
    (one) => set(one, { objects: [{ kind: 'ship' }] }),
    `${vehicle}/kind`,
    'malformed',
  ],
  [
    'a plate with the letter O',
    (one) => set(one.objects[0], { plate: '沪AO1234' }),
    `${vehicle}/plate`,
    'plateLetters',
  ],
  [
    'a wrong vehicle number',
    (one) => set(one.objects[0], { vehicleNumber: 'LSVAA4180E2184847' }),
    `${vehicle}/vehicleNumber`,
    'vehicleNumberCheckDigit',
  ],
  ['no seats', (one) => set(one.objects[0], { seats: 0 }), `${vehicle}/seats`, 'malformed'],
  [
    'a registration in the future',
    (one) => set(one.objects[0], { firstRegisteredOn: '2026-07-02' }),
    `${vehicle}/firstRegisteredOn`,
    'inFuture',
  ],
  [
    'a premium paid tomorrow',
    (one) => set(one.premiumEvents[0], { at: '2026-07-02T00:00:00+08:00' }),
    '/premiumEvents/0/at',
    'inFuture',
  ],
  [
    'two premium statuses at once',
    (one) => one.premiumEvents.push({ status: 'unpaid', at: '2025-12-28T02:00:00Z' }),
    '/premiumEvents/1/at',
    'twice',
  ],
]

const at = '2026-03-01T00:00:00+08:00'
const endorsed =
  (...changes: readonly unknown[]): Change =>
  (one) =>
    set(one, {
      endorsements: changes.map((change, index) => ({ number: index + 1, effectiveAt: at, change })),
    })

const endorsementFaults: readonly (readonly [string, Change, string, string])[] = [
  [
    'a gap in the numbers',
    (one) => set(one, { endorsements: [{ number: 2, effectiveAt: at, change: { kind: 'cancellation' } }] }),
    '/endorsements/0/number',
    'numberNotNext',
  ],
  [
    'before inception',
    (one) =>
      set(one, {
        endorsements: [
          { number: 1, effectiveAt: '2025-12-31T23:59:59+08:00', change: { kind: 'cancellation' } },
        ],
      }),
    '/endorsements/0/effectiveAt',
    'outsideTerm',
  ],
  [
    'at expiry, which is covered no more',
    (one) =>
      set(one, {
        endorsements: [{ number: 1, effectiveAt: one.expiryAt, change: { kind: 'cancellation' } }],
      }),
    '/endorsements/0/effectiveAt',
    'outsideTerm',
  ],
  [
    'after cancellation',
    endorsed({ kind: 'cancellation' }, { kind: 'terms', terms: {} }),
    '/endorsements/1/effectiveAt',
    'afterCancellation',
  ],
  [
    'an expiry before its own effect',
    endorsed({ kind: 'expiry', expiryAt: '2026-02-01T00:00:00+08:00' }),
    '/endorsements/0/change/expiryAt',
    'expiryBeforeEffect',
  ],
  [
    'the removal of what is not insured',
    endorsed({ kind: 'coverageRemoved', coverage: 'driverSeat' }),
    '/endorsements/0/change/coverage',
    'coverageNotInsured',
  ],
  [
    'the removal of the last coverage',
    endorsed(
      { kind: 'coverageRemoved', coverage: 'ownDamage' },
      { kind: 'coverageRemoved', coverage: 'thirdParty' },
    ),
    '/endorsements/1/change',
    'coverageMissing',
  ],
  ['a change of no kind', endorsed({ kind: 'gift' }), '/endorsements/0/change/kind', 'malformed'],
  [
    'a field of another kind of change',
    endorsed({ kind: 'cancellation', coverage: 'ownDamage' }),
    '/endorsements/0/change/coverage',
    'additionalProperties',
  ],
  [
    'a wording that does not apply',
    endorsed({ kind: 'terms', terms: { wordingId: 'motorCommercial2014' } }),
    '/endorsements/0/change/terms/wordingId',
    'wordingNotInForce',
  ],
]

describe('a file with a fault is refused, with its place and reason', () => {
  it.each([...motorFaults, ...endorsementFaults])('%s', async (_title, change, path, reason) => {
    const policy = motorPolicy()
    change(policy)
    const document: unknown = JSON.parse(JSON.stringify(sampleFile(householdPolicy(), policy)))
    expect(await world.faultsOf(document)).toEqual([[`/policies/1${path}`, reason]])
  })

  const fileFaults: readonly (readonly [string, (file: ImportFile) => unknown, string, string])[] = [
    ['another format', (file) => set(file, { format: 'lipei.policies/2' }), '/format', 'malformed'],
    [
      'a policy twice',
      (file) => set(file.policies[1], { policyNumber: motorPolicy().policyNumber }),
      '/policies/1/policyNumber',
      'twice',
    ],
    [
      'a branch code of three digits',
      (file) => set(file.branches?.[0], { code: '310' }),
      '/branches/0/code',
      'malformed',
    ],
    [
      'a product with an unknown wording',
      (file) => set(file.products?.[1]?.wordings[0], { wordingId: 'x' }),
      '/products/1/wordings/0/wordingId',
      'wordingUnknown',
    ],
    [
      'a wording that ends before it begins',
      (file) => set(file.products?.[0]?.wordings[0], { to: '2020-09-18' }),
      '/products/0/wordings/0/to',
      'intervalEmpty',
    ],
    [
      'one identity number with two names',
      (file) => set(file.policies[1]?.people[0], { name: '王二' }),
      '/policies/1/people/0/name',
      'personDiffers',
    ],
    [
      'one identity number with two telephones',
      (file) => set(file.policies[1]?.people[0], { phone: '19900000000' }),
      '/policies/1/people/0/phone',
      'personDiffers',
    ],
  ]
  it.each(fileFaults)('%s', async (_title, change, path, reason) => {
    const file = sampleFile(motorPolicy(), householdPolicy())
    change(file)
    expect(await world.faultsOf(file)).toContainEqual([path, reason])
  })

  it('a wording that was no longer sold on the day of inception, though it still answered for losses', async () => {
    const policy = motorPolicy()
    policy.terms.wordingId = 'motorCommercial2014'
    set(policy, { inceptionAt: '2020-09-19T00:00:00+08:00', expiryAt: '2021-09-19T00:00:00+08:00' })
    expect(await world.faultsOf(sampleFile(policy))).toEqual([
      ['/policies/0/terms/wordingId', 'wordingNotSold'],
    ])
  })

  it('everything that is wrong at once, each fault at its own place', async () => {
    const policy = motorPolicy()
    set(policy.people[0], { phone: '12' })
    set(policy.objects[0], { plate: 'X' })
    set(policy.terms, { perils: ['illness'] })
    expect((await world.faultsOf(sampleFile(policy))).map(([path]) => path).toSorted()).toEqual([
      '/policies/0/objects/0/plate',
      '/policies/0/people/0/phone',
      '/policies/0/terms/perils/0',
    ])
  })

  it('never with the value, which may be personal', async () => {
    const policy = motorPolicy()
    set(policy.people[0], { identityNumber: canaries.identityNumber.replace('X', '1'), phone: '1991234567' })
    const failed = await world.load(sampleFile(policy)).catch((error: unknown) => error)
    expect(JSON.stringify(failed)).toContain('identityNumber')
    expect(JSON.stringify(failed)).not.toMatch(/1991234567|31010119900307/)
  })

  it('wholly: the good policies of the file are not taken over either', async () => {
    for (const table of [policies, branches, products]) expect(await world.database.$count(table)).toBe(0)
    expect(await world.database.$count(persons, isNotNull(persons.identityHash))).toBe(0)
  })
})
