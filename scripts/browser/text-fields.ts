/** Every field of the API into which people write freely, found in its own document, and a way to fill them all. */
import type { Rewrite } from '../demo/http-client.ts'

interface Schema {
  readonly type?: string
  readonly pattern?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly additionalProperties?: boolean | Schema
}

export interface ApiDocument {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly requestBody?: {
              readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
            }
          }
        >
      >
    >
  >
}

export interface TextField {
  /** `POST /claims/{claimId}/messages`. */
  readonly operation: string
  /** Steps into the body; `*` is every entry of a list. */
  readonly at: readonly string[]
  readonly maxLength: number
  readonly severalLines: boolean
}

/** Patterns of the two kinds of text: everything but control characters, with and without ends of lines. */
const oneLine = String.raw`^[^\u0000-\u001f\u007f]*$`
const severalLines = String.raw`^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$`

/** Taken only in a form of their own, or not stored: numbers by which people, things and rows are known, and secrets. */
const formed = new Set(
  (
    'login password current next phone workPhone identityNumber number plate thirdPartyPlate vehicleNumber ' +
    'policyNumber caseNumber bankReference claimantId partyId lineId lines otherAccidents holder'
  ).split(' '),
)

/**
 * Names of people, which are Chinese characters or Latin letters and nothing else; and of products and branches, which
 * stay as they are on file when they come again.
 */
const names = new Set([
  'POST /policies/imports branches/*/name',
  'POST /policies/imports products/*/name/zh',
  'POST /policies/imports products/*/name/en',
  'POST /people name',
  'POST /policies/imports policies/*/people/*/name',
  'POST /claims reporter/name',
  'POST /claims parties/*/name',
  'POST /claims/{claimId}/parties parties/*/name',
])

const isText = ({ type, pattern, format, enum: codes, const: only }: Schema) =>
  type === 'string' &&
  format === undefined &&
  codes === undefined &&
  only === undefined &&
  (pattern === undefined || pattern === oneLine || pattern === severalLines)

function fieldsIn(schema: Schema, at: readonly string[]): readonly Omit<TextField, 'operation'>[] {
  const name = at.findLast((step) => step !== '*') ?? ''
  if (isText(schema) && !formed.has(name)) {
    return [{ at, maxLength: schema.maxLength ?? 100, severalLines: schema.pattern === severalLines }]
  }
  const inner = schema.additionalProperties
  return [
    ...(schema.anyOf ?? []).flatMap((one) => fieldsIn(one, at)),
    ...Object.entries(schema.properties ?? {}).flatMap(([step, one]) => fieldsIn(one, [...at, step])),
    ...(schema.items === undefined ? [] : fieldsIn(schema.items, [...at, '*'])),
    ...(typeof inner === 'object' ? fieldsIn(inner, [...at, '*']) : []),
  ]
}

export const nameOf = ({ operation, at }: TextField) => `${operation} ${at.join('/')}`

/** One entry a field; a list whose entries are of several kinds has some of them twice. */
export function textFields({ paths }: ApiDocument): readonly TextField[] {
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const operation = `${method.toUpperCase()} ${path}`
      const schema = requestBody?.content?.['application/json']?.schema
      return schema === undefined ? [] : fieldsIn(schema, []).map((field) => ({ operation, ...field }))
    }),
  )
  const free = found.filter((field) => !names.has(nameOf(field)))
  return [...new Map(free.map((field) => [nameOf(field), field])).values()]
}

function operationMatches(operation: string, method: string, path: string): boolean {
  const pattern = operation.replaceAll(/\{\w+\}/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(`${method} ${path}`)
}

/**
 * Fills what is sent: texts that stand in a body, and those at its top that could stand there. `write` makes a text for
 * a field; null leaves it.
 */
export function fillingTexts(
  fields: readonly TextField[],
  write: (field: TextField) => string | null,
): Rewrite {
  return (method, path, body) => {
    const filled = structuredClone(body)
    const asked = fields.filter(({ operation }) => operationMatches(operation, method, path))
    // A fixed path before one with a place to fill: both may match.
    const [operation] = asked.map((field) => field.operation).toSorted((a, b) => places(a) - places(b))
    for (const field of asked.filter((one) => one.operation === operation))
      fill(filled, field, field.at, write)
    return filled
  }
}

const places = (operation: string) => operation.split('{').length

type Node = Record<string, unknown>

function fill(
  node: unknown,
  field: TextField,
  [step = '', ...rest]: readonly string[],
  write: (field: TextField) => string | null,
): void {
  if (typeof node !== 'object' || node === null) return
  const holder = node as Node
  for (const key of step === '*' ? Object.keys(holder) : [step]) {
    if (rest.length > 0) fill(holder[key], field, rest, write)
    else if (typeof holder[key] === 'string' || (field.at.length === 1 && holder[key] === undefined)) {
      const text = write(field)
      if (text !== null) holder[key] = text
    }
  }
}
