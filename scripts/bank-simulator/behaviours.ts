/** The misbehaviours that can be switched on, and the register of those that are. */
import { Type, type Static, type TProperties } from 'typebox'
import { Compile } from 'typebox/compile'

const closed = { additionalProperties: false } as const
const milliseconds = Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400_000 }))
const operation = Type.Union([Type.Literal('submit'), Type.Literal('query'), Type.Literal('statement')])

const match = Type.Object(
  {
    /** `submit` unless told. */
    operation: Type.Optional(operation),
    ref: Type.Optional(Type.String()),
    payeeAccount: Type.Optional(Type.String()),
    amountMinor: Type.Optional(Type.Integer()),
    /** How many requests it takes before it ends; every one unless told. */
    next: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  closed,
)

function shape<Name extends string, Parameters extends TProperties>(name: Name, parameters: Parameters) {
  return Type.Object(
    {
      match: Type.Optional(match),
      behaviour: Type.Literal(name),
      parameters: Type.Optional(Type.Object(parameters, closed)),
    },
    closed,
  )
}

const misbehaviour = Type.Union([
  shape('slow', { delayMs: milliseconds }),
  shape('timeoutButPaid', { callsBack: Type.Optional(Type.Boolean()) }),
  shape('timeoutNeverArrived', {}),
  shape('lostReply', { callsBack: Type.Optional(Type.Boolean()) }),
  shape('duplicateCallback', { copies: Type.Optional(Type.Integer({ minimum: 2, maximum: 100 })) }),
  shape('contradiction', {
    order: Type.Optional(Type.Union([Type.Literal('paidThenFailed'), Type.Literal('failedThenPaid')])),
    gapMs: milliseconds,
    outOfOrder: Type.Optional(Type.Boolean()),
  }),
  shape('returnedLater', { afterMs: milliseconds }),
  shape('paysTwice', {}),
  shape('notFoundThenPaid', { hiddenMs: milliseconds }),
  shape('callbackBeforeReply', {}),
  shape('badSignatureCallback', {
    fault: Type.Optional(
      Type.Union([Type.Literal('wrongKey'), Type.Literal('oldTimestamp'), Type.Literal('tamperedBody')]),
    ),
    attempts: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  }),
  shape('unreadableAnswer', {}),
  shape('badSignatureAnswer', {}),
  shape('answerForOtherReference', {}),
  shape('serverError', {
    status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
    executes: Type.Optional(Type.Boolean()),
  }),
])
const down = shape('down', {
  forMs: milliseconds,
  mode: Type.Optional(Type.Union([Type.Literal('answer503'), Type.Literal('refuse')])),
})

export type Operation = Static<typeof operation>
export type Behaviour = Static<typeof misbehaviour>
export type Outage = Static<typeof down>

const behaviourCheck = Compile(misbehaviour)
const outageCheck = Compile(down)
export const isBehaviour = (value: unknown): value is Behaviour => behaviourCheck.Check(value)
export const isOutage = (value: unknown): value is Outage => outageCheck.Check(value)

/** What a request is about; a statement is about no payment. */
export interface Subject {
  readonly ref?: string
  readonly payeeAccount?: string
  readonly amountMinor?: number
}

export class BehaviourRegister {
  #entries: { readonly behaviour: Behaviour; applied: number }[] = []

  add(behaviour: Behaviour): void {
    this.#entries.push({ behaviour, applied: 0 })
  }

  list(): readonly { readonly behaviour: Behaviour; readonly applied: number }[] {
    return this.#entries
  }

  clear(): void {
    this.#entries = []
  }

  /** The first one switched on that fits and is not used up; one request meets at most one. */
  take(requested: Operation, subject: Subject): Behaviour | undefined {
    const entry = this.#entries.find(({ behaviour, applied }) => {
      const wanted = behaviour.match ?? {}
      return (
        (wanted.operation ?? 'submit') === requested &&
        applied < (wanted.next ?? Infinity) &&
        (wanted.ref === undefined || wanted.ref === subject.ref) &&
        (wanted.payeeAccount === undefined || wanted.payeeAccount === subject.payeeAccount) &&
        (wanted.amountMinor === undefined || wanted.amountMinor === subject.amountMinor)
      )
    })
    if (entry === undefined) return undefined
    entry.applied += 1
    return entry.behaviour
  }
}
