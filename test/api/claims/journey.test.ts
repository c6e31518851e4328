import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerName, customerPhone, Office } from './office.ts'

let office: Office

beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

describe('a claim over HTTP', () => {
  it('goes from the report to a released payment, each step by whoever has the right', async () => {
    const claimId = await office.reported()
    await office.toApproval(claimId)
    for (const approver of ['approver', 'senior'] as const) {
      const before = await office.state(claimId)
      const settlement = before.settlements.at(-1)
      if (settlement?.state !== 'pending') break
      if (settlement.openLevel <= settlement.approvals.length)
        await office.system(claimId, 'openLevel', { settlementId: 'S1' })
      const url = `/claims/${claimId}/settlements/S1/decisions`
      await office.done(approver, 'POST', url, await office.ruling(claimId, 'approve'))
    }
    const { stage, settlements } = await office.state(claimId)
    expect(stage).toBe('payment')
    const released = await office.done('finance', 'POST', `/claims/${claimId}/settlements/S1/release`, {
      hash: settlements[0]?.hash,
    })
    expect(released['intents']).toMatchObject([{ amountMinor: settlements[0]?.amountMinor, status: 'ready' }])
  })

  it('never shows in a reply what is kept encrypted', async () => {
    const sent = await office.as('customer', 'POST', '/claims', office.report())
    expect(sent.statusCode).toBe(201)
    expect(sent.body).not.toContain(customerName)
    expect(sent.body).not.toContain(customerPhone)
    expect(sent.body).not.toContain('护栏')
  })
})
