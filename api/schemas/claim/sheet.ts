import { Type } from 'typebox'
import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { sheetReasons } from '../../../domain/claim/sheet-reasons.ts'
import { closed, id, oneOf } from '../values.ts'
import { coverageInput } from './coverages.ts'
import { amount, liableParty, rate, shortName } from './sheet-values.ts'
import { clauseReference, contentHash, exemplified, note, versionNumber } from './values.ts'

const claimant = closed({
  claimantId: Type.String({ minLength: 1, maxLength: 64, description: 'Id of a party of the claim.' }),
  role: oneOf(['insured', 'driver', 'beneficiary', 'otherVehicle', 'outsideVehicles', 'thirdParty']),
  partyId: Type.Optional(shortName),
})

const otherParty = closed({
  ...liableParty,
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

const day = Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, examples: ['2026-03-09'] })

const delay = closed({
  claimantId: shortName,
  amountMinor: amount,
  dueOn: day,
  paidOn: day,
  yearlyRate: rate,
  basis: oneOf(['agreement', 'judgment']),
})

/** What the document shows, and what it calculates to. */
export const sheetExample: SheetInput = {
  wordingId: 'motorCommercial2020',
  lossDate: '2026-03-09',
  claimants: [{ claimantId: '0c9c1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55', role: 'insured' }],
  motor: { liability: { degree: 'sole', basis: 'police', rate: '1' }, others: [] },
  coverages: [
    {
      coverage: 'ownDamage',
      sumInsuredMinor: 20_000_000,
      method: 'clause',
      lines: [
        {
          lineId: 'bumper',
          claimantId: '0c9c1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55',
          item: 'vehicleRepair',
          basis: 'repairCost',
          askedMinor: 300_000,
          assessedMinor: 280_000,
        },
      ],
    },
  ],
}

/** All that a calculation needs; the engine says what is wrong with its meaning. */
export const sheetInput = exemplified(
  {
    wordingId: oneOf([
      'motorCompulsory',
      'motorCommercial2014',
      'motorCommercial2020',
      'propertyEnterprise',
      'propertyHousehold',
      'liability',
      'accident',
      'healthShortTerm',
    ]),
    lossDate: day,
    claimants: Type.Array(claimant, { minItems: 1, maxItems: 200 }),
    motor: Type.Optional(motorFacts),
    otherAccidents: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
        maxItems: 50,
        description:
          'Case numbers of claims of the policy, with a loss within a day of this one, that were found to be other accidents.',
      }),
    ),
    coverages: Type.Array(coverageInput, { minItems: 1, maxItems: 40 }),
    delay: Type.Optional(
      Type.Array(delay, {
        maxItems: 50,
        description:
          'What we paid too late: the loss is owed beside the indemnity (Insurance Law, article 23).',
      }),
    ),
  },
  {
    description: 'Input of the calculation; amounts in fen, rates as decimal text.',
    example: sheetExample,
  },
)

export const newSheet = closed({
  input: sheetInput,
  reason: Type.Optional(
    oneOf(sheetReasons, 'Why the figure is calculated anew. The customer reads it, and with it the note.'),
  ),
  note,
})

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

export const newSettlement = exemplified(
  {
    sheetVersion: versionNumber,
    sheetHash: contentHash,
    kind: oneOf(['final', 'advance', 'repayment']),
    payees: Type.Array(closed({ partyId: id, amountMinor: amount }), { maxItems: 100 }),
    replacesIntent: Type.Optional(id),
    note,
  },
  {
    description: 'What is asked to be approved. A repayment names the payment that it replaces.',
    example: {
      sheetVersion: 1,
      sheetHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      kind: 'final',
      payees: [{ partyId: '0c9c1c52-8a3e-4a4f-9f3a-0d7f6b2e1c55', amountMinor: 280_000 }],
    },
  },
)

export const ruling = exemplified(
  {
    level: Type.Integer({ minimum: 1, maximum: 20 }),
    decision: oneOf(['approve', 'return', 'reject', 'refer']),
    hash: contentHash,
    clause: Type.Optional(clauseReference),
    note,
  },
  {
    description: 'A decision at one level, on exactly what was seen.',
    example: {
      level: 1,
      decision: 'approve',
      hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  },
)

export const release = closed({ hash: contentHash, note })
export const suspenseResolution = closed({ outcome: oneOf(['paid', 'failed']), note })
