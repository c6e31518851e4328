import { Type } from 'typebox'
import { closed, id, oneOf } from '../values.ts'
import { coverageInput } from './coverages.ts'
import { amount, rate, shortName } from './sheet-values.ts'
import { contentHash, note, versionNumber } from './values.ts'

const claimant = closed({
  claimantId: Type.String({ minLength: 1, maxLength: 64, description: 'Id of a party of the claim.' }),
  role: oneOf(['insured', 'driver', 'beneficiary', 'otherVehicle', 'outsideVehicles']),
  partyId: Type.Optional(shortName),
})

const otherParty = closed({
  partyId: shortName,
  liability: rate,
  kind: oneOf(['motorVehicle', 'other']),
  compulsoryUsed: Type.Optional(
    Type.Array(
      closed({ bucket: oneOf(['deathAndDisability', 'medical', 'property']), amountMinor: amount }),
      { maxItems: 3 },
    ),
  ),
})

const motorFacts = closed({
  liability: closed({
    degree: oneOf(['none', 'minor', 'equal', 'main', 'sole']),
    rate: Type.Optional(rate),
    basis: oneOf(['wording', 'police', 'agreement', 'judgment']),
  }),
  others: Type.Array(otherParty, { maxItems: 50 }),
})

/** All that a calculation needs; the engine says what is wrong with its meaning. */
export const sheetInput = closed(
  {
    wordingId: oneOf([
      'motorCompulsory',
      'motorCommercial2014',
      'motorCommercial2020',
      'propertyEnterprise',
      'propertyHousehold',
      'accident',
      'healthShortTerm',
    ]),
    lossDate: Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, examples: ['2026-03-09'] }),
    claimants: Type.Array(claimant, { minItems: 1, maxItems: 200 }),
    motor: Type.Optional(motorFacts),
    coverages: Type.Array(coverageInput, { minItems: 1, maxItems: 40 }),
  },
  { description: 'Input of the calculation; amounts in fen, rates as decimal text.' },
)

export const sheetParams = { version: versionNumber }

/** A decision on a sheet names what was seen, so that it cannot fall on another. */
export const namedSheet = closed({ sheetHash: contentHash, note })
export const disputedSheet = closed({
  sheetHash: contentHash,
  lines: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
    minItems: 1,
    maxItems: 500,
    description: 'Ids of the lines that are disputed.',
  }),
  note,
})

export const newSettlement = closed({
  sheetVersion: versionNumber,
  sheetHash: contentHash,
  kind: oneOf(['final', 'advance', 'repayment']),
  payees: Type.Array(closed({ partyId: id, amountMinor: amount }), { maxItems: 100 }),
  replacesIntent: Type.Optional(id),
  note,
})

export const ruling = closed({
  level: Type.Integer({ minimum: 1, maximum: 20 }),
  decision: oneOf(['approve', 'return', 'reject', 'refer']),
  hash: contentHash,
  clause: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  note,
})

export const release = closed({ hash: contentHash, note })
export const suspenseResolution = closed({ outcome: oneOf(['paid', 'failed']), note })
