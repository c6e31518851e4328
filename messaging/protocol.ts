/** What travels between us and the message gateway, as JSON over HTTP (docs/message-protocol.md). */
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'

const id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const instant = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

/** `POST /v1/messages`. The id is the message: whatever comes under it again is the same message, sent once. */
const message = Type.Object(
  {
    id,
    to: Type.String({ pattern: '^[0-9+-]{5,20}$' }),
    template: Type.String({ minLength: 1, maxLength: 40 }),
    text: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  { additionalProperties: false },
)

const accepted = Type.Object({
  id,
  status: Type.Literal('accepted'),
  reference: Type.String({ minLength: 1, maxLength: 64 }),
  at: instant,
})
const rejected = Type.Object({
  id,
  status: Type.Literal('rejected'),
  reason: Type.Union([Type.Literal('numberInvalid'), Type.Literal('contentRefused')]),
  at: instant,
})

/** Called back at least once when it is known what became of a message; the same `receiptId` in every repetition. */
export const receiptSchema = Type.Object({
  receiptId: id,
  id,
  status: Type.Union([Type.Literal('delivered'), Type.Literal('undeliverable')]),
  at: instant,
})

export type WireMessage = Static<typeof message>
export type MessageAnswer = Static<typeof accepted> | Static<typeof rejected>
export type MessageReceipt = Static<typeof receiptSchema>

const messageCheck = Compile(message)
const answerCheck = Compile(Type.Union([accepted, rejected]))
const receiptCheck = Compile(receiptSchema)

export const isMessage = (value: unknown): value is WireMessage => messageCheck.Check(value)
export const isMessageAnswer = (value: unknown): value is MessageAnswer => answerCheck.Check(value)
export const isReceipt = (value: unknown): value is MessageReceipt => receiptCheck.Check(value)
