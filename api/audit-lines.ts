import type { FoundEntry } from '../db/reads/audit-search.ts'
import { isoInstant } from './wire.ts'

export const auditFormats = ['csv', 'jsonl'] as const
export type AuditFormat = (typeof auditFormats)[number]

/** In the order in which they stand in a line; with them a chain can be calculated again by whoever has the file. */
const columns = [
  'chain',
  'sequence',
  'at',
  'caseNumber',
  'actorKind',
  'actorId',
  'actorName',
  'accountId',
  'action',
  'outcome',
  'code',
  'commandId',
  'requestId',
  'bodyHash',
  'firstEvent',
  'lastEvent',
  'previousHash',
  'hash',
] as const satisfies readonly (keyof FoundEntry)[]

const mediaTypes = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const
export const mediaTypeOf = (format: AuditFormat): string => mediaTypes[format]

/** Begins with a mark of UTF-8, without which spreadsheets show Chinese names as noise. */
export const headOf = (format: AuditFormat): string =>
  format === 'csv' ? `\uFEFF${columns.join(',')}\r\n` : ''

export function lineOf(format: AuditFormat, entry: FoundEntry): string {
  const written = { ...entry, at: isoInstant(entry.at) }
  if (format === 'jsonl') return `${JSON.stringify(written)}\n`
  return `${columns.map((name) => field(written[name])).join(',')}\r\n`
}

/** RFC 4180. What a spreadsheet would take for a formula is kept text by an apostrophe. */
function field(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
