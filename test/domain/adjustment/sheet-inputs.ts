import type {
  LineInput,
  MedicalInput,
  OwnDamageInput,
  PropertyInput,
} from '../../../domain/adjustment/coverage-input.ts'
import type { DamageItem } from '../../../domain/adjustment/items.ts'
import type {
  CalculatedSheet,
  MotorFacts,
  OtherParty,
  SheetInput,
} from '../../../domain/adjustment/sheet-types.ts'
import { calculate } from '../../../domain/adjustment/sheet.ts'
import { fenFromYuan } from '../../../domain/money.ts'

/** Yuan as a test writes them, in fen. */
export function yuan(text: string): number {
  return fenFromYuan(text)
}

/** A line whose amount is asked, assessed and not disputed. */
export function line(
  lineId: string,
  claimantId: string,
  item: DamageItem,
  amountMinor: number,
  extra: Partial<LineInput> = {},
): LineInput {
  return {
    lineId,
    claimantId,
    item,
    basis: 'invoice',
    askedMinor: amountMinor,
    assessedMinor: amountMinor,
    ...extra,
  }
}

/** Lines of one claimant from items and yuan: `{ treatment: '29517.09' }`. */
export function lines(claimantId: string, amounts: Partial<Record<DamageItem, string>>): LineInput[] {
  return Object.entries(amounts).map(([item, amount]) =>
    // Object.entries forgets that the keys are items.
    line(`${claimantId}-${item}`, claimantId, item as DamageItem, yuan(amount)),
  )
}

export function fault(
  degree: MotorFacts['liability']['degree'],
  others: readonly OtherParty[] = [],
  rate?: string,
): MotorFacts {
  return {
    liability: rate === undefined ? { degree, basis: 'wording' } : { degree, rate, basis: 'judgment' },
    others,
  }
}

/** Another car, whose owner is a claimant of the same name. */
export function otherCar(liability: string, partyId = 'B'): OtherParty {
  return { partyId, kind: 'motorVehicle', liability }
}

export const insured = { claimantId: 'insured', role: 'insured' } as const
export const pedestrian = { claimantId: 'victim', role: 'outsideVehicles' } as const
export const carB = { claimantId: 'B', role: 'otherVehicle', partyId: 'B' } as const

export function ownDamage(terms: Partial<OwnDamageInput>): OwnDamageInput {
  const sumInsured = terms.depreciation ? {} : { sumInsuredMinor: yuan('300000') }
  return { coverage: 'ownDamage', ...sumInsured, method: 'clause', lines: [], ...terms }
}

export function property(terms: Partial<PropertyInput>): PropertyInput {
  return { coverage: 'property', subject: 'building', sumInsuredMinor: 0, lines: [], ...terms }
}

export function medical(terms: Partial<MedicalInput>): MedicalInput {
  return {
    coverage: 'accidentMedical',
    sumInsuredMinor: yuan('20000'),
    socialInsuranceSettledFirst: true,
    rates: { settledFirst: '1', notSettledFirst: '0.6' },
    lines: [],
    ...terms,
  }
}

/** The sheet, or a failure when no wording was in force. */
export function sheetOf(input: SheetInput): CalculatedSheet {
  const sheet = calculate(input)
  if (sheet.outcome !== 'calculated') throw new Error(`no wording ${input.wordingId} on ${input.lossDate}`)
  return sheet
}

/** What a coverage pays. */
export function paid(sheet: CalculatedSheet, coverage: string): number {
  return sheet.byCoverage
    .filter((each) => each.coverage === coverage)
    .reduce((sum, each) => sum + each.payableMinor, 0)
}

/** The result of a step. */
export function stepResult(sheet: CalculatedSheet, id: string): number | undefined {
  return sheet.steps.find((step) => step.id === id)?.resultMinor
}
