import { Type } from 'typebox'
import { checklistItems, lossCauses } from '../../../domain/rules/vocabulary.ts'
import { smallClaimCoverages, smallClaimItems } from '../../../domain/claim/fast-track-state.ts'
import { stages } from '../../../domain/claim/stages.ts'
import { phone } from '../session.ts'
import { closed, fenAmount, id, line, list, nullable, oneOf } from '../values.ts'
import { textSchema } from '../problem.ts'
import { exemplified, payeeAccount, place, text, wireInstant } from './values.ts'

const identityNumber = Type.String({ minLength: 15, maxLength: 20 })
const plate = Type.String({ minLength: 2, maxLength: 20, examples: ['粤B12345'] })

/** Somebody in the claim who is not on file with the policy. */
export const newParty = closed({
  role: oneOf(['reporter', 'driver', 'victim', 'beneficiary', 'repairer']),
  name: line(100),
  phone: Type.Optional(phone),
  identityNumber: Type.Optional(identityNumber),
})

export const newParties = closed({
  parties: Type.Array(newParty, { minItems: 1, maxItems: 20 }),
  note: Type.Optional(text(2000)),
})

/**
 * A first notice of loss. Insured and policyholder are taken from the policy, so nobody types what is on file;
 * policy by id or by number.
 */
/** A small loss in figures: settled at once where the rules allow it, and otherwise handled as usual. */
const smallClaim = closed(
  {
    lines: Type.Array(
      closed({
        coverage: oneOf(smallClaimCoverages),
        item: oneOf(smallClaimItems),
        askedMinor: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
      }),
      { minItems: 1, maxItems: 20, description: 'Each from a receipt or a quotation that is sent along.' },
    ),
    agreedMinor: Type.Integer({
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description:
        'The insured agrees in advance to be paid exactly this. Software pays nothing else; it counts only from the insured themselves.',
    }),
    noExclusion: Type.Boolean({
      description: 'The circumstances in which nothing is paid were shown, and none of them was there.',
    }),
    licenceValid: Type.Optional(Type.Boolean({ description: 'Motor: whoever drove may drive.' })),
    drunk: Type.Optional(Type.Boolean({ description: 'Motor: whoever drove had been drinking.' })),
    socialInsuranceSettled: Type.Optional(
      Type.Boolean({ description: 'Medical: social insurance has settled its part; all is of class A.' }),
    ),
    account: Type.Optional(payeeAccount),
  },
  {
    description:
      'Fast track: a small claim in figures, to be settled without a person if every rule passes. The account may be given later.',
    example: {
      lines: [{ coverage: 'ownDamage', item: 'vehicleRepair', askedMinor: 80_000 }],
      agreedMinor: 80_000,
      noExclusion: true,
      licenceValid: true,
      drunk: false,
    },
  },
)

export const newClaim = exemplified(
  {
    policyId: Type.Optional(id),
    policyNumber: Type.Optional(line(40)),
    draftId: Type.Optional(id),
    cause: oneOf(lossCauses),
    lossAt: wireInstant,
    injury: Type.Optional(Type.Boolean()),
    death: Type.Optional(Type.Boolean()),
    thirdParty: Type.Optional(Type.Boolean({ description: 'Somebody else was hurt or lost something.' })),
    doubtful: Type.Optional(Type.Boolean({ description: 'Staff only: something does not fit.' })),
    estimatedMinor: Type.Optional(nullable(fenAmount)),
    place: Type.Optional(place),
    placeText: Type.Optional(line(300)),
    narrative: text(4000, 'What happened, in the own words of whoever reports.'),
    damage: Type.Optional(text(2000, 'What is damaged or who is hurt.')),
    plate: Type.Optional(plate),
    vehicleNumber: Type.Optional(Type.String({ minLength: 10, maxLength: 24 })),
    thirdPartyPlate: Type.Optional(plate),
    reporter: Type.Optional(closed({ name: line(100), phone, relation: Type.Optional(line(50)) })),
    parties: Type.Optional(Type.Array(newParty, { maxItems: 20 })),
    smallClaim: Type.Optional(smallClaim),
    duplicatesSeen: Type.Optional(
      Type.Boolean({ description: 'The possible duplicates were shown, and this is another loss.' }),
    ),
  },
  {
    description: 'A first notice of loss.',
    example: {
      policyNumber: 'PDZA202601010000001',
      cause: 'collision',
      lossAt: '2026-03-09T10:30:00+08:00',
      estimatedMinor: 300_000,
      placeText: '深圳市南山区深南大道',
      narrative: '等红灯时被后车追尾，后保险杠破损。',
      plate: '粤B12345',
    },
  },
)

const checklistLine = closed({
  item: oneOf(checklistItems),
  need: oneOf(['required', 'conditional']),
  label: textSchema,
  original: Type.Boolean(),
  state: oneOf(['wanted', 'received', 'accepted', 'refused']),
})

export const contact = closed({ name: Type.String(), workPhone: Type.String() })

/** What the customer holds after the report: number, name, checklist, and what happens next. */
export const registeredClaim = closed({
  claimId: id,
  caseNumber: Type.String({ examples: ['LP01012026030900012345'] }),
  stage: oneOf(stages),
  version: Type.Integer(),
  contactId: nullable(id),
  contact: nullable(contact),
  callBy: nullable(wireInstant),
  checklist: list(checklistLine),
  nextSteps: list(textSchema),
  duplicates: list(Type.String()),
})
