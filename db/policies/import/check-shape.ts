import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { FaultList } from './faults.ts'
import { partSchemas, type FileEndorsement, type FilePremiumEvent, type ImportFile } from './file-schema.ts'

type Check = (value: unknown, path: string, faults: FaultList) => void

const { objects, changes } = partSchemas
const checks = {
  file: checkBy(partSchemas.file),
  branch: checkBy(partSchemas.branch),
  product: checkBy(partSchemas.product),
  policy: checkBy(partSchemas.policy),
  person: checkBy(partSchemas.person),
  endorsement: checkBy(partSchemas.endorsement),
  premiumEvent: checkBy(partSchemas.premiumEvent),
  object: checkByKind(objects),
  change: checkByKind(changes),
}

/** The document as a file of the format; undefined when the list has faults afterwards. */
export function readShape(document: unknown, faults: FaultList): ImportFile | undefined {
  checks.file(document, '', faults)
  each(document, 'branches', '', (branch, path) => checks.branch(branch, path, faults))
  each(document, 'products', '', (product, path) => checks.product(product, path, faults))
  each(document, 'policies', '', (policy, path) => {
    checks.policy(policy, path, faults)
    each(policy, 'people', path, (one, at) => checks.person(one, at, faults))
    each(policy, 'objects', path, (one, at) => checks.object(one, at, faults))
    each(policy, 'endorsements', path, (one, at) => endorsementShape(one, at, faults))
    each(policy, 'premiumEvents', path, (one, at) => checks.premiumEvent(one, at, faults))
  })
  return faults.empty ? (document as ImportFile) : undefined
}

export function readEndorsementShape(value: unknown, faults: FaultList): FileEndorsement | undefined {
  endorsementShape(value, '', faults)
  return faults.empty ? (value as FileEndorsement) : undefined
}

export function readPremiumEventShape(value: unknown, faults: FaultList): FilePremiumEvent | undefined {
  checks.premiumEvent(value, '', faults)
  return faults.empty ? (value as FilePremiumEvent) : undefined
}

function endorsementShape(value: unknown, path: string, faults: FaultList): void {
  checks.endorsement(value, path, faults)
  const change = member(value, 'change')
  if (change !== undefined) checks.change(change, `${path}/change`, faults)
}

function checkBy(schema: TSchema): Check {
  const compiled = Compile(schema)
  return (value, path, faults) => {
    if (compiled.Check(value)) return
    for (const { keyword, instancePath, params } of compiled.Errors(value)) {
      const at = `${path}${instancePath}`
      if (keyword === 'required') {
        const { requiredProperties } = params as { readonly requiredProperties: readonly string[] }
        for (const name of requiredProperties) faults.add(`${at}/${name}`, 'required')
      } else if (keyword === 'boolean') faults.add(at, 'additionalProperties')
      else if (keyword !== 'additionalProperties') faults.add(at, 'malformed')
    }
  }
}

/** The member `kind` says which of the schemas is meant, so that its faults are reported and no other's. */
function checkByKind(schemas: Readonly<Record<string, TSchema>>): Check {
  const byKind = new Map(Object.entries(schemas).map(([kind, schema]) => [kind, checkBy(schema)]))
  return (value, path, faults) => {
    const check = byKind.get(String(member(value, 'kind')))
    if (check === undefined) faults.add(`${path}/kind`, 'malformed')
    else check(value, path, faults)
  }
}

function each(
  holder: unknown,
  name: string,
  path: string,
  visit: (value: unknown, path: string) => void,
): void {
  const list = member(holder, name)
  if (!Array.isArray(list)) return
  for (const [index, value] of list.entries()) visit(value, `${path}/${name}/${index}`)
}

function member(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Record<string, unknown>)[name]
    : undefined
}
