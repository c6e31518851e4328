import { accepted, type Check, hasFullWidth, refused } from './check.ts'

/** A person is paid to a bank card; a company has an account number of its bank's own make. */
export type BankAccountKind = 'personalCard' | 'corporate'

/**
 * The digits of an account, without the spaces with which cards are printed. Cards carry the check digit of
 * ISO/IEC 7812-1 (Luhn) and begin with the digit of a banking or travel issuer; corporate accounts have neither.
 */
export function checkBankAccount(text: string, kind: BankAccountKind): Check<string> {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (hasFullWidth(digits)) return refused('fullWidth')
  if (!/^\d+$/.test(digits)) return refused('bankAccountCharacters')
  if (kind === 'corporate') {
    return digits.length >= 8 && digits.length <= 32 ? accepted(digits) : refused('corporateAccountLength')
  }
  if (digits.length < 16 || digits.length > 19) return refused('bankCardLength')
  const issued = /^[2-9]/.test(digits)
  return issued && luhnSum(digits) % 10 === 0 ? accepted(digits) : refused('bankCardCheckDigit')
}

function luhnSum(digits: string): number {
  return Array.from(digits)
    .toReversed()
    .reduce((sum, character, index) => {
      const value = Number(character) * (index % 2 === 0 ? 1 : 2)
      return sum + (value > 9 ? value - 9 : value)
    }, 0)
}
