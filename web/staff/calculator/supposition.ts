/** What somebody supposes to see what would come out: a wording, a day, people, and what they have lost. */
import type { WordingId } from '../../../domain/adjustment/sheet-types.ts'
import type { CoverageCode } from '../../../domain/policy/terms.ts'
import {
  beginCoverage,
  type EditedCoverage,
  type EditedSheet,
  type SheetBasis,
} from '../claim/sheet/begin-sheet.ts'

export interface SupposedPerson {
  readonly id: string
  readonly role: string
  /** Empty: called by the role. */
  readonly name: string
}

export interface Supposition {
  readonly wordingId: WordingId
  readonly lossDate: string
  readonly people: readonly SupposedPerson[]
  readonly sheet: EditedSheet
}

/** The coverages of each wording, the usual one first; and who may have lost something under it. */
export const wordings: Readonly<
  Record<WordingId, { readonly coverages: readonly CoverageCode[]; readonly roles: readonly string[] }>
> = {
  motorCommercial2020: motor(),
  motorCommercial2014: motor(),
  motorCompulsory: { coverages: ['compulsoryMotor'], roles: ['victim', 'insured'] },
  propertyEnterprise: { coverages: ['property'], roles: ['insured', 'beneficiary'] },
  propertyHousehold: { coverages: ['property'], roles: ['insured', 'beneficiary'] },
  liability: { coverages: ['liability'], roles: ['victim', 'insured'] },
  accident: {
    coverages: ['accidentMedical', 'accidentDisability', 'accidentDeath', 'dailyAllowance'],
    roles: ['insured', 'beneficiary'],
  },
  healthShortTerm: { coverages: ['healthMedical', 'dailyAllowance'], roles: ['insured', 'beneficiary'] },
}

function motor() {
  return {
    coverages: ['ownDamage', 'thirdParty', 'compulsoryMotor', 'driverSeat'],
    roles: ['insured', 'victim', 'driver', 'beneficiary'],
  } as const
}

export function basisOf({ wordingId, lossDate, people }: Supposition): SheetBasis {
  return { parties: people, lossDate, wordingId, riders: [] }
}

/** Begun anew under a wording: its usual coverage, and the first of those who may have lost something. */
export function suppose(wordingId: WordingId, lossDate: string): Supposition {
  const { coverages, roles } = wordings[wordingId]
  const people = [{ id: 'p1', role: roles[0] ?? 'insured', name: '' }]
  const begun: Supposition = {
    wordingId,
    lossDate,
    people,
    sheet: {
      motor: { liability: { degree: 'sole', basis: 'police', rate: '1' }, others: [] },
      coverages: [],
      vehicles: {},
    },
  }
  const [first] = coverages
  return first === undefined ? begun : addCoverage(begun, first)
}

const subjects = ['building', 'contents', 'equipment', 'stock', 'cargo', 'other'] as const

/** Another coverage of the wording; of property another part, as long as there is one that is not there yet. */
export function addCoverage(supposed: Supposition, coverage: CoverageCode): Supposition {
  const { sheet } = supposed
  const taken = new Set(sheet.coverages.map((one) => one['subject']))
  const subject = subjects.find((one) => !taken.has(one))
  const part = coverage === 'property' && subject !== undefined ? { coverage, subject } : { coverage }
  const begun = beginCoverage(part, basisOf(supposed))
  return { ...supposed, sheet: { ...sheet, coverages: [...sheet.coverages, begun] } }
}

/** What can be added: each coverage once, of property a part for every subject. */
export function addableTo({ wordingId, sheet }: Supposition): readonly CoverageCode[] {
  const count = (code: CoverageCode) => sheet.coverages.filter(({ coverage }) => coverage === code).length
  return wordings[wordingId].coverages.filter(
    (code) => count(code) < (code === 'property' ? subjects.length : 1),
  )
}

/** Coverages whose limit nobody has said yet: without it there is nothing to calculate. */
export function withoutLimit({ sheet }: Supposition): readonly EditedCoverage[] {
  return sheet.coverages.filter(
    ({ coverage, sumInsuredMinor, depreciation }) =>
      coverage !== 'compulsoryMotor' &&
      coverage !== 'dailyAllowance' &&
      sumInsuredMinor === undefined &&
      depreciation === undefined,
  )
}

/** Without the person, and without what they had lost. */
export function withoutPerson(supposed: Supposition, id: string): Supposition {
  const { people, sheet } = supposed
  const coverages = sheet.coverages.map((one) => ({
    ...one,
    ...(one.lines === undefined ? {} : { lines: one.lines.filter(({ claimantId }) => claimantId !== id) }),
    ...(one.beneficiaries === undefined
      ? {}
      : { beneficiaries: one.beneficiaries.filter(({ claimantId }) => claimantId !== id) }),
  }))
  const delay = (sheet.kept?.delay ?? []).filter(({ claimantId }) => claimantId !== id)
  const kept = delay.length === 0 ? {} : { delay }
  return { ...supposed, people: people.filter((one) => one.id !== id), sheet: { ...sheet, coverages, kept } }
}
