/** A small insurer for tests: one branch, people with rights, policies of each line. */
import { randomUUID } from 'node:crypto'
import type { Role } from '../../domain/permissions.ts'
import type { Line, PolicyTerms } from '../../domain/policy/terms.ts'
import { fen } from '../../domain/money.ts'
import { createDatabase, type Database } from '../../db/client.ts'
import { systemSender, type Sender } from '../../db/commands.ts'
import { createFieldCipher, fieldContext, type FieldCipher } from '../../db/encryption/field-cipher.ts'
import { createJobQueue, type JobQueue } from '../../db/enqueue.ts'
import { createExecute, type Execute } from '../../db/execute.ts'
import { createRuleEngine } from '../../db/rules/engine.ts'
import {
  accounts,
  authorityLimits,
  branches,
  persons,
  policies,
  policyPeople,
  premiumEvents,
  products,
  roleGrants,
  staff,
} from '../../db/schema/index.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { publicTestKeys, publicTestLookupKey } from './public-test-keys.ts'

export const longAgo = Date.UTC(2015, 0, 1)
const farAway = Date.UTC(2040, 0, 1)

export const testBank = { submitDeadlineMs: 20_000, notFoundGraceMs: 300, dedupWindowMs: 60_000 }

export const systemAsker = systemSender

export interface Member extends Sender {
  readonly personId: string
  readonly accountId: string
}

interface MemberOptions {
  readonly limitMinor?: number
  readonly branchId?: string | null
  readonly skills?: readonly string[]
  readonly place?: { readonly latitudeMicro: number; readonly longitudeMicro: number }
}

export class World {
  readonly test: TestDatabase
  readonly database: Database
  readonly cipher: FieldCipher
  readonly queue: JobQueue
  readonly execute: Execute
  readonly branchId = randomUUID()
  readonly #founders = [randomUUID(), randomUUID()] as const

  private constructor(test: TestDatabase, queue: JobQueue) {
    this.test = test
    this.database = createDatabase(test.url, { connectionTimeoutMs: 20_000 })
    this.cipher = createFieldCipher(publicTestKeys, publicTestLookupKey)
    this.queue = queue
    this.execute = createExecute({
      database: this.database,
      cipher: this.cipher,
      rules: createRuleEngine(),
      bank: testBank,
      enqueue: queue.enqueue.bind(queue),
    })
  }

  static async create(): Promise<World> {
    const test = await testDatabase()
    const world = new World(test, await createJobQueue(test.url))
    await world.database.insert(branches).values({ id: world.branchId, code: '0101', name: '总部' })
    await world.database.insert(products).values({
      id: 'test',
      line: 'motorCommercial',
      nameZh: '测试产品',
      nameEn: 'Test product',
      wordings: [],
    })
    return world
  }

  async close(): Promise<void> {
    await this.queue.stop()
    await this.database.$client.end()
    await this.test.drop()
  }

  /** A member of staff with confirmed roles and, for approvers, a limit. */
  async member(roles: readonly Role[], options: MemberOptions = {}): Promise<Member> {
    const personId = await this.person()
    const { skills = [], place } = options
    await this.database.insert(staff).values({
      personId,
      displayName: `Member ${personId.slice(0, 4)}`,
      workPhone: '02000000000',
      skills,
      capacity: 20,
      ...place,
    })
    await this.grant(personId, roles, options.branchId === undefined ? this.branchId : options.branchId)
    if (options.limitMinor !== undefined) await this.limit(personId, options.limitMinor)
    return { kind: 'person', personId, accountId: await this.account(personId, 'staff') }
  }

  async customer(): Promise<Member> {
    const personId = await this.person()
    await this.grant(personId, ['customer'], null)
    return { kind: 'person', personId, accountId: await this.account(personId, 'customer') }
  }

  async person(): Promise<string> {
    const id = randomUUID()
    const nameEncrypted = this.cipher.encrypt('张三', fieldContext('person', id, 'name'))
    await this.database
      .insert(persons)
      .values({ id, kind: 'natural', branchId: this.branchId, nameEncrypted })
    return id
  }

  async account(personId: string, kind: 'staff' | 'customer' | 'partner'): Promise<string> {
    const id = randomUUID()
    await this.database.insert(accounts).values({ id, personId, kind, login: id })
    return id
  }

  async grant(personId: string, roles: readonly Role[], branchId: string | null): Promise<void> {
    const [grantedBy, confirmedBy] = this.#founders
    await this.database.insert(roleGrants).values(
      roles.map((role) => ({
        id: randomUUID(),
        personId,
        role,
        branchId,
        validFrom: longAgo,
        grantedBy,
        confirmedBy,
        confirmedAt: longAgo,
      })),
    )
  }

  async limit(personId: string, limitMinor: number): Promise<void> {
    const [grantedBy, confirmedBy] = this.#founders
    await this.database.insert(authorityLimits).values({
      id: randomUUID(),
      personId,
      limitMinor: fen(limitMinor),
      validFrom: longAgo,
      grantedBy,
      confirmedBy,
      confirmedAt: longAgo,
    })
  }

  /** A paid policy of the line, with the customer as holder and insured. */
  async policy(line: Line, customer: Member, terms: Partial<PolicyTerms> = {}): Promise<string> {
    const id = randomUUID()
    await this.database.insert(policies).values({
      id,
      policyNumber: `P${id.slice(0, 13)}`,
      productId: 'test',
      branchId: this.branchId,
      line,
      inceptionAt: longAgo,
      expiryAt: farAway,
      terms: { ...defaultTerms[line], ...terms },
    })
    await this.database
      .insert(premiumEvents)
      .values({ id: randomUUID(), policyId: id, status: 'paid', at: longAgo })
    await this.database.insert(policyPeople).values(
      (['holder', 'insured'] as const).map((role) => ({
        id: randomUUID(),
        policyId: id,
        personId: customer.personId,
        role,
      })),
    )
    return id
  }
}

const plain = { exclusions: [], waitingPeriodDays: 0, disclosureProof: 'a'.repeat(64) }

const defaultTerms: Readonly<Record<Line, PolicyTerms>> = {
  motorCompulsory: {
    ...plain,
    wordingId: 'motorCompulsory',
    perils: ['collision', 'singleVehicle'],
    coverages: [{ coverage: 'compulsoryMotor', sumInsuredMinor: fen(20_000_000) }],
  },
  motorCommercial: {
    ...plain,
    wordingId: 'motorCommercial2014',
    perils: ['collision', 'singleVehicle', 'theft', 'fire', 'flood', 'storm'],
    coverages: [
      { coverage: 'ownDamage', sumInsuredMinor: fen(20_000_000) },
      { coverage: 'thirdParty', sumInsuredMinor: fen(100_000_000) },
    ],
  },
  property: {
    ...plain,
    wordingId: 'propertyEnterprise',
    perils: ['fire', 'flood', 'storm', 'explosion'],
    coverages: [{ coverage: 'property', sumInsuredMinor: fen(600_000_000) }],
  },
  accident: {
    ...plain,
    wordingId: 'accident',
    perils: ['fallOrInjury', 'trafficAccident', 'death', 'hospitalisation'],
    coverages: [
      {
        coverage: 'accidentMedical',
        sumInsuredMinor: fen(2_000_000),
        deductibleMinor: fen(10_000),
        rate: '1',
      },
    ],
  },
  health: {
    ...plain,
    wordingId: 'healthShortTerm',
    perils: ['illness', 'hospitalisation'],
    coverages: [{ coverage: 'healthMedical', sumInsuredMinor: fen(10_000_000), rate: '0.9' }],
    waitingPeriodDays: 30,
  },
}
