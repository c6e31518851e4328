import { isCivilDate } from './time/civil-date.ts'
import type { CivilDate } from './time/instant.ts'

/** What a case number says. The date is that of the report in Shanghai; the sequence begins anew each day. */
export interface CaseNumber {
  /** Four digits of the branch that received the report. */
  readonly branchCode: string
  readonly date: CivilDate
  /** 1 to 999,999 within branch and date. */
  readonly sequence: number
}

export type ParsedCaseNumber =
  | { readonly ok: true; readonly caseNumber: CaseNumber; readonly text: string }
  | { readonly ok: false; readonly reason: 'form' | 'checkDigits' }

const form = /^LP(\d{4})(\d{4})(\d{2})(\d{2})(\d{6})(\d{2})$/

/**
 * One format for every channel: `LP`, branch, date, sequence, and two check digits by ISO 7064 MOD 97-10, which
 * find every wrong digit and every two digits exchanged. The number is read out over the telephone.
 */
export function formatCaseNumber({ branchCode, date, sequence }: CaseNumber): string {
  if (!/^\d{4}$/.test(branchCode)) throw new RangeError(`${branchCode} is not a branch code of four digits`)
  if (!isCivilDate(date)) throw new RangeError(`${date} is not a day of the calendar`)
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 999_999) {
    throw new RangeError(`${sequence} is not a sequence of one day`)
  }
  const body = `LP${branchCode}${date.replaceAll('-', '')}${String(sequence).padStart(6, '0')}`
  return body + String(98 - modulo97(`${body}00`)).padStart(2, '0')
}

/** Reads a case number as people type it: any case, with spaces or hyphens. `text` is the stored form. */
export function parseCaseNumber(entered: string): ParsedCaseNumber {
  const text = entered.replaceAll(/[\s-]/g, '').toUpperCase()
  const match = form.exec(text)
  if (match === null) return { ok: false, reason: 'form' }
  if (modulo97(text) !== 1) return { ok: false, reason: 'checkDigits' }
  const [, branchCode = '', year, month, day, sequence] = match
  const date = `${year}-${month}-${day}`
  const caseNumber = { branchCode, date, sequence: Number(sequence) }
  if (!isCivilDate(date) || caseNumber.sequence === 0) return { ok: false, reason: 'form' }
  // 97 and 00 leave the same rest, and so do 98 and 01; only the one that is issued is the number of a claim.
  return formatCaseNumber(caseNumber) === text
    ? { ok: true, caseNumber, text }
    : { ok: false, reason: 'form' }
}

/** Groups of four for the eye and the ear: `LP01 0120 2603 0900 0123 45`. */
export function groupForDisplay(caseNumber: string): string {
  return caseNumber.replaceAll(/.{4}(?=.)/g, '$& ')
}

/** Letters count as in an IBAN, A = 10 to Z = 35; taken digit by digit, because the whole exceeds a safe integer. */
function modulo97(text: string): number {
  const digits = text.replaceAll(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)))
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
}
