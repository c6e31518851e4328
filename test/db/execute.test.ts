import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyClaimCommand } from '../../db/commands.ts'
import { auditEntries, claimEvents, claims, notices } from '../../db/schema/index.ts'
import { evolve } from '../../domain/claim/evolve.ts'
import type { ClaimEvent } from '../../domain/claim/events.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import { canonical } from '../../db/canonical.ts'
import { collisionReport } from '../support/collision-report.ts'
import { type Member, World } from '../support/world.ts'

let world: World
let customer: Member
let handler: Member
let policyId: string

beforeAll(async () => {
  world = await World.create()
  customer = await world.customer()
  handler = await world.member(['handler'])
  policyId = await world.policy('motorCommercial', customer)
})

afterAll(() => world.close())

function reportOf(lossAt: number, key: string = randomUUID(), duplicatesSeen = false): AnyClaimCommand {
  return collisionReport(customer, policyId, { lossAt, key, duplicatesSeen, phone: '13800000000' })
}

const day = 24 * 60 * 60 * 1000
let losses = Date.now() - 400 * day
const nextLoss = () => (losses += 2 * day)

describe('execute', () => {
  it('registers a claim with number, contact and checklist in one answer', async () => {
    const { reply, told } = await world.execute(reportOf(nextLoss()))
    expect(reply).toMatchObject({ stage: 'report', contactId: handler.personId, version: 1 })
    expect(reply.caseNumber).toMatch(/^LP0101\d{16}$/)
    expect(reply['checklist']).not.toHaveLength(0)
    expect(told).toMatchObject({ stage: 'report', version: 1, epoch: 1 })
    const queued = await world.database.select().from(notices).where(eq(notices.claimId, reply.claimId))
    expect(queued).toMatchObject([{ template: 'acknowledgement', status: 'queued' }])
  })

  it('gives the same answer to the same key, and refuses another body under it', async () => {
    const key = randomUUID()
    const lossAt = nextLoss()
    const first = await world.execute(reportOf(lossAt, key))
    const again = await world.execute(reportOf(lossAt, key))
    expect(again).toEqual({ ...first, repeated: true })
    await expect(world.execute(reportOf(lossAt + 1, key))).rejects.toMatchObject({ code: 'keyReused' })
  })

  it('registers once when the same request arrives ten times at once', async () => {
    const key = randomUUID()
    const lossAt = nextLoss()
    const replies = await Promise.all(Array.from({ length: 10 }, () => world.execute(reportOf(lossAt, key))))
    expect(new Set(replies.map(({ reply }) => reply.caseNumber)).size).toBe(1)
    expect(await world.database.$count(claims, eq(claims.id, replies[0]?.reply.claimId ?? ''))).toBe(1)
  })

  it('shows possible duplicates instead of dropping them', async () => {
    const lossAt = nextLoss()
    const { reply } = await world.execute(reportOf(lossAt))
    await expect(world.execute(reportOf(lossAt + 60_000))).rejects.toMatchObject({
      code: 'duplicateReport',
      details: { caseNumbers: [reply.caseNumber] },
    })
    await expect(world.execute(reportOf(lossAt + 60_000, randomUUID(), true))).resolves.toBeDefined()
  })

  it('keeps the state equal to the fold of its events, and the audit chain unbroken', async () => {
    const { reply } = await world.execute(reportOf(nextLoss()))
    const { claimId } = reply
    await world.execute({
      type: 'recordFirstContact',
      claimId,
      sender: handler,
      key: randomUUID(),
      body: { reached: true },
      note: '已电话联系',
    })
    await expect(
      world.execute({
        type: 'recordFirstContact',
        claimId,
        sender: handler,
        key: randomUUID(),
        body: { reached: true },
      }),
    ).rejects.toMatchObject({ code: 'wrongStage' })
    const [row] = await world.database.select().from(claims).where(eq(claims.id, claimId))
    const events = await world.database
      .select()
      .from(claimEvents)
      .where(eq(claimEvents.claimId, claimId))
      .orderBy(claimEvents.sequence)
    const folded = events.reduce<ClaimState | null>(
      (state, { type, data, at }) => evolve(state, { type, data } as ClaimEvent, at),
      null,
    )
    expect(canonical(folded)).toBe(canonical(row?.state))
    const entries = await world.database
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.chain, claimId))
      .orderBy(auditEntries.sequence)
    expect(entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'registerClaim done',
      'recordFirstContact done',
      'recordFirstContact refused',
    ])
    expect(entries.map((entry) => entry.previousHash).slice(1)).toEqual(
      entries.map((entry) => entry.hash).slice(0, -1),
    )
    expect(row?.auditHash).toBe(entries.at(-1)?.hash)
  })

  it('tells a stranger that there is no such claim', async () => {
    const { reply } = await world.execute(reportOf(nextLoss()))
    const stranger = await world.customer()
    const withdraw = { type: 'withdrawClaim', claimId: reply.claimId, sender: stranger, body: {} } as const
    await expect(world.execute({ ...withdraw, key: randomUUID() })).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(
      world.execute({ ...withdraw, claimId: randomUUID(), key: randomUUID() }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  it('balances the ledger in every group', async () => {
    const { rows } = await world.database.execute(sql`
      select group_id from ledger_entries group by group_id
      having sum(case side when 'debit' then amount_minor else -amount_minor end) <> 0`)
    expect(rows).toEqual([])
  })
})
