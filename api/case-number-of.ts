import { parseCaseNumber } from '../domain/case-number.ts'
import { refuse } from '../domain/errors.ts'

/** A case number as people type it. A slip is told by the check digits, before anything is looked for. */
export function caseNumberOf(entered: string): string {
  const parsed = parseCaseNumber(entered)
  if (parsed.ok) return parsed.text
  const text = {
    zh: '案件号有误，请逐位核对。',
    en: 'The case number is wrong; compare it character by character.',
  }
  return refuse('fieldInvalid', { fields: [{ path: '/caseNumber', reason: parsed.reason, text }] })
}
