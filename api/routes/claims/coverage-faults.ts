import type { FastifyRequest } from 'fastify'
import { Compile } from 'typebox/compile'
import { refuse } from '../../../domain/errors.ts'
import { type FieldReason, fieldReasons } from '../../field-reasons.ts'
import { coverageInput } from '../../schemas/claim/coverages.ts'

/** As text, because what comes in is any text. */
const coverageOf = (member: (typeof coverageInput.anyOf)[number]): string => member.properties.coverage.const

/** One validator a kind of coverage: `coverage` says which of them a part of the sheet has to pass. */
const validators = new Map(coverageInput.anyOf.map((member) => [coverageOf(member), Compile(member)]))

/**
 * Before the body is validated as a whole: against a union of all kinds a slip in one line would be told as kinds
 * that it is not. Here it is told as what it is. Whatever is no sheet at all is left to the schema.
 */
export async function nameCoverageFaults({ body }: FastifyRequest): Promise<void> {
  const fields = coverageFaults(body)
  if (fields.length > 0) refuse('malformed', { fields: fields.slice(0, 20) })
}

/** The same as a list, for where there is no request. */
export function coverageFaults(body: unknown): readonly FieldReason[] {
  return coveragesOf(body).flatMap((coverage, index) => {
    const kind = (coverage as { readonly coverage?: unknown } | null)?.coverage
    const validator = typeof kind === 'string' ? validators.get(kind) : undefined
    if (validator === undefined || validator.Check(coverage)) return []
    const faults = validator
      .Errors(coverage)
      .map(({ keyword, schemaPath, instancePath, params, message }) => ({
        keyword,
        schemaPath,
        instancePath: `/input/coverages/${index}${instancePath}`,
        params: { ...params },
        message,
      }))
    return fieldReasons(faults, 'body')
  })
}

function coveragesOf(body: unknown): readonly unknown[] {
  const { coverages } = (body as { readonly input?: { readonly coverages?: unknown } } | null)?.input ?? {}
  return Array.isArray(coverages) ? (coverages as readonly unknown[]) : []
}
