import { Ajv2020 } from 'ajv/dist/2020.js'
import { readCheckout } from './compose-file.ts'

const schema = JSON.parse(readCheckout('test/topology/compose-specification/compose-spec.json')) as object
const ajv = new Ajv2020({ allErrors: true, strict: false })
const validate = ajv.compile(schema)

/** Where the model is no Compose file by the Specification's own schema. */
export function schemaFaults(model: unknown): readonly string[] {
  if (validate(model)) return []
  return (validate.errors ?? []).map(({ instancePath, message = '', params }) =>
    `${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
  )
}
