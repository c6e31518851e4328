import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { roleGrants } from '../../../db/schema/index.ts'
import { refusalOf } from '../../support/api.ts'
import { customerName, Office } from './office.ts'

let office: Office

beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

async function proposed(): Promise<string> {
  await office.anotherPolicy()
  const claimId = await office.reported()
  await office.toApproval(claimId)
  return claimId
}

const decisions = (claimId: string) => `/claims/${claimId}/settlements/S1/decisions`

describe('an approval', () => {
  it('is decided by one of two who decide at once, and the other is told what stands', async () => {
    const claimId = await proposed()
    const approving = await office.ruling(claimId, 'approve')
    const returning = await office.ruling(claimId, 'return')
    const both = await Promise.all([
      office.as('approver', 'POST', decisions(claimId), approving),
      office.as('senior', 'POST', decisions(claimId), returning),
    ])
    const statuses = both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)
    expect(statuses).toEqual([201, 409])
    const loser = both.find(({ statusCode }) => statusCode === 409)?.json<Record<string, unknown>>()
    expect(loser?.['code']).toBe('alreadyDecided')
    expect(loser?.['state'] ?? loser?.['level']).toBeDefined()
    const settlement = (await office.state(claimId)).settlements[0]
    const done = (settlement?.approvals.length ?? 0) + (settlement?.state === 'returned' ? 1 : 0)
    expect(done).toBe(1)
  })

  it('of another figure or account than the one seen is none', async () => {
    const claimId = await proposed()
    const ruling = await office.ruling(claimId, 'approve')
    const other = await office.as('approver', 'POST', decisions(claimId), { ...ruling, hash: 'b'.repeat(64) })
    expect(refusalOf(other)).toEqual({ status: 412, code: 'contentChanged' })
    const [insured] = (await office.state(claimId)).parties
    const changed = await office.as('customer', 'PUT', `/claims/${claimId}/parties/${insured?.id}/account`, {
      holder: customerName,
      number: '6222021234567890123',
      bankName: '建设银行',
      kind: 'corporate',
    })
    expect(changed.json()).toMatchObject({ voided: ['S1'], stage: 'adjustment' })
    const late = await office.as('approver', 'POST', decisions(claimId), ruling)
    expect(refusalOf(late)).toEqual({ status: 409, code: 'approvalVoid' })
  })

  it('needs a right that holds at this moment', async () => {
    const claimId = await proposed()
    const leaving = await office.api.world.member(['approver'], { limitMinor: 5_000_000 })
    const browser = await office.api.browser(leaving)
    await office.api.world.database
      .update(roleGrants)
      .set({ validTo: Date.now() - 1000 })
      .where(eq(roleGrants.personId, leaving.personId))
    const refused = await office.api.as(
      browser,
      'POST',
      decisions(claimId),
      await office.ruling(claimId, 'approve'),
    )
    expect(refusalOf(refused)).toEqual({ status: 403, code: 'notPermitted' })
    const small = await office.api.browser(await office.api.world.member(['approver'], { limitMinor: 1 }))
    const above = await office.api.as(
      small,
      'POST',
      decisions(claimId),
      await office.ruling(claimId, 'approve'),
    )
    expect(refusalOf(above)).toEqual({ status: 403, code: 'limitTooLow' })
  })

  it('that rejects names its clause', async () => {
    const claimId = await proposed()
    const ruling = await office.ruling(claimId, 'reject')
    const without = await office.as('approver', 'POST', decisions(claimId), ruling)
    expect(refusalOf(without)).toEqual({ status: 422, code: 'clauseMissing' })
    const rejected = await office.as('approver', 'POST', decisions(claimId), { ...ruling, clause: '第八条' })
    expect(rejected.json()).toMatchObject({ stage: 'afterCare', decision: 'reject' })
  })
})

describe('a settlement', () => {
  it('adds up to what is payable, and pays nobody without an account', async () => {
    await office.anotherPolicy()
    const claimId = await office.reported()
    await office.toAgreed(claimId)
    const { sheets, parties } = await office.state(claimId)
    const sheet = sheets.at(-1)
    const propose = (amountMinor: number) =>
      office.as('adjuster', 'POST', `/claims/${claimId}/settlements`, {
        sheetVersion: sheet?.version,
        sheetHash: sheet?.hash,
        kind: 'final',
        payees: [{ partyId: parties[0]?.id, amountMinor }],
      })
    const less = await propose((sheet?.payableMinor ?? 0) - 1)
    expect(less.json()).toMatchObject({
      status: 422,
      code: 'payeesDoNotAddUp',
      expected: sheet?.payableMinor,
    })
    expect(refusalOf(await propose(sheet?.payableMinor ?? 0))).toEqual({
      status: 422,
      code: 'payeeIncomplete',
    })
  })

  it('is released by finance after its approval, once', async () => {
    const claimId = await proposed()
    const hash = (await office.state(claimId)).settlements[0]?.hash
    const release = () => office.as('finance', 'POST', `/claims/${claimId}/settlements/S1/release`, { hash })
    expect(refusalOf(await release())).toEqual({ status: 409, code: 'approvalVoid' })
    for (const approver of ['approver', 'senior'] as const) {
      const settlement = (await office.state(claimId)).settlements[0]
      if (settlement?.state !== 'pending') break
      if (settlement.openLevel <= settlement.approvals.length)
        await office.system(claimId, 'openLevel', { settlementId: 'S1' })
      await office.done(approver, 'POST', decisions(claimId), await office.ruling(claimId, 'approve'))
    }
    const both = await Promise.all([release(), release()])
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect((await office.state(claimId)).intents).toHaveLength(1)
  })
})
