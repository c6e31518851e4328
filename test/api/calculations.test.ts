import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calculate } from '../../domain/adjustment/sheet.ts'
import { cases, work } from '../domain/adjustment/golden-workings.ts'
import type { SheetInput } from '../../domain/adjustment/sheet-types.ts'
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

  const withOther = async (change: object) => {
    const input = { ...collision, motor: { ...mainlyOurs, others: [{ ...otherDriver, ...change }] } }
    return (await office.as('handler', 'POST', '/calculations', { input })).json<object>()
  }

  it('takes the part of whoever was let off before we paid from the indemnity (Insurance Law art. 61)', async () => {
    expect(await withOther({})).toMatchObject({ payableMinor: 280_000, recoverableMinor: 84_000 })
    const waived = await withOther({ right: 'waivedBeforePayment' })
    expect(waived).toMatchObject({ payableMinor: 196_000, recoverableMinor: 0 })
  })

  it('asks family and household for nothing, unless they intended it (Insurance Law art. 62)', async () => {
    const spared = await withOther({ household: { intent: false } })
    expect(spared).toMatchObject({ payableMinor: 280_000, recoverableMinor: 0 })
    const intended = await withOther({ household: { intent: true } })
    expect(intended).toMatchObject({ payableMinor: 280_000, recoverableMinor: 84_000 })
  })

  it('adds what a late payment has cost, and refuses one that was not late (Insurance Law art. 23)', async () => {
    const delay = { ...late, paidOn: '2026-04-18' }
    const owed = await office.as('handler', 'POST', '/calculations', {
      input: { ...collision, delay: [delay] },
    })
    expect(owed.json()).toMatchObject({ payableMinor: 280_000 + 247 })
    const input = { ...collision, delay: [{ ...delay, paidOn: late.dueOn }] }
    const refused = await office.as('handler', 'POST', '/calculations', { input })
    expect(refused.json()).toMatchObject({
      code: 'sheetFaults',
      faults: [{ code: 'contradiction', path: 'delay[0].paidOn' }],
    })
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

const mainlyOurs = { liability: { degree: 'main', basis: 'police', rate: '0.7' } } as const
const otherDriver = { partyId: 'B', liability: '0.3', kind: 'motorVehicle' } as const
/** 3,000 yuan that were missing, at one in a hundred a year: thirty days cost 2.47. */
const late = {
  claimantId: 'insured',
  amountMinor: 300_000,
  dueOn: '2026-03-19',
  yearlyRate: '0.01',
  basis: 'agreement',
} as const

/** A collision of two cars, of which ours is mainly at fault. */
const collision: SheetInput = {
  wordingId: 'motorCommercial2020',
  lossDate: '2024-05-01',
  claimants: [
    { claimantId: 'insured', role: 'insured' },
    { claimantId: 'driver B', role: 'otherVehicle', partyId: 'B' },
  ],
  motor: { ...mainlyOurs, others: [otherDriver] },
  coverages: [
    {
      coverage: 'ownDamage',
      sumInsuredMinor: 20_000_000,
      method: 'clause',
      lines: [
        {
          lineId: 'door',
          claimantId: 'insured',
          item: 'vehicleRepair',
          basis: 'invoice',
          askedMinor: 300_000,
          assessedMinor: 280_000,
        },
      ],
    },
  ],
}
const disability: SheetInput = {
  wordingId: 'accident',
  lossDate: '2024-05-01',
  claimants: [{ claimantId: 'insured', role: 'insured' }],
  coverages: [
    {
      coverage: 'accidentDisability',
      sumInsuredMinor: 10_000_000,
      grades: [9],
      beneficiaries: [{ claimantId: 'insured', parts: 1 }],
    },
  ],
}

/** The input with one piece of its JSON replaced, as somebody might have typed it. */
function typed(input: SheetInput, piece: string, by: string): string {
  const json = JSON.stringify({ input })
  const changed = json.replace(piece, by)
  if (changed === json) throw new Error(`There is no ${piece} to replace.`)
  return changed
}

async function sent(payload: string) {
  return office.as('handler', 'POST', '/calculations', JSON.parse(payload) as object)
}

const quoted = (text: string) => text.replaceAll(/[.[\]]/g, String.raw`\$&`)

/** The value with its place behind it, as both languages tell it. */
function inWords(path: string, value: string): RegExp {
  return new RegExp(` ${quoted(value)} ?[(（]${quoted(path)}[)）]`)
}

const asked = '"askedMinor":300000'
const receipts = (...amounts: number[]) =>
  `${asked},"receipts":${JSON.stringify(amounts.map((amountMinor, index) => ({ receipt: `R${index}`, amountMinor })))}`

describe('facts that contradict each other are refused with both of them', () => {
  it.each<[string, string, string, readonly [string, string], readonly [string, string]]>([
    [
      'liability of all parties above 100 %',
      typed(collision, '"liability":"0.3"', '"liability":"0.4"'),
      'ratesAboveOne',
      ['motor.liability.rate', '0.7'],
      ['motor.others', '0.4'],
    ],
    [
      'a rate of a vehicle without fault above a tenth',
      typed(collision, '"degree":"main"', '"degree":"none"'),
      'contradiction',
      ['motor.liability.rate', '0.7'],
      ['motor.liability.degree', 'none'],
    ],
    [
      'receipts that add up to another amount',
      typed(collision, asked, receipts(100_000, 199_999)),
      'receiptsDiffer',
      ['coverages[0].lines[0].receipts', '299999'],
      ['coverages[0].lines[0].askedMinor', '300000'],
    ],
    [
      'receipts in yuan beside an amount in fen',
      typed(collision, asked, receipts(1000, 2000)),
      'unitsMixed',
      ['coverages[0].lines[0].receipts', '3000'],
      ['coverages[0].lines[0].askedMinor', '300000'],
    ],
    [
      'more assessed than asked',
      typed(collision, '"assessedMinor":280000', '"assessedMinor":300001'),
      'assessedAboveAsked',
      ['coverages[0].lines[0].assessedMinor', '300001'],
      ['coverages[0].lines[0].askedMinor', '300000'],
    ],
    [
      'salvage worth more than the loss',
      typed(
        collision,
        '"method":"clause"',
        '"method":"clause","salvage":{"valueMinor":280001,"keptBy":"insured"}',
      ),
      'aboveLoss',
      ['coverages[0].salvage.valueMinor', '280001'],
      ['coverages[0].lines', '280000'],
    ],
    [
      'a coverage that the wording does not have',
      typed(collision, '"wordingId":"motorCommercial2020"', '"wordingId":"motorCompulsory"'),
      'coverageUnknown',
      ['coverages[0].coverage', 'ownDamage'],
      ['wordingId', 'motorCompulsory'],
    ],
  ])('%s', async (_, payload, code, one, other) => {
    const answer = await sent(payload)
    expect(answer.json()).toMatchObject({ status: 422, code: 'sheetFaults' })
    const { faults } = answer.json<{
      faults: { code: string; path: string; text: Record<string, string>; facts: object[] }[]
    }>()
    expect(faults.map((fault) => fault.code)).toEqual([code])
    const [fault] = faults
    expect(fault?.facts).toMatchObject([one, other].map(([path, value]) => ({ path, value })))
    for (const said of Object.values(fault?.text ?? {})) {
      for (const [path, value] of [one, other]) expect(said).toMatch(inWords(path, value))
    }
  })

  it('receipts that add up are no contradiction', async () => {
    const answer = await sent(typed(collision, asked, receipts(100_000, 200_000)))
    expect(answer.json()).toMatchObject({ outcome: 'calculated' })
  })
})

describe('figures that cannot be are refused with their field', () => {
  it.each<[string, string, string, string, RegExp]>([
    [
      'liability over 100 %',
      typed(collision, '"rate":"0.7"', '"rate":"1.2"'),
      '/input/motor/liability/rate',
      'pattern',
      /form/,
    ],
    [
      'a negative line',
      typed(collision, asked, '"askedMinor":-300000'),
      '/input/coverages/0/lines/0/askedMinor',
      'minimum',
      /Not less than 0/,
    ],
    [
      'yuan with decimals for fen',
      typed(collision, asked, '"askedMinor":3000.50'),
      '/input/coverages/0/lines/0/askedMinor',
      'type',
      /whole number of fen/,
    ],
    [
      'an amount past 2^53',
      typed(collision, asked, '"askedMinor":9007199254740993'),
      '/input/coverages/0/lines/0/askedMinor',
      'maximum',
      /9007199254740991/,
    ],
  ])('%s', async (_, payload, path, reason, text) => {
    const answer = await sent(payload)
    expect(answer.json()).toMatchObject({ status: 400, code: 'malformed' })
    const { fields } = answer.json<{
      fields: { path: string; reason: string; text: { zh: string; en: string } }[]
    }>()
    expect(fields).toMatchObject([{ path, reason }])
    expect(fields[0]?.text.en).toMatch(text)
    expect(fields[0]?.text.zh).toMatch(/[\u4e00-\u9fff]/)
  })

  it('amounts that are past 2^53 only together', async () => {
    const most = String(Number.MAX_SAFE_INTEGER)
    const answer = await sent(typed(collision, '"sumInsuredMinor":20000000', `"sumInsuredMinor":${most}`))
    expect(answer.json()).toMatchObject({
      code: 'sheetFaults',
      faults: [{ code: 'amountInvalid', path: 'coverages' }],
    })
  })

  it('disability grade 11', async () => {
    const answer = await sent(typed(disability, '"grades":[9]', '"grades":[11]'))
    const text = { en: expect.stringContaining('from 1 to 10') as string }
    expect(answer.json()).toMatchObject({
      code: 'sheetFaults',
      faults: [{ code: 'gradeInvalid', path: 'coverages[0].grades[0]', text }],
    })
  })

  it('a day that the calendar does not have', async () => {
    const answer = await sent(typed(collision, '"lossDate":"2024-05-01"', '"lossDate":"2024-02-30"'))
    expect(answer.json()).toMatchObject({
      code: 'sheetFaults',
      faults: [{ code: 'dateInvalid', path: 'lossDate' }],
    })
  })
})

describe('a loss for which there is no wording', () => {
  it('goes to a person, and nothing is paid', async () => {
    const answer = await sent(typed(collision, '"lossDate":"2024-05-01"', '"lossDate":"1999-05-01"'))
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ outcome: 'noWording', lossDate: '1999-05-01' })
    expect(answer.json()).not.toHaveProperty('payableMinor')
  })
})
