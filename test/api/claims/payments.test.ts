import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Office } from './office.ts'

let office: Office
let claimId: string

interface Payments {
  readonly payments: readonly { readonly claimId: string; readonly amountMinor: number }[]
  readonly totals: readonly {
    readonly status: string
    readonly count: number
    readonly amountMinor: number
  }[]
}

beforeAll(async () => {
  office = await Office.open()
  claimId = await office.reported()
  await office.toApproval(claimId)
  const ruling = await office.ruling(claimId, 'approve')
  await office.done('senior', 'POST', `/claims/${claimId}/settlements/S1/decisions`, ruling)
  const [settlement] = (await office.state(claimId)).settlements
  await office.done('finance', 'POST', `/claims/${claimId}/settlements/S1/release`, {
    hash: settlement?.hash,
  })
})
afterAll(() => office.close())

describe('payments', () => {
  it('are found in their state, and counted with their money', async () => {
    const [intent] = (await office.state(claimId)).intents
    const status = intent?.status ?? 'none'
    const shown = await office.as('finance', 'GET', `/payments?status=${status}`)
    expect(shown.json()).toMatchObject({
      payments: [{ claimId, intentId: intent?.id, ref: intent?.ref, amountMinor: 240_000, suspense: null }],
      totals: [{ status, count: 1, amountMinor: 240_000 }],
      next: null,
    })
    const paid = (await office.as('auditor', 'GET', '/payments?status=paid')).json<Payments>()
    expect(paid).toMatchObject({ payments: [], totals: [{ count: 1 }] })
  })

  it('are nothing for other roles, nor for another branch', async () => {
    expect((await office.as('approver', 'GET', '/payments?status=ready')).statusCode).toBe(403)
    const elsewhere = await office.memberElsewhere(['finance'])
    const theirs = (await office.api.as(elsewhere, 'GET', '/payments?status=ready')).json<Payments>()
    expect(theirs).toMatchObject({ payments: [], totals: [] })
  })
})
