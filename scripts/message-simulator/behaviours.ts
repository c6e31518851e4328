/** The misbehaviours that can be switched on. */
import { Type, type Static, type TProperties } from 'typebox'
import { Compile } from 'typebox/compile'

const closed = { additionalProperties: false } as const
const milliseconds = Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400_000 }))
const match = Type.Object(
  {
    to: Type.Optional(Type.String()),
    template: Type.Optional(Type.String()),
    /** How many messages it takes before it ends; every one unless told. */
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
  shape('lostReply', {}),
  shape('neverDelivered', {}),
  shape('undeliverable', {}),
  shape('duplicateReceipt', { copies: Type.Optional(Type.Integer({ minimum: 2, maximum: 100 })) }),
  shape('deliveredLater', { afterMs: milliseconds }),
])
const down = shape('down', {
  forMs: milliseconds,
  mode: Type.Optional(Type.Union([Type.Literal('answer503'), Type.Literal('refuse')])),
})

export type Behaviour = Static<typeof misbehaviour>
export type Outage = Static<typeof down>

const behaviourCheck = Compile(misbehaviour)
const outageCheck = Compile(down)
export const isBehaviour = (value: unknown): value is Behaviour => behaviourCheck.Check(value)
export const isOutage = (value: unknown): value is Outage => outageCheck.Check(value)

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
  take({ to, template }: { readonly to: string; readonly template: string }): Behaviour | undefined {
    const entry = this.#entries.find(({ behaviour, applied }) => {
      const wanted = behaviour.match ?? {}
      return (
        applied < (wanted.next ?? Infinity) &&
        (wanted.to === undefined || wanted.to === to) &&
        (wanted.template === undefined || wanted.template === template)
      )
    })
    if (entry !== undefined) entry.applied += 1
    return entry?.behaviour
  }
}
