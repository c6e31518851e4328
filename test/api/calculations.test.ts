import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calculate } from '../../domain/adjustment/sheet.ts'
import { cases, work } from '../domain/adjustment/golden-workings.ts'
import { yuan } from '../domain/adjustment/sheet-inputs.ts'
import { Office } from './claims/office.ts'

let office: Office

beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

describe('a calculation without a claim', () => {
  it.each(cases)('gives the figures of $id: $rule', async (golden) => {
    const { worked, asked } = work(golden)
    const wanted = Object.entries(golden.expected).map(([name, amount]) => [name, yuan(amount)])
    expect(worked).toEqual(Object.fromEntries(wanted))
    expect(asked.length).toBeGreaterThan(0)
    for (const input of asked) {
      const answer = await office.as('handler', 'POST', '/calculations', { input })
      expect(answer.statusCode).toBe(200)
      expect(answer.json()).toEqual(calculate(input))
    }
  })

  it('pays the third parties and the dispute under liability cover', async () => {
    const line = { basis: 'judgment', askedMinor: 10_000, assessedMinor: 10_000 }
    const answer = await office.as('handler', 'POST', '/calculations', {
      input: {
        wordingId: 'liability',
        lossDate: '2024-05-01',
        claimants: [
          { claimantId: 'insured', role: 'insured' },
          { claimantId: 'guest', role: 'thirdParty' },
        ],
        coverages: [
          {
            coverage: 'liability',
            liability: { rate: '0.8', basis: 'judgment' },
            sumInsuredMinor: 1_000_000,
            lines: [
              { ...line, lineId: '1', claimantId: 'guest', item: 'treatment' },
              { ...line, lineId: '2', claimantId: 'insured', item: 'legalCost' },
            ],
          },
        ],
      },
    })
    expect(answer.json()).toMatchObject({ payableMinor: 18_000, wordingVerified: false })
  })
})
