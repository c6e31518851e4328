/**
 * The file by which an insurer's core hands its policies over (docs/policy-import.md). Amounts are integers of
 * fen, days are days in Shanghai, instants are ISO 8601 with their zone, rates are decimal text.
 */
import { Type, type Static } from 'typebox'
import type { Fen } from '../../../domain/money.ts'
import { coverageCodes, lines, premiumStatuses, propertySubjects } from '../../../domain/policy/terms.ts'

const closed = { additionalProperties: false } as const
const shortText = Type.String({ minLength: 1, maxLength: 200 })
const code = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' })
/** A safe integer is what `Fen` promises, so what passed the schema needs no second look. */
const amount = Type.Unsafe<Fen>(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))
const days = Type.Integer({ minimum: 0, maximum: 3660 })
const rate = Type.String({ pattern: '^[01](\\.\\d{1,4})?$' })
const moment = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?(Z|[+-]\\d{2}:\\d{2})$',
})
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const branchCode = Type.String({ pattern: '^\\d{4}$' })
const names = Type.Array(code, { maxItems: 40 })

const coverage = Type.Object(
  {
    coverage: Type.Enum([...coverageCodes]),
    subject: Type.Optional(Type.Enum([...propertySubjects])),
    sumInsuredMinor: amount,
    deductibleMinor: Type.Optional(amount),
    rate: Type.Optional(rate),
    rateWithoutSocialInsurance: Type.Optional(rate),
    dailyMinor: Type.Optional(amount),
    waitingDays: Type.Optional(days),
    maximumDays: Type.Optional(days),
    firstLoss: Type.Optional(Type.Boolean()),
  },
  closed,
)

const terms = {
  wordingId: code,
  coverages: Type.Array(coverage, { maxItems: 20 }),
  perils: names,
  exclusions: names,
  waitingPeriodDays: days,
  disclosureProof: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  riders: Type.Optional(names),
}

const changes = {
  terms: Type.Object(
    {
      kind: Type.Literal('terms'),
      terms: Type.Partial(Type.Object({ ...terms, newPriceMinor: amount, firstRegisteredOn: day }, closed)),
    },
    closed,
  ),
  coverage: Type.Object({ kind: Type.Literal('coverage'), coverage }, closed),
  coverageRemoved: Type.Object(
    {
      kind: Type.Literal('coverageRemoved'),
      coverage: Type.Enum([...coverageCodes]),
      subject: Type.Optional(Type.Enum([...propertySubjects])),
    },
    closed,
  ),
  expiry: Type.Object({ kind: Type.Literal('expiry'), expiryAt: moment }, closed),
  cancellation: Type.Object({ kind: Type.Literal('cancellation') }, closed),
}

const objects = {
  vehicle: Type.Object(
    {
      kind: Type.Literal('vehicle'),
      plate: Type.Optional(shortText),
      vehicleNumber: shortText,
      engineNumber: Type.Optional(shortText),
      /** Built for another market and without the check digit in its identification number. */
      parallelImport: Type.Optional(Type.Boolean()),
      model: Type.Optional(shortText),
      seats: Type.Integer({ minimum: 1, maximum: 200 }),
      usage: Type.Enum(['family', 'business', 'passengerHire', 'freight', 'publicService']),
      firstRegisteredOn: day,
      newPriceMinor: Type.Unsafe<Fen>(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    },
    closed,
  ),
  building: Type.Object(
    {
      kind: Type.Literal('building'),
      address: shortText,
      structure: Type.Optional(shortText),
      floorAreaSquareMetres: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000_000 })),
    },
    closed,
  ),
  contents: Type.Object(
    { kind: Type.Literal('contents'), address: shortText, description: shortText },
    closed,
  ),
}

const roles = Type.Array(Type.Enum(['holder', 'insured', 'beneficiary', 'driver']), {
  minItems: 1,
  maxItems: 4,
})
const person = {
  roles,
  kind: Type.Enum(['natural', 'legal']),
  name: shortText,
  /** Citizen identity number of a natural person, unified social credit code of a legal one. */
  identityNumber: shortText,
  phone: Type.Optional(shortText),
}

const productMembers = {
  id: code,
  line: Type.Enum([...lines]),
  name: Type.Object({ zh: shortText, en: shortText }, closed),
  wordings: Type.Array(Type.Object({ wordingId: code, from: day, to: Type.Optional(day) }, closed), {
    minItems: 1,
    maxItems: 40,
  }),
}
const policyMembers = {
  policyNumber: Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{5,39}$' }),
  productId: code,
  branchCode,
  inceptionAt: moment,
  expiryAt: moment,
  terms: Type.Object(terms, closed),
}
const endorsementMembers = { number: Type.Integer({ minimum: 1, maximum: 9999 }), effectiveAt: moment }

const branch = Type.Object({ code: branchCode, name: shortText }, closed)
const product = Type.Object(productMembers, closed)
const personEntry = Type.Object(person, closed)
const premiumEvent = Type.Object({ status: Type.Enum([...premiumStatuses]), at: moment }, closed)
const insuredObject = Type.Union([objects.vehicle, objects.building, objects.contents])
const change = Type.Union([
  changes.terms,
  changes.coverage,
  changes.coverageRemoved,
  changes.expiry,
  changes.cancellation,
])
export const endorsementSchema = Type.Object({ ...endorsementMembers, change }, closed)
const policy = Type.Object(
  {
    ...policyMembers,
    people: Type.Array(personEntry, { minItems: 1, maxItems: 500 }),
    objects: Type.Array(insuredObject, { maxItems: 50 }),
    endorsements: Type.Array(endorsementSchema, { maxItems: 500 }),
    premiumEvents: Type.Array(premiumEvent, { maxItems: 500 }),
  },
  closed,
)

/** The whole format, as it is published. */
export const importFileSchema = Type.Object(
  {
    format: Type.Literal('lipei.policies/1'),
    branches: Type.Optional(Type.Array(branch, { maxItems: 1000 })),
    products: Type.Optional(Type.Array(product, { maxItems: 1000 })),
    policies: Type.Array(policy, { maxItems: 5000 }),
  },
  closed,
)

export type ImportFile = Static<typeof importFileSchema>
export type FileBranch = Static<typeof branch>
export type FileProduct = Static<typeof product>
export type FilePolicy = Static<typeof policy>
export type FilePerson = Static<typeof personEntry>
export type FileObject = Static<typeof insuredObject>
export type FileVehicle = Static<typeof objects.vehicle>
export type FileEndorsement = Static<typeof endorsementSchema>
export type FilePremiumEvent = Static<typeof premiumEvent>

const list = (maxItems: number) => Type.Array(Type.Unknown(), { maxItems })

/**
 * The same format in parts that are checked one by one: the validator stops after a few faults, and of a union
 * it reports every alternative that was not meant.
 */
export const partSchemas = {
  file: Type.Object(
    {
      format: Type.Literal('lipei.policies/1'),
      branches: Type.Optional(list(1000)),
      products: Type.Optional(list(1000)),
      policies: list(5000),
    },
    closed,
  ),
  branch,
  product,
  policy: Type.Object(
    {
      ...policyMembers,
      people: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 500 }),
      objects: list(50),
      endorsements: list(500),
      premiumEvents: list(500),
    },
    closed,
  ),
  person: personEntry,
  endorsement: Type.Object({ ...endorsementMembers, change: Type.Unknown() }, closed),
  premiumEvent,
  objects,
  changes,
}
