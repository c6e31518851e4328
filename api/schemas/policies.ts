import { Type } from 'typebox'
import { endorsementSchema, importFileSchema, partSchemas } from '../../db/policies/import/file-schema.ts'
import { lines, premiumStatuses } from '../../domain/policy/terms.ts'
import { wireInstant } from './claim/values.ts'
import { closed, id, list, nullable, oneOf } from './values.ts'

const text = closed({ zh: Type.String(), en: Type.String() })
const branch = closed({ code: Type.String(), name: Type.String() })
const premiumStatus = oneOf(premiumStatuses)

const summary = closed({
  policyId: id,
  policyNumber: Type.String(),
  line: oneOf(lines),
  product: text,
  branch,
  inceptionAt: wireInstant,
  expiryAt: wireInstant,
  cancelled: Type.Boolean(),
  premiumStatus,
  holder: Type.String({ description: 'Masked.' }),
  objects: list(text, 'What is insured, masked.'),
})

export const policyList = closed({ policies: list(summary, 'At most 50, the latest inception first.') })

export const listQuery = closed({
  policyNumber: Type.Optional(Type.String({ maxLength: 40, description: 'Required of staff.' })),
})

export const searchBody = closed({
  by: oneOf(['policyNumber', 'plate', 'phone', 'identityNumber']),
  value: Type.String({
    minLength: 2,
    maxLength: 40,
    pattern: '[\\p{L}\\p{N}]',
    description: 'A vehicle without a plate is found by its identification number.',
  }),
})

export const policyParams = closed({ policyId: id })
export const asOfQuery = closed({ asOf: Type.Optional(wireInstant) })

const anything = (description: string) =>
  Type.Unsafe<object>({ type: 'object', additionalProperties: true, description })

export const policyPage = closed({
  policyId: id,
  policyNumber: Type.String(),
  line: oneOf(lines),
  branchId: id,
  branch,
  product: closed({ id: Type.String(), zh: Type.String(), en: Type.String() }),
  asOf: wireInstant,
  inForce: Type.Boolean({ description: 'Whether the policy covered a loss at this instant.' }),
  inceptionAt: wireInstant,
  expiryAt: wireInstant,
  cancelled: Type.Boolean(),
  premiumStatus,
  issued: closed({ inceptionAt: wireInstant, expiryAt: wireInstant }),
  terms: anything('Terms as of the instant, endorsements applied; see docs/policy-import.md.'),
  endorsementNumbers: list(Type.Integer(), 'Those that had taken effect.'),
  compulsoryPolicyNumber: Type.Optional(
    Type.String({ description: 'The compulsory policy whose cover is among the terms.' }),
  ),
  people: list(
    closed({
      personId: id,
      role: oneOf(['holder', 'insured', 'beneficiary', 'driver']),
      kind: oneOf(['natural', 'legal']),
      nameMasked: Type.String(),
      phoneMasked: nullable(Type.String()),
      identityMasked: nullable(Type.String()),
    }),
  ),
  objects: list(closed({ kind: Type.String(), description: text })),
  endorsements: list(
    closed({
      number: Type.Integer(),
      effectiveAt: wireInstant,
      writtenAt: wireInstant,
      change: anything('As in the import format.'),
    }),
  ),
  premiumEvents: list(closed({ status: premiumStatus, at: wireInstant, writtenAt: wireInstant })),
})

const endorsementExample = {
  number: 2,
  effectiveAt: '2026-06-01T00:00:00+08:00',
  change: { kind: 'coverage', coverage: { coverage: 'thirdParty', sumInsuredMinor: 200_000_000 } },
}

const importExample = {
  format: 'lipei.policies/1',
  branches: [{ code: '3101', name: '上海分公司' }],
  products: [
    {
      id: 'motor-commercial',
      line: 'motorCommercial',
      name: { zh: '机动车商业保险', en: 'Commercial motor insurance' },
      wordings: [{ wordingId: 'motorCommercial2020', from: '2020-09-19' }],
    },
  ],
  policies: [
    {
      policyNumber: 'PDAA2026310100000001',
      productId: 'motor-commercial',
      branchCode: '3101',
      inceptionAt: '2026-01-01T00:00:00+08:00',
      expiryAt: '2027-01-01T00:00:00+08:00',
      terms: {
        wordingId: 'motorCommercial2020',
        coverages: [{ coverage: 'ownDamage', sumInsuredMinor: 12_000_000, deductibleMinor: 50_000 }],
        perils: ['collision', 'singleVehicle', 'fire'],
        exclusions: ['drunkDriving', 'unlicensedDriver'],
        waitingPeriodDays: 0,
      },
      people: [
        {
          roles: ['holder', 'insured'],
          kind: 'natural',
          name: '李明轩',
          identityNumber: '310105198704123153',
          phone: '19900110001',
        },
      ],
      objects: [
        {
          kind: 'vehicle',
          plate: '沪A12345',
          vehicleNumber: 'LSVAA4182E2184847',
          seats: 5,
          usage: 'family',
          firstRegisteredOn: '2024-06-01',
          newPriceMinor: 20_000_000,
        },
      ],
      endorsements: [],
      premiumEvents: [{ status: 'paid', at: '2026-01-01T00:00:00+08:00' }],
    },
  ],
}

/**
 * The frame of what the importer takes; it looks at the parts itself, and names all of their faults at once
 * instead of the first few. The whole format is in docs/policy-import.md.
 */
export const importBody = partSchemas.file
export const endorsementBody = partSchemas.endorsement
export const premiumEventBody = partSchemas.premiumEvent

/** The same bodies in full, as the document shows them. */
export const importForm = { ...importFileSchema, examples: [importExample] }
export const endorsementForm = { ...endorsementSchema, examples: [endorsementExample] }

const count = Type.Integer({ minimum: 0 })
export const importReport = closed({
  branches: count,
  products: count,
  policies: count,
  people: count,
  endorsements: count,
  premiumEvents: count,
  unchangedPolicies: count,
})
export const added = closed({
  added: Type.Boolean({ description: 'False when the same was on file already.' }),
})
