import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claims } from '../../../db/schema/index.ts'
import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { civilDateOf } from '../../../domain/time/civil-date.ts'
import { Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
  office.policyId = await office.api.world.policy('accident', office.members.customer)
})
afterAll(() => office.close())

/** A treatment under the policy's 20,000 yuan with a deductible of 100. */
async function treatment(claimId: string, askedMinor: number, usedMinor?: number): Promise<SheetInput> {
  const { parties, lossAt } = await office.state(claimId)
  const insured = parties[0]?.id ?? ''
  return {
    wordingId: 'accident',
    lossDate: civilDateOf(lossAt),
    claimants: [{ claimantId: insured, role: 'insured' }],
    coverages: [
      {
        coverage: 'accidentMedical',
        sumInsuredMinor: 2_000_000,
        deductibleMinor: 10_000,
        ...(usedMinor === undefined ? {} : { usedMinor }),
        socialInsuranceSettledFirst: true,
        rates: { settledFirst: '1', notSettledFirst: '1' },
        lines: [
          {
            lineId: 'treatment',
            claimantId: insured,
            item: 'treatment',
            basis: 'invoice',
            askedMinor,
            assessedMinor: askedMinor,
            catalogueClass: 'A',
          },
        ],
      },
    ],
  }
}

async function adjusted(): Promise<string> {
  const claimId = await office.reported({ cause: 'fallOrInjury', narrative: '下楼时摔倒' })
  await office.giveAccount(claimId)
  await office.toAdjustment(claimId)
  return claimId
}

const save = (claimId: string, input: SheetInput) =>
  office.as('adjuster', 'POST', `/claims/${claimId}/sheets`, { input })

/** The newest sheet is agreed to. */
async function agree(claimId: string): Promise<void> {
  const sheet = (await office.state(claimId)).sheets.at(-1)
  const path = `/claims/${claimId}/sheets/${String(sheet?.version)}`
  await office.done('adjuster', 'POST', `${path}/proposal`, { sheetHash: sheet?.hash })
  await office.system(claimId, 'askAgreement', {})
  await office.done('customer', 'POST', `${path}/agreement`, { sheetHash: sheet?.hash })
}

async function propose(claimId: string) {
  const { parties, sheets } = await office.state(claimId)
  const sheet = sheets.at(-1)
  return office.as('adjuster', 'POST', `/claims/${claimId}/settlements`, {
    sheetVersion: sheet?.version,
    sheetHash: sheet?.hash,
    kind: 'final',
    payees: [{ partyId: parties[0]?.id, amountMinor: sheet?.payableMinor }],
  })
}

describe('the sum insured of a policy with several claims', () => {
  it('is paid once: a sheet deducts what the others take, and a settlement looks again', async () => {
    const [first, second, third] = [await adjusted(), await adjusted(), await adjusted()]
    const firstNumber = (await office.state(first)).caseNumber
    expect((await save(first, await treatment(first, 1_500_000))).json()).toMatchObject({
      payableMinor: 1_490_000,
    })
    // Nothing is asked for yet: the sum insured is whole for everybody.
    expect((await save(third, await treatment(third, 1_000_000))).statusCode).toBe(201)
    await agree(first)
    await agree(third)
    expect((await propose(first)).statusCode).toBe(201)

    const forgetful = await save(second, await treatment(second, 1_000_000))
    expect(forgetful.json()).toMatchObject({
      status: 422,
      code: 'limitTaken',
      faults: [
        {
          path: 'coverages[0].usedMinor',
          takenMinor: 1_490_000,
          statedMinor: 0,
          caseNumbers: [firstNumber],
        },
      ],
    })
    const careful = await save(second, await treatment(second, 1_000_000, 1_490_000))
    expect(careful.json()).toMatchObject({ payableMinor: 510_000 })

    expect((await propose(third)).json()).toMatchObject({ status: 422, code: 'limitTaken' })
    const corrected = await save(third, await treatment(third, 1_000_000, 1_490_000))
    expect(corrected.json()).toMatchObject({ payableMinor: 510_000 })
  })

  it('is used up by what is paid for the loss, not by what is paid for coming late (Insurance Law art. 23)', async () => {
    office.policyId = await office.api.world.policy('accident', office.members.customer)
    const first = await adjusted()
    await save(first, await treatment(first, 2_010_000))
    await agree(first)
    expect((await propose(first)).statusCode).toBe(201)
    await office.system(first, 'openLevel', { settlementId: 'S1' })
    await office.done('senior', 'POST', `/claims/${first}/settlements/S1/decisions`, {
      ...(await office.ruling(first, 'approve')),
    })
    const hash = (await office.state(first)).settlements[0]?.hash
    await office.done('finance', 'POST', `/claims/${first}/settlements/S1/release`, { hash })

    const other = await office.reported({ cause: 'fallOrInjury', narrative: '下楼时摔倒' })
    await office.toAcceptance(other)
    expect(await limitsLeft(other)).toBe('fail')
    const { sheets } = await office.state(first)
    const [sheet] = sheets
    const late = { partyId: sheet?.byClaimant[0]?.partyId, coverage: 'lateDamages', payableMinor: 1 }
    await office.api.world.database
      .update(claims)
      .set({
        state: sql`jsonb_set(${claims.state}, '{sheets,0,byClaimant,1}', ${JSON.stringify(late)}::jsonb)`,
      })
      .where(eq(claims.id, first))
    await office.done('handler', 'POST', `/claims/${other}/coverage-facts`, {
      objectInsured: true,
      licenceValid: true,
      drunk: false,
      exclusionSuspected: 'none',
    })
    expect(await limitsLeft(other)).toBe('pass')
  })
})

/** What the panel of another claim says of the limits. */
async function limitsLeft(claimId: string): Promise<string | undefined> {
  await office.system(claimId, 'runPanel', {})
  return (await office.state(claimId)).panel?.lines.find(({ check }) => check === 'limitsLeft')?.result
}
