import { Type } from 'typebox'
import { buckets, itemsOfCoverage, type DamageItem } from '../../../domain/adjustment/items.ts'
import { closed, fenAmount, id, oneOf } from '../values.ts'

export const amount = fenAmount
export const shortName = Type.String({ minLength: 1, maxLength: 64 })

/** Decimal text from 0 to 1 with at most six decimals: a rate never becomes a floating-point number. */
export const rate = Type.String({
  pattern: String.raw`^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$`,
  examples: ['0.7'],
})
export const count = Type.Integer({ minimum: 0, maximum: 1_000_000 })

const item = oneOf<DamageItem>([...new Set(Object.values(itemsOfCoverage).flat())])

export const bucketAmounts = Type.Array(closed({ bucket: oneOf(buckets), amountMinor: amount }), {
  maxItems: 3,
})

const derivation = Type.Union([
  closed({ formula: Type.Literal('deathCompensation'), yearlyIncomeMinor: amount, age: count }),
  closed({ formula: Type.Literal('funeral'), monthlyWageMinor: amount }),
  closed({ formula: Type.Literal('disabilityCompensation'), yearlyIncomeMinor: amount, age: count, rate }),
  closed({
    formula: Type.Literal('dependants'),
    yearlyExpenseMinor: amount,
    dependants: Type.Array(closed({ age: count, supporters: count }), { maxItems: 30 }),
    rate,
  }),
])

const lineInput = closed({
  lineId: Type.String({ minLength: 1, maxLength: 100 }),
  claimantId: shortName,
  item,
  basis: oneOf([
    'invoice',
    'repairCost',
    'actualValue',
    'agreedValue',
    'catalogue',
    'statutory',
    'judgment',
    'appraisal',
  ]),
  askedMinor: amount,
  assessedMinor: amount,
  agreedMinor: Type.Optional(amount),
  receipts: Type.Optional(
    Type.Array(
      closed({
        receipt: shortName,
        documentId: Type.Optional(id),
        amountMinor: amount,
        paidByOthersMinor: Type.Optional(amount),
      }),
      {
        maxItems: 200,
        description:
          'What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only.',
      },
    ),
  ),
  catalogueClass: Type.Optional(oneOf(['A', 'B', 'C'])),
  selfPayRate: Type.Optional(rate),
  saved: Type.Optional(closed({ insuredMinor: amount, totalMinor: amount })),
  derivation: Type.Optional(derivation),
})

export const lines = Type.Array(lineInput, { maxItems: 1000 })
export const sublimits = Type.Array(closed({ item, limitMinor: amount }), { maxItems: 30 })
export const salvage = closed({ valueMinor: amount, keptBy: oneOf(['insured', 'insurer']) })

/** Someone liable for the loss; by them the rights pass to us, or do not (Insurance Law, articles 60 to 62). */
export const liableParty = {
  partyId: shortName,
  liability: rate,
  household: Type.Optional(
    closed({ intent: Type.Boolean() }, { description: 'Family or household of the insured.' }),
  ),
  right: Type.Optional(oneOf(['waivedBeforePayment', 'waivedAfterPayment', 'lostByInsured'])),
}
