import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../support/api.ts'
import { Office } from './office.ts'

let office: Office
let claimId: string
let path: string

beforeAll(async () => {
  office = await Office.open()
  claimId = await office.reported()
  path = `/claims/${claimId}/reserve`
})
afterAll(() => office.close())

const change = {
  indemnityMinor: 450_000,
  expenseMinor: 80_000,
  reason: 'newFacts',
  note: '后纵梁受损，需公估',
}

interface Read {
  readonly indemnityMinor: number
  readonly owedMinor: number
  readonly check: object | null
  readonly movements: readonly Readonly<Record<string, unknown>>[]
}
const read = async () => (await office.as('handler', 'GET', path)).json<Read>()

describe('the reserve of a claim', () => {
  it('was opened by rule with the report', async () => {
    const { movements, indemnityMinor, owedMinor, check } = await read()
    expect([owedMinor, check]).toEqual([0, null])
    expect(movements.length).toBeGreaterThan(0)
    expect(new Set(movements.map(({ stage, reason }) => [stage, reason].join()))).toEqual(
      new Set(['report,opened']),
    )
    expect(movements.findLast(({ part }) => part === 'indemnity')).toMatchObject({
      balanceMinor: indemnityMinor,
    })
  })

  it.each([
    ['without a word why', { note: undefined }],
    ['for a reason of their own', { reason: 'because' }],
    ['below nothing', { indemnityMinor: -1 }],
    ['in fractions of a fen', { expenseMinor: 0.5 }],
  ])('is not set %s', async (_, wrong) => {
    const refused = await office.as('adjuster', 'POST', path, { ...change, ...wrong })
    expect(refused.json()).toMatchObject({ status: 400, code: 'malformed' })
  })

  it('is set with a reason, of which the books and the history tell', async () => {
    await office.toDocuments(claimId)
    await office.done('adjuster', 'POST', path, change)
    const { movements } = await read()
    expect(movements.slice(-2)).toMatchObject([
      { part: 'indemnity', stage: 'documents', reason: 'newFacts', balanceMinor: 450_000, note: change.note },
      { part: 'expense', stage: 'documents', reason: 'newFacts', balanceMinor: 80_000, note: change.note },
    ])
    for (const { byName } of movements.slice(-2)) expect(byName).toEqual(expect.any(String))
    const books = await office.as('auditor', 'GET', `/claims/${claimId}/ledger`)
    const { balances, balanced } = books.json<{
      balanced: boolean
      balances: { account: string; debitMinor: number; creditMinor: number }[]
    }>()
    expect(balanced).toBe(true)
    const reserve = balances.find(({ account }) => account === 'reserveIndemnity')
    expect((reserve?.creditMinor ?? 0) - (reserve?.debitMinor ?? 0)).toBe(450_000)
  })

  it('is for nobody outside, and set by no finance and no auditor', async () => {
    expect((await office.as('customer', 'GET', path)).statusCode).toBe(403)
    expect(refusalOf(await office.as('auditor', 'POST', path, change))).toMatchObject({ status: 403 })
    expect(refusalOf(await office.as('customer', 'POST', path, change))).toMatchObject({ status: 403 })
  })

  it('is not set below what was promised', async () => {
    const promised = await office.reported()
    await office.toApproval(promised, 300_000)
    const url = `/claims/${promised}/reserve`
    const { owedMinor } = (await office.as('adjuster', 'GET', url)).json<Read>()
    expect(owedMinor).toBeGreaterThan(0)
    const low = await office.as('adjuster', 'POST', url, { ...change, indemnityMinor: owedMinor - 1 })
    expect(low.json()).toMatchObject({ status: 422, code: 'reserveTooLow', owedMinor })
    await office.done('adjuster', 'POST', url, { ...change, indemnityMinor: owedMinor })
  })
})
