import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Identity } from '../../../db/identity/identity.ts'
import { progressReader } from '../../../db/reads/progress.ts'
import type { Role } from '../../../domain/permissions.ts'
import { collisionReport } from '../../support/collision-report.ts'
import { type Member, World } from '../../support/world.ts'

let world: World
let customer: Member
let claimId: string
let poll: ReturnType<typeof progressReader>
let statements: string[]

beforeAll(async () => {
  world = await World.create()
  customer = await world.customer()
  const policyId = await world.policy('motorCommercial', customer)
  const { reply } = await world.execute(collisionReport(customer, policyId))
  claimId = reply.claimId
  poll = progressReader(world.database)
  statements = []
  const query = world.database.$client.query.bind(world.database.$client)
  world.database.$client.query = ((config: { text: string }, ...rest: never[]) => {
    statements.push(config.text)
    return (query as (...given: unknown[]) => unknown)(config, ...rest)
  }) as typeof world.database.$client.query
})
afterAll(() => world.close())

function identity(
  { personId, accountId }: { personId: string; accountId: string },
  accountKind: Identity['accountKind'],
  roles: readonly (readonly [Role, string | null])[],
): Identity {
  const held = roles.map(([role, branchId]) => ({ role, branchId }))
  return {
    kind: accountKind === 'partner' ? 'partner' : 'person',
    accountKind,
    accountId,
    personId,
    sessionHash: null,
    csrfSecret: null,
    expiresAt: null,
    roles: held,
  }
}

const asCustomer = (member: Member) => identity(member, 'customer', [['customer', null]])
const someone = () => ({ personId: randomUUID(), accountId: randomUUID() })

describe('the poll', () => {
  it('asks the database once, whoever asks for whatever', async () => {
    statements.length = 0
    const found = await poll(asCustomer(customer), claimId, '')
    expect(found?.state?.id).toBe(claimId)
    expect(statements).toHaveLength(1)
    expect(await poll(asCustomer(customer), randomUUID(), '')).toBeUndefined()
    expect(statements).toHaveLength(2)
  })

  it('brings no state when the reader has this version, and says which one it is', async () => {
    const first = await poll(asCustomer(customer), claimId, '')
    const again = await poll(asCustomer(customer), claimId, first?.etag ?? '')
    expect(again).toEqual({ ...first, state: null })
  })

  it('is answered for parties, for the partner that reported, and for staff of the branch', async () => {
    const { branchId } = world
    expect(await poll(asCustomer(await world.customer()), claimId, '')).toBeUndefined()
    const asPartner = identity(customer, 'partner', [['partner', branchId]])
    expect(await poll(asPartner, claimId, '')).toBeDefined()
    expect(await poll(identity(someone(), 'partner', [['partner', branchId]]), claimId, '')).toBeUndefined()
    expect(await poll(identity(someone(), 'staff', [['handler', branchId]]), claimId, '')).toBeDefined()
    expect(await poll(identity(someone(), 'staff', [['handler', null]]), claimId, '')).toBeDefined()
    expect(await poll(identity(someone(), 'staff', [['handler', randomUUID()]]), claimId, '')).toBeUndefined()
    expect(await poll(identity(someone(), 'staff', [['auditor', randomUUID()]]), claimId, '')).toBeDefined()
    expect(await poll(identity(someone(), 'staff', [['adjuster', branchId]]), claimId, '')).toBeUndefined()
  })

  it('shows nobody a claim of their own as staff', async () => {
    expect(await poll(identity(customer, 'staff', [['handler', null]]), claimId, '')).toBeUndefined()
  })
})
