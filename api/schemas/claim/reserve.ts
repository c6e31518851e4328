import { Type } from 'typebox'
import { stages } from '../../../domain/claim/stages.ts'
import { closed, fenAmount, list, nullable, oneOf } from '../values.ts'
import { wireInstant } from './values.ts'

/** The reserve as it stands, and how it came to that. */
export const reserve = closed({
  indemnityMinor: fenAmount,
  expenseMinor: fenAmount,
  owedMinor: Type.Integer({
    minimum: 0,
    description: 'Promised and not paid yet: no less may be set aside for the indemnity.',
  }),
  check: nullable(
    closed(
      { estimateMinor: fenAmount, paidMinor: fenAmount, adequate: Type.Boolean() },
      {
        description:
          'Made before the close: what was expected before the amount was known, and what was paid.',
      },
    ),
  ),
  movements: list(
    closed({
      at: wireInstant,
      part: oneOf(['indemnity', 'expense']),
      stage: oneOf(stages),
      reason: Type.String({ description: 'A code: of the rule, of the person, or of the posting.' }),
      changeMinor: Type.Integer({ description: 'Fen; below nothing when it was taken back or used.' }),
      balanceMinor: Type.Integer(),
      byName: nullable(Type.String()),
      note: nullable(Type.String()),
    }),
  ),
})
