/** Names under which the API tells instants as text; the domain counts them in milliseconds. */
type InstantName = `${string}${'At' | 'By' | 'Since' | 'From'}` | 'at' | 'deadline' | 'asOf' | 'waitsUntil'

type Member<Name, Value> = Value extends number ? (Name extends InstantName ? string : Value) : OnWire<Value>

/** A value of the domain as it arrives over HTTP. */
export type OnWire<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer One)[]
    ? readonly OnWire<One>[]
    : { readonly [Name in keyof T]: Member<Name, T[Name]> }
