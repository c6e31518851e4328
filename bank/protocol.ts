/**
 * What travels between us and the bank, as JSON over HTTP (docs/bank-protocol.md). Amounts are integers of
 * fen, instants are epoch milliseconds, days are days in Asia/Shanghai.
 */
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { isCivilDate } from '../domain/time/civil-date.ts'

export { readJson } from '../signed-http/read-json.ts'

const reference = Type.String({ pattern: '^[A-Z0-9]{1,30}$' })
const amount = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
const instant = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const day = Type.String()
const shortText = Type.String({ minLength: 1, maxLength: 140 })

/** `POST /v1/payments`. The bank compares the bytes of a repeated reference, so the order of fields counts. */
const instruction = Type.Object(
  {
    ref: reference,
    amountMinor: amount,
    currency: Type.Literal('CNY'),
    payeeName: shortText,
    payeeAccount: Type.String({ pattern: '^[0-9A-Z-]{4,34}$' }),
    payeeBank: shortText,
    purpose: shortText,
    requestedOn: day,
  },
  { additionalProperties: false },
)

/** `referenceInUse`: the reference came before with other bytes, and says nothing about that first payment. */
const rejectionReason = Type.Union([
  Type.Literal('accountClosed'),
  Type.Literal('nameMismatch'),
  Type.Literal('referenceInUse'),
])

const reported = { ref: reference, amountMinor: amount, at: instant }

const acceptedReport = Type.Object({
  ...reported,
  status: Type.Literal('accepted'),
  bankReference: shortText,
})
const paidReport = Type.Object({ ...reported, status: Type.Literal('paid'), bankReference: shortText })
const returnedReport = Type.Object({
  ...reported,
  status: Type.Literal('returned'),
  bankReference: shortText,
})
const rejectedReport = Type.Object({ ...reported, status: Type.Literal('rejected'), reason: rejectionReason })
const notFoundReport = Type.Object({ ref: reference, status: Type.Literal('notFound'), at: instant })
const message = { messageId: Type.String({ pattern: '^[A-Za-z0-9-]{1,64}$' }) }

const statementLine = Type.Object({
  lineId: shortText,
  ref: reference,
  kind: Type.Union([Type.Literal('executed'), Type.Literal('returned')]),
  amountMinor: amount,
  bankReference: shortText,
  at: instant,
})

const statement = Type.Object({ day, final: Type.Boolean(), lines: Type.Array(statementLine) })

export type WireInstruction = Static<typeof instruction>
export type RejectionReason = Static<typeof rejectionReason>
/** What the bank says of a payment that it knows: the answer to a submission, to a query, and a callback's content. */
export type PaymentReport =
  | Static<typeof acceptedReport>
  | Static<typeof paidReport>
  | Static<typeof returnedReport>
  | Static<typeof rejectedReport>
export type NotFoundReport = Static<typeof notFoundReport>
/** Sent at least once; `messageId` is the same in every repetition. */
export type BankCallback = PaymentReport & { readonly messageId: string }
export type WireStatement = Static<typeof statement>

const instructionCheck = Compile(instruction)
const reportCheck = Compile(Type.Union([acceptedReport, paidReport, returnedReport, rejectedReport]))
const queryCheck = Compile(
  Type.Union([acceptedReport, paidReport, returnedReport, rejectedReport, notFoundReport]),
)
export const callbackSchema = Type.Union([
  Type.Object({ ...acceptedReport.properties, ...message }),
  Type.Object({ ...paidReport.properties, ...message }),
  Type.Object({ ...returnedReport.properties, ...message }),
  Type.Object({ ...rejectedReport.properties, ...message }),
])
const callbackCheck = Compile(callbackSchema)
const statementCheck = Compile(statement)

/** The posting date is a day of the calendar: 31 November would be posted wherever a bank likes. */
export const isInstruction = (value: unknown): value is WireInstruction =>
  instructionCheck.Check(value) && isCivilDate(value.requestedOn)
export const isPaymentReport = (value: unknown): value is PaymentReport => reportCheck.Check(value)
export const isQueryReport = (value: unknown): value is PaymentReport | NotFoundReport =>
  queryCheck.Check(value)
export const isCallback = (value: unknown): value is BankCallback => callbackCheck.Check(value)
export const isStatement = (value: unknown): value is WireStatement => statementCheck.Check(value)

/** The same instruction always gives the same bytes, whatever order its fields were put together in. */
export function instructionBytes(value: WireInstruction): Uint8Array {
  const { ref, amountMinor, currency, payeeName, payeeAccount, payeeBank, purpose, requestedOn } = value
  return Buffer.from(
    JSON.stringify({ ref, amountMinor, currency, payeeName, payeeAccount, payeeBank, purpose, requestedOn }),
  )
}
