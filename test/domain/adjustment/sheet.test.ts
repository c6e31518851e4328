import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CoverageInput, LineInput } from '../../../domain/adjustment/coverage-input.ts'
import { checkSheetInput } from '../../../domain/adjustment/faults/check-sheet-input.ts'
import type { DamageItem } from '../../../domain/adjustment/items.ts'
import { calculate } from '../../../domain/adjustment/sheet.ts'
import type { CalculatedSheet, Claimant, SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { carB, fault, insured, line, otherCar, ownDamage, pedestrian, sheetOf, yuan } from './sheet-inputs.ts'

const secondVictim: Claimant = { claimantId: 'victim2', role: 'outsideVehicles' }

interface Accident {
  readonly treatment: number
  readonly care: number
  readonly secondTreatment: number
  readonly theirRepair: number
  readonly ownRepair: number
  readonly driverTreatment: number
  readonly limit: number
  readonly percent: number
}

/** One accident with two hurt pedestrians, another car, the insured's own car and driver. */
function inputOf(
  accident: Accident,
  order: (lines: LineInput[]) => LineInput[] = (lines) => lines,
): SheetInput {
  const of = (id: string, claimantId: string, item: DamageItem, amount: number) =>
    line(id, claimantId, item, amount)
  const coverages: CoverageInput[] = [
    {
      coverage: 'compulsoryMotor',
      insuredHere: true,
      lines: order([
        of('1', 'victim', 'treatment', accident.treatment),
        of('2', 'victim', 'care', accident.care),
        of('3', 'victim2', 'treatment', accident.secondTreatment),
        of('4', 'B', 'vehicleRepair', accident.theirRepair),
      ]),
    },
    { coverage: 'thirdParty', sumInsuredMinor: accident.limit, lines: [] },
    ownDamage({ method: 'share', lines: order([of('5', 'insured', 'vehicleRepair', accident.ownRepair)]) }),
    {
      coverage: 'driverSeat',
      sumInsuredMinor: yuan('10000'),
      lines: [of('6', 'insured', 'treatment', accident.driverTreatment)],
    },
  ]
  return {
    wordingId: 'motorCommercial2014',
    lossDate: '2018-06-01',
    claimants: [pedestrian, secondVictim, carB, insured],
    motor: fault(
      'main',
      [otherCar(((100 - accident.percent) / 100).toFixed(2))],
      (accident.percent / 100).toFixed(2),
    ),
    coverages,
  }
}

const loss = fc.nat(yuan('300000'))
const accidents: fc.Arbitrary<Accident> = fc.record({
  treatment: loss,
  care: loss,
  secondTreatment: loss,
  theirRepair: loss,
  ownRepair: loss,
  driverTreatment: loss,
  limit: loss,
  percent: fc.integer({ min: 1, max: 99 }),
})

const owed = (sheet: CalculatedSheet, claimantId: string): number =>
  sheet.byClaimant.find((each) => each.claimantId === claimantId)?.payableMinor ?? 0

describe('a calculation sheet', () => {
  it('says who is owed what, adding up to the fen in every direction', () => {
    fc.assert(
      fc.property(accidents, (accident) => {
        const sheet = sheetOf(inputOf(accident))
        const total = (amounts: readonly { payableMinor: number }[]) =>
          amounts.reduce((sum, each) => sum + each.payableMinor, 0)
        expect(total(sheet.byCoverage)).toBe(sheet.payableMinor)
        expect(total(sheet.byClaimant)).toBe(sheet.payableMinor)
        for (const coverage of sheet.byCoverage)
          expect(total(coverage.byClaimant)).toBe(coverage.payableMinor)
      }),
      { numRuns: 50 },
    )
  })

  it('never pays anyone more than their loss, nor a coverage more than its limit', () => {
    fc.assert(
      fc.property(accidents, (accident) => {
        const sheet = sheetOf(inputOf(accident))
        expect(owed(sheet, 'victim')).toBeLessThanOrEqual(accident.treatment + accident.care)
        expect(owed(sheet, 'victim2')).toBeLessThanOrEqual(accident.secondTreatment)
        expect(owed(sheet, 'B')).toBeLessThanOrEqual(accident.theirRepair)
        expect(owed(sheet, 'insured')).toBeLessThanOrEqual(accident.ownRepair + accident.driverTreatment)
        const limits = {
          compulsoryMotor: yuan('122000'),
          thirdParty: accident.limit,
          ownDamage: yuan('300000'),
          driverSeat: yuan('10000'),
        }
        for (const [coverage, limit] of Object.entries(limits)) {
          const paid = sheet.byCoverage.find((each) => each.coverage === coverage)?.payableMinor
          expect(paid).toBeLessThanOrEqual(limit)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('pays no less when one victim lost more', () => {
    fc.assert(
      fc.property(accidents, fc.nat(yuan('1000')), (accident, more) => {
        const alone = {
          ...accident,
          secondTreatment: 0,
          theirRepair: 0,
          ownRepair: 0,
          driverTreatment: 0,
          treatment: 0,
        }
        const before = sheetOf(inputOf(alone)).payableMinor
        expect(sheetOf(inputOf({ ...alone, care: alone.care + more })).payableMinor).toBeGreaterThanOrEqual(
          before,
        )
      }),
      { numRuns: 50 },
    )
  })

  it('pays no less when the insured is more at fault', () => {
    fc.assert(
      fc.property(accidents, (accident) => {
        const percent = Math.min(accident.percent, 98)
        const before = sheetOf(inputOf({ ...accident, percent })).payableMinor
        expect(sheetOf(inputOf({ ...accident, percent: percent + 1 })).payableMinor).toBeGreaterThanOrEqual(
          before,
        )
      }),
      { numRuns: 50 },
    )
  })

  it('does not depend on the order in which lines were entered', () => {
    fc.assert(
      fc.property(accidents, (accident) => {
        const reversed = inputOf(accident, (lines) => lines.toReversed())
        expect(calculate(reversed)).toEqual(calculate(inputOf(accident)))
      }),
      { numRuns: 20 },
    )
  })

  it('survives JSON and gives the same sheet again', () => {
    fc.assert(
      fc.property(accidents, (accident) => {
        const input = inputOf(accident)
        const stored: SheetInput = JSON.parse(JSON.stringify(input))
        expect(JSON.stringify(calculate(stored))).toBe(JSON.stringify(calculate(input)))
      }),
      { numRuns: 20 },
    )
  })

  it('explains every amount: each step has its own id and shares that add up to it', () => {
    fc.assert(
      fc.property(accidents, (accident) => {
        const { steps } = sheetOf(inputOf(accident))
        expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
        for (const step of steps) {
          if (!step.shares) continue
          expect(step.shares.reduce((sum, each) => sum + each.amountMinor, 0)).toBe(step.resultMinor)
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('a line', () => {
  const pays = (changed: Partial<LineInput>) =>
    sheetOf({
      wordingId: 'motorCompulsory',
      lossDate: '2023-05-01',
      claimants: [pedestrian],
      motor: fault('sole'),
      coverages: [
        {
          coverage: 'compulsoryMotor',
          insuredHere: true,
          lines: [{ ...line('1', 'victim', 'treatment', 500), ...changed }],
        },
      ],
    })

  it('counts what was agreed, else what was assessed, and never what was only asked', () => {
    expect(pays({ assessedMinor: 300 }).payableMinor).toBe(300)
    expect(pays({ assessedMinor: 300, agreedMinor: 400 }).payableMinor).toBe(400)
    expect(pays({ assessedMinor: 300, agreedMinor: 0 }).lines).toEqual([
      { lineId: '1', coverage: 'compulsoryMotor', countedMinor: 0, counted: 'agreed' },
    ])
  })
})

describe('what the law leaves out of the amount', () => {
  const repair = (changed: object) =>
    ({
      wordingId: 'motorCommercial2020',
      lossDate: '2024-05-01',
      claimants: [insured],
      motor: fault('sole'),
      coverages: [ownDamage({ lines: [{ ...line('1', 'insured', 'vehicleRepair', 500), ...changed }] })],
    }) as SheetInput

  it('is the part of a loss that was inflated (Insurance Law art. 27)', () => {
    expect(sheetOf(repair({ assessedMinor: 300 })).payableMinor).toBe(300)
    expect(() => calculate(repair({ agreedMinor: 501 }))).toThrow(TypeError)
  })

  it('is the cost of survey and appraisal, which we bear ourselves (Insurance Law art. 64)', () => {
    const faults = checkSheetInput(repair({ item: 'surveyCost' }))
    expect(faults.map(({ code }) => code)).toEqual(['itemUnknown'])
  })
})

describe('a sheet that cannot be calculated', () => {
  const input = inputOf({
    treatment: 1,
    care: 1,
    secondTreatment: 1,
    theirRepair: 1,
    ownRepair: 1,
    driverTreatment: 1,
    limit: 1,
    percent: 50,
  })

  it('goes to a person when no wording was in force on the day of loss', () => {
    expect(calculate({ ...input, lossDate: '2005-01-01' })).toEqual({
      outcome: 'noWording',
      wordingId: 'motorCommercial2014',
      lossDate: '2005-01-01',
      engineVersion: expect.any(String),
    })
  })

  it('throws on any other fault, because callers check first', () => {
    expect(() => calculate({ ...input, claimants: [] })).toThrow(TypeError)
  })
})
