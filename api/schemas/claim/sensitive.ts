import { Type } from 'typebox'
import { closed, id, line, list, nullable } from '../values.ts'

const code = nullable(Type.String())

export const sensitiveView = closed({ partyId: Type.Optional(id), reason: line(300) })
export const clearParties = closed({
  parties: list(
    closed({
      partyId: id,
      role: Type.String(),
      name: Type.String(),
      phone: code,
      identityNumber: code,
      account: nullable(closed({ holder: Type.String(), number: Type.String(), bankName: Type.String() })),
    }),
  ),
})

export const telephone = closed(
  { phone: nullable(Type.String()) },
  { description: 'Null where none is known.' },
)
