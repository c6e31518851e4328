import { describe, expect, it } from 'vitest'
import { coverageInput } from '../../../api/schemas/claim/coverages.ts'
import { liableParty } from '../../../api/schemas/claim/sheet-values.ts'
import { checkSheetInput } from '../../../domain/adjustment/faults/check-sheet-input.ts'
import type { LineInput } from '../../../domain/adjustment/coverage-input.ts'
import { calculate } from '../../../domain/adjustment/sheet.ts'
import type { CalculatedSheet, SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { wordings as known } from '../../../domain/adjustment/wordings/wordings.ts'
import {
  addCoverage,
  addableTo,
  basisOf,
  suppose,
  withoutPerson,
  wordings,
} from '../../../web/staff/calculator/supposition.ts'
import {
  continueSheet,
  isWithoutLoss,
  newLine,
  sheetInputOf,
} from '../../../web/staff/claim/sheet/begin-sheet.ts'
import { fieldsOf, type RowsField } from '../../../web/staff/claim/sheet/coverage-fields.ts'
import { factKey, pathOf } from '../../../web/staff/claim/sheet/fact-names.ts'
import { paymentsOf } from '../../../web/staff/claim/sheet/payments-of.ts'
import { takeOver } from '../../../web/staff/claim/sheet/take-over.ts'
import { compareVersions } from '../../../web/staff/claim/sheet/compare-versions.ts'
import { withLines } from '../../../web/staff/claim/sheet/with-lines.ts'
import { withReceipts } from '../../../web/staff/claim/sheet/with-receipts.ts'

const bill = newLine('accidentMedical', 'accidentMedical', 'p1', 1)
const day = '2023-05-01'

describe('receipts of a line', () => {
  const paper = (amountMinor: number, paidByOthersMinor = 0) => ({
    receipt: 'R',
    amountMinor,
    paidByOthersMinor,
  })

  it('are what was asked for, and what is assessed until somebody assesses otherwise', () => {
    const listed = withReceipts(bill, [paper(300), paper(200)])
    expect(listed).toMatchObject({ askedMinor: 500, assessedMinor: 500 })
    const assessed = { ...listed, assessedMinor: 450 }
    expect(withReceipts(assessed, [paper(700)])).toMatchObject({ askedMinor: 700, assessedMinor: 450 })
    expect(withReceipts(listed, undefined)).not.toHaveProperty('receipts')
  })

  it('add what social insurance has paid of them to what others have paid', () => {
    const coverage = 'accidentMedical' as const
    const lines = (...papers: ReturnType<typeof paper>[]) => [withReceipts(bill, papers)]
    const once = withLines({ coverage, lines: [bill] }, lines(paper(500, 300)))
    expect(once['paidByOthersMinor']).toBe(300)
    const more = withLines({ ...once, paidByOthersMinor: 350 }, lines(paper(500, 100)))
    expect(more['paidByOthersMinor']).toBe(150)
    expect(withLines({ coverage, lines: [bill] }, [bill])).not.toHaveProperty('paidByOthersMinor')
  })
})

describe('a version that is continued', () => {
  it('keeps what it says beside its coverages, and those whom only that names', () => {
    const delay = [
      { claimantId: 'p2', amountMinor: 1, dueOn: day, paidOn: day, yearlyRate: '0.1', basis: 'judgment' },
    ] as const
    const parties = ['p1', 'p2'].map((id) => ({ id, role: 'insured' }))
    const before = {
      ...sheetInputOf(suppose('accident', day).sheet, basisOf(suppose('accident', day))),
      delay,
    }
    const stands = { ...basisOf(suppose('accident', day)), parties }
    const after = sheetInputOf(continueSheet({ ...before, otherAccidents: ['LP1'] }), stands)
    expect(after).toMatchObject({ delay, otherAccidents: ['LP1'] })
    expect(after.claimants.map(({ claimantId }) => claimantId)).toEqual(['p1', 'p2'])
  })
})

describe('what other claims have taken', () => {
  const medical = { coverage: 'accidentMedical', lines: [bill] } as const
  const compulsory = {
    coverage: 'compulsoryMotor',
    used: [
      { bucket: 'medical', amountMinor: 5 },
      { bucket: 'property', amountMinor: 7 },
    ],
  } as const

  it('is entered at its limit with one press, and nothing else is changed', () => {
    const found = takeOver([medical, compulsory], { path: 'coverages[0].usedMinor', takenMinor: 300 })
    expect(found).toEqual([{ ...medical, usedMinor: 300 }, compulsory])
  })

  it('of a compulsory limit replaces what was entered for that limit', () => {
    const [, found] = takeOver([medical, compulsory], { path: 'coverages[1].used.medical', takenMinor: 300 })
    expect(found?.['used']).toEqual([
      { bucket: 'property', amountMinor: 7 },
      { bucket: 'medical', amountMinor: 300 },
    ])
  })
})

describe('a late payment', () => {
  const claim = {
    intents: [
      { partyId: 'p1', amountMinor: 500, status: 'paid', postingDate: '2026-03-21' },
      { partyId: 'p2', amountMinor: 900, status: 'returned', postingDate: '2026-03-22' },
    ],
    clocks: { payment: { clock: { dueAt: '2026-03-19T15:59:59.999Z' } } },
  } as unknown as Parameters<typeof paymentsOf>[0]

  it('begins with what arrived and the end of its term, by the day in Shanghai', () => {
    expect(paymentsOf(claim)).toEqual([
      { claimantId: 'p1', amountMinor: 500, dueOn: '2026-03-19', paidOn: '2026-03-21' },
    ])
    expect(paymentsOf({ ...claim, clocks: {} })[0]?.dueOn).toBe('2026-03-21')
  })
})

describe('a fact of the input', () => {
  it.each([
    ['coverages[0].salvage.valueMinor', 'claim:field.salvage.valueMinor'],
    ['coverages[0].liableParties[1].household', 'claim:field.liableParties.household'],
    ['coverages[0].liableParties', 'claim:rows.liableParties'],
    ['coverages[2].lines[0].receipts[3].amountMinor', 'claim:field.receipts.amountMinor'],
    ['coverages[2].lines[0].derivation.age', 'claim:field.derivation.age'],
    ['coverages[2].lines[0].assessedMinor', 'blocks:sheet.assessed'],
    ['coverages[2].usedMinor', 'claim:field.usedMinor'],
    ['motor.others[0].liability', 'claim:motor.otherRate'],
    ['motor.others[0].compulsoryUsed[0].amountMinor', 'claim:field.used.amountMinor'],
    ['motor.others[0].right', 'claim:field.liableParties.right'],
    ['delay[0].yearlyRate', 'claim:field.delay.yearlyRate'],
  ])('at %s is called as the form calls it', (path, key) => {
    expect(factKey(path)).toBe(key)
  })

  it('that could not even be read is found by what the API points to', () => {
    const path = pathOf('/input/coverages/2/lines/0/receipts/3/receipt')
    expect(path).toBe('coverages[2].lines[0].receipts[3].receipt')
    expect(factKey(path)).toBe('claim:field.receipts.receipt')
    expect(factKey(pathOf('/input/delay/0/yearlyRate'))).toBe('claim:field.delay.yearlyRate')
  })

  it('has a field in the form, whichever the engine takes', () => {
    const made = new Set(['coverage', 'lines', 'beneficiaries', 'grades', 'deductibleChoice'])
    for (const { properties } of coverageInput.anyOf) {
      const code = properties.coverage.const
      const asked = new Set<string>(fieldsOf[code].map(({ name }) => name))
      const missing = Object.keys(properties).filter((name) => !asked.has(name) && !made.has(name))
      expect([code, missing]).toEqual([code, []])
    }
    const liable = fieldsOf.property.find(({ name }) => name === 'liableParties') as RowsField
    expect(liable.columns.map(({ name }) => name).toSorted()).toEqual(Object.keys(liableParty).toSorted())
  })
})

describe('losses of third parties', () => {
  it('are entered under one of the two covers, and missed where neither has any', () => {
    const thirdParty = { coverage: 'thirdParty' as const, lines: [] }
    const line = newLine('compulsoryMotor', 'compulsoryMotor', 'p1', 1)
    const compulsory = (lines: readonly LineInput[]) => ({ coverage: 'compulsoryMotor' as const, lines })
    expect(isWithoutLoss(thirdParty, [thirdParty, compulsory([line])])).toBe(false)
    expect(isWithoutLoss(thirdParty, [thirdParty, compulsory([])])).toBe(true)
    expect(isWithoutLoss({ coverage: 'ownDamage', lines: [] }, [compulsory([line])])).toBe(true)
  })
})

describe('a supposition', () => {
  it('knows every wording of the engine with its coverages', () => {
    const offered = Object.entries(wordings).map(([id, { coverages }]) => [id, coverages.toSorted()])
    const real = new Map(known.map(({ id, coverages }) => [id, coverages.toSorted()]))
    expect(new Map(offered as [string, string[]][])).toEqual(real)
  })

  it.each(Object.keys(wordings) as SheetInput['wordingId'][])(
    'under %s is one that the engine can calculate',
    (id) => {
      let supposed = suppose(id, id === 'motorCommercial2014' ? '2018-06-01' : day)
      const people = ['insured', 'victim', 'driver'].map((role, index) => ({
        id: `p${index + 1}`,
        role,
        name: '',
      }))
      supposed = { ...suppose(id, supposed.lossDate), people, sheet: { ...supposed.sheet, coverages: [] } }
      for (const code of wordings[id].coverages) supposed = addCoverage(supposed, code)
      const stated = supposed.sheet.coverages.map((one) => ({
        ...one,
        ...(one.coverage === 'compulsoryMotor' || one.coverage === 'dailyAllowance'
          ? {}
          : { sumInsuredMinor: 1 }),
        ...(one.coverage === 'property' ? { valueMinor: 1 } : {}),
        ...(one.coverage === 'accidentDisability' ? { grades: [7] } : {}),
      }))
      const input = sheetInputOf({ ...supposed.sheet, coverages: stated }, basisOf(supposed))
      expect(checkSheetInput(input)).toEqual([])
      expect(calculate(input).outcome).toBe('calculated')
    },
  )

  it('has each coverage once, and of property another part as long as there is one', () => {
    expect(addableTo(suppose('motorCompulsory', day))).toEqual([])
    const two = addCoverage(suppose('propertyEnterprise', day), 'property')
    expect(two.sheet.coverages.map(({ subject }) => subject)).toEqual(['building', 'contents'])
    const ids = two.sheet.coverages.flatMap(({ lines = [] }) => lines.map(({ lineId }) => lineId))
    expect(new Set(ids).size).toBe(2)
  })

  it('without a person is without their losses', () => {
    expect(withoutPerson(suppose('accident', day), 'p1').sheet.coverages[0]?.lines).toEqual([])
  })
})

describe('two versions of a sheet', () => {
  const input = (...lines: readonly LineInput[]): SheetInput => ({
    wordingId: 'accident',
    lossDate: day,
    claimants: [{ claimantId: 'p1', role: 'insured' }],
    coverages: [
      {
        coverage: 'accidentMedical',
        sumInsuredMinor: 1_000_000,
        socialInsuranceSettledFirst: true,
        rates: { settledFirst: '1', notSettledFirst: '1' },
        lines,
      },
    ],
  })
  const version = (...lines: readonly LineInput[]) => {
    const asked = input(...lines)
    return { input: asked, result: calculate(asked) as CalculatedSheet }
  }
  const of = (number: number, minor: number) => ({
    ...newLine('accidentMedical', 'accidentMedical', 'p1', number),
    askedMinor: minor,
    assessedMinor: minor,
  })

  it('are compared line by line: what is the same, what changed, what came and what went', () => {
    const found = compareVersions(
      version(of(1, 100), of(2, 50), of(3, 7)),
      version(of(1, 100), of(2, 60), of(4, 9)),
    )
    expect(found.lines.map(({ before, after }) => [before, after])).toEqual([
      [100, 100],
      [50, 60],
      [7, null],
      [null, 9],
    ])
    expect(found.payable).toMatchObject({ before: 157, after: 169 })
    expect(found.coverages).toMatchObject([{ coverage: 'accidentMedical', before: 157, after: 169 }])
    expect(found.steps.map(({ id }) => id)).toEqual(['accidentMedical.eligible', 'accidentMedical.pay'])
  })

  it('tell of a line whose amount is the same, but whose class is another', () => {
    const asC = { ...of(1, 100), catalogueClass: 'C' as const }
    const found = compareVersions(version(asC, of(2, 50)), version(of(1, 100), of(2, 50)))
    expect(found.lines.map(({ classes }) => classes)).toEqual([{ before: 'C', after: 'A' }, null])
  })

  it('count the amount that was agreed before the one that was assessed', () => {
    const found = compareVersions(version(of(1, 100)), version({ ...of(1, 100), agreedMinor: 80 }))
    expect(found.lines).toMatchObject([{ before: 100, after: 80 }])
  })
})
