import { type Static, Type, type TProperties, type TSchema } from 'typebox'

/** An object that admits no other fields: what is not named here cannot be set from outside. */
export function closed<Properties extends TProperties>(
  properties: Properties,
  options: { readonly description?: string; readonly example?: object } = {},
) {
  const { example, ...rest } = options
  const shown = example === undefined ? {} : { examples: [example] }
  return Type.Object(properties, { ...rest, ...shown, additionalProperties: false })
}

export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()])
}

export function oneOf<const Value extends string>(values: readonly Value[], description?: string) {
  return Type.Unsafe<Value>({
    type: 'string',
    enum: [...values],
    ...(description === undefined ? {} : { description }),
  })
}

/** A list of an answer: what was read from the database is not to be changed any more. */
export function list<Item extends TSchema>(items: Item, description?: string) {
  return Type.Unsafe<readonly Static<Item>[]>({
    type: 'array',
    items,
    ...(description === undefined ? {} : { description }),
  })
}

export const id = Type.String({ format: 'uuid' })

export const fenAmount = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Amount in fen (1/100 yuan), an integer below 2^53.',
  examples: [500_000],
})

/** Text of one line that people read: no control characters, so it cannot forge lines of a log or a header. */
export function line(maxLength: number, minLength = 1) {
  return Type.String({ minLength, maxLength, pattern: String.raw`^[^\u0000-\u001f\u007f]*$` })
}
