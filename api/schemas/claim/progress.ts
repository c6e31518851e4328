import { Type } from 'typebox'
import { stages } from '../../../domain/claim/stages.ts'
import { sheetReasons } from '../../../domain/claim/sheet-reasons.ts'
import { coverageCodes, lines } from '../../../domain/policy/terms.ts'
import { checklistItems, fastTrackRules, lossCauses } from '../../../domain/rules/vocabulary.ts'
import { textSchema } from '../problem.ts'
import { closed, fenAmount, id, list, nullable, oneOf } from '../values.ts'
import { contact } from './report.ts'
import { step } from './stage-path.ts'
import { wireInstant } from './values.ts'

const when = nullable(wireInstant)
const code = nullable(Type.String())

const account = closed({ holder: Type.String(), number: Type.String(), bankName: Type.String() })

const maskedParty = closed({
  partyId: id,
  role: Type.String(),
  personId: nullable(id),
  name: Type.String({ examples: ['张*'] }),
  phone: nullable(Type.String({ examples: ['138****8000'] })),
  identityNumber: nullable(Type.String()),
  account: nullable(account),
})

const wanted = closed(
  {
    documents: list(closed({ item: oneOf(checklistItems), label: textSchema, refusedFor: code })),
    answer: nullable(
      closed({
        sheetVersion: Type.Integer(),
        sheetHash: Type.String(),
        // Null while the time stands still.
        answerBy: when,
      }),
    ),
    account: Type.Boolean({ description: 'We do not know yet where the money should go.' }),
  },
  { description: 'What we need from the customer now.' },
)

const amount = closed({
  sheetVersion: Type.Integer(),
  sheetHash: Type.String(),
  payableMinor: fenAmount,
  proposedAt: when,
  agreement: nullable(oneOf(['agreed', 'disputed', 'recorded'])),
  before: nullable(
    closed(
      {
        sheetVersion: Type.Integer(),
        payableMinor: fenAmount,
        reason: nullable(oneOf(sheetReasons)),
        note: nullable(Type.String()),
        changes: list(
          closed({
            lineId: Type.String(),
            claimantId: Type.String(),
            item: Type.String(),
            beforeMinor: nullable(fenAmount),
            afterMinor: nullable(fenAmount),
          }),
          'Lines that count another amount than before; null on the side where there is none.',
        ),
      },
      { description: 'The amount that was shown before, and why it is another one now.' },
    ),
  ),
  claimants: list(
    closed({ claimantId: Type.String(), name: textSchema }),
    'Whom lines and steps speak of: the reader, or what others are in the claim.',
  ),
  lines: list(
    closed({
      lineId: Type.String(),
      claimantId: Type.String(),
      coverage: oneOf(coverageCodes),
      item: Type.String(),
      askedMinor: fenAmount,
      assessedMinor: fenAmount,
      agreedMinor: nullable(fenAmount),
    }),
  ),
  byCoverage: list(closed({ coverage: oneOf([...coverageCodes, 'lateDamages']), payableMinor: fenAmount })),
  roundingPolicy: code,
  steps: list(
    Type.Object(
      {},
      {
        additionalProperties: true,
        examples: [{ id: 'ownDamage.pay', formula: 'ownDamage2020', exact: '280000', resultMinor: 280_000 }],
      },
    ),
    'Formula, inputs, clause and rounding of each step.',
  ),
})

const payment = closed({
  reference: Type.String({ description: 'Under which the bank knows it.' }),
  amountMinor: fenAmount,
  state: oneOf(['underWay', 'paid', 'notArrived']),
  orderedOn: Type.String({ description: 'The day on which it was let go.', examples: ['2026-03-09'] }),
  // The reader's own; null for what goes to somebody else.
  account: nullable(account),
})

/** Where a claim stands, for those whose claim it is. */
export const progress = closed({
  claimId: id,
  caseNumber: Type.String(),
  line: oneOf(lines),
  cause: oneOf(lossCauses),
  lossAt: wireInstant,
  stage: oneOf(stages),
  outcome: nullable(oneOf(['paid', 'rejected', 'withdrawn'])),
  status: textSchema,
  nextStep: textSchema,
  expectedAt: when,
  path: list(step, 'The seven stages.'),
  contact: nullable(contact),
  callBy: when,
  surveyor: nullable(contact),
  wanted,
  checklist: list(
    closed({
      item: oneOf(checklistItems),
      need: oneOf(['required', 'conditional']),
      label: textSchema,
      original: Type.Boolean(),
      state: oneOf(['wanted', 'received', 'accepted', 'refused']),
      refusedFor: code,
    }),
  ),
  amount: nullable(amount),
  payments: list(payment),
  decisionLetter: nullable(
    closed({ clause: Type.String(), check: Type.String(), reason: code, decidedAt: when, deliveredAt: when }),
  ),
  fastTrack: nullable(
    closed(
      {
        standing: oneOf(['asked', 'running', 'left', 'released']),
        status: textSchema,
        version: nullable(Type.Integer({ description: 'Of the table of rules.' })),
        rules: list(
          closed({ rule: oneOf(fastTrackRules), result: oneOf(['pass', 'refer']), reason: textSchema }),
        ),
      },
      { description: 'Whether a computer settles the claim, and by which rules.' },
    ),
  ),
  parties: list(maskedParty, 'The reader, in every role that they have in the claim.'),
})
