import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { refusalOf } from '../../support/api.ts'
import { Office } from './office.ts'

let office: Office
let claimId: string
let input: SheetInput

beforeAll(async () => {
  office = await Office.open()
  claimId = await office.reported()
  await office.toAdjustment(claimId)
  input = office.sheet(claimId, await office.state(claimId))
})
afterAll(() => office.close())

const save = (given: unknown) => office.as('adjuster', 'POST', `/claims/${claimId}/sheets`, { input: given })

/** The input with one member of its only line changed. */
function withLine(changed: object): object {
  const [coverage] = input.coverages
  const lines = coverage !== undefined && 'lines' in coverage ? coverage.lines : []
  return { ...input, coverages: [{ ...coverage, lines: lines.map((line) => ({ ...line, ...changed })) }] }
}

describe('a calculation sheet', () => {
  it.each([
    ['a fraction of a fen', { assessedMinor: 0.1 }],
    ['a negative amount', { askedMinor: -1 }],
    ['2^53', { assessedMinor: 2 ** 53 }],
    ['1e21', { assessedMinor: 1e21 }],
    ['an amount as text', { assessedMinor: '1,000' }],
    ['a field that nobody reads', { approvedMinor: 1 }],
    ['a rate as a number', { selfPayRate: 0.1 }],
  ])('with %s is malformed', async (_what, changed) => {
    const refused = await save(withLine(changed))
    expect(refusalOf(refused)).toEqual({ status: 400, code: 'malformed' })
    const [field] = Object.keys(changed)
    expect(refused.json<{ fields: { path: string }[] }>().fields.map(({ path }) => path)).toEqual([
      `/input/coverages/0/lines/0/${field}`,
    ])
  })

  it('of a kind that nobody insures, or without any, is malformed', async () => {
    for (const coverages of [[{ coverage: 'moon' }], [null], [], 'all', undefined]) {
      expect(refusalOf(await save({ ...input, coverages }))).toEqual({ status: 400, code: 'malformed' })
    }
  })

  it('whose figures contradict each other or the policy is refused with each place', async () => {
    const above = await save(withLine({ agreedMinor: 400_000 }))
    expect(above.json()).toMatchObject({
      status: 422,
      code: 'sheetFaults',
      faults: [{ code: 'agreedAboveAsked' }],
    })
    const foreign = await save({
      ...input,
      coverages: input.coverages.map((one) => ({ ...one, sumInsuredMinor: 30_000_000 })),
    })
    expect(refusalOf(foreign)).toEqual({ status: 422, code: 'sheetFaults' })
  })

  it('names the file behind a receipt, if that is one of the claim', async () => {
    const own = (await office.state(claimId)).checklist.flatMap(({ documentIds }) => documentIds)[0] ?? ''
    const other = await office.reported()
    await office.toAcceptance(other)
    const foreign = (await office.state(other)).checklist.flatMap(({ documentIds }) => documentIds)[0]
    const shownBy = (documentId: unknown) =>
      withLine({ receipts: [{ receipt: '发票 1', amountMinor: 300_000, documentId }] })
    const saved = await save(shownBy(own))
    expect(saved.statusCode).toBe(201)
    const { sheetVersion } = saved.json<{ sheetVersion: number }>()
    const read = await office.as('auditor', 'GET', `/claims/${claimId}/sheets/${sheetVersion}`)
    expect(read.json()).toMatchObject({
      input: { coverages: [{ lines: [{ receipts: [{ documentId: own }] }] }] },
      rerun: { agrees: true },
    })
    expect((await save(shownBy(foreign))).json()).toMatchObject({
      status: 422,
      code: 'sheetFaults',
      faults: [
        {
          path: 'coverages[0].lines[0].receipts[0].documentId',
          policy: null,
          sheet: foreign,
        },
      ],
    })
    expect(refusalOf(await save(shownBy('../etc')))).toEqual({ status: 400, code: 'malformed' })
  })

  it('is decided on by version and hash: an older one or another hash says nothing', async () => {
    const first = (await save(input)).json<{ sheetVersion: number; sheetHash: string }>()
    const second = (await save(withLine({ assessedMinor: 290_000 }))).json<{
      sheetVersion: number
      sheetHash: string
    }>()
    expect(second.sheetVersion).toBe(first.sheetVersion + 1)
    const propose = (version: number, sheetHash: string) =>
      office.as('adjuster', 'POST', `/claims/${claimId}/sheets/${version}/proposal`, { sheetHash })
    const stale = await propose(first.sheetVersion, first.sheetHash)
    expect(stale.json()).toMatchObject({
      status: 412,
      code: 'contentChanged',
      sheetVersion: second.sheetVersion,
    })
    expect(refusalOf(await propose(second.sheetVersion, first.sheetHash))).toEqual({
      status: 412,
      code: 'contentChanged',
    })
    expect((await propose(second.sheetVersion, second.sheetHash)).statusCode).toBe(200)
  })

  it('is answered by the customer once, or by staff for them, or disputed line by line', async () => {
    const { sheets } = await office.state(claimId)
    const sheetHash = sheets.at(-1)?.hash
    const url = `/claims/${claimId}/sheets/${sheets.length}`
    expect((await office.as('customer', 'POST', `${url}/dispute`, { sheetHash, lines: [] })).statusCode).toBe(
      400,
    )
    const lines = [`${claimId}-repair`]
    const disputed = await office.as('customer', 'POST', `${url}/dispute`, {
      sheetHash,
      lines,
      note: '工时偏低',
    })
    expect(disputed.statusCode).toBe(200)
    const late = await office.as('handler', 'POST', `${url}/recorded-agreement`, { sheetHash })
    expect(refusalOf(late)).toEqual({ status: 409, code: 'alreadyDone' })
    const view = await office.as('adjuster', 'GET', `/claims/${claimId}/history?limit=500`)
    expect(view.body).toContain('工时偏低')
  })
})

describe('a calculation without a claim', () => {
  it('comes from the same engine and keeps nothing', async () => {
    const saved = (await save(input)).json<{ sheetVersion: number; payableMinor: number }>()
    const tried = await office.as('handler', 'POST', '/calculations', { input })
    expect(tried.json()).toMatchObject({ outcome: 'calculated', payableMinor: saved.payableMinor })
    const again = await office.as('handler', 'POST', '/calculations', { input })
    expect(again.body).toBe(tried.body)
    expect((await office.state(claimId)).sheets).toHaveLength(saved.sheetVersion)
  })

  it('tells every fault, and when no wording was in force', async () => {
    const faulty = await office.as('handler', 'POST', '/calculations', {
      input: withLine({ agreedMinor: 400_000 }),
    })
    expect(refusalOf(faulty)).toEqual({ status: 422, code: 'sheetFaults' })
    const early = await office.as('handler', 'POST', '/calculations', {
      input: { ...input, lossDate: '1999-01-01' },
    })
    expect(early.json()).toMatchObject({ outcome: 'noWording' })
    expect((await office.as('customer', 'POST', '/calculations', { input })).statusCode).toBe(403)
  })
})
