import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/rules/canonical-json.ts'
import type { RuleTable } from '../../domain/rules/table.ts'

/** SHA-256 of the document, whatever order its keys came back in; the reviewer publishes this hash. */
export function documentHash(table: RuleTable): string {
  return createHash('sha256').update(canonicalJson(table)).digest('hex')
}
