import { accepted, type Check, hasFullWidth, refused } from './check.ts'

/** The 31 characters of GB 32100-2015, each worth its position. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A unified social credit code of a company or organisation by GB 32100-2015. */
export function checkUnifiedSocialCreditCode(text: string): Check<string> {
  const code = text.trim().toUpperCase()
  if (hasFullWidth(code)) return refused('fullWidth')
  if (code.length !== 18) return refused('creditCodeLength')
  if (!/^[0-9A-HJ-NP-RTUWXY]+$/.test(code)) return refused('creditCodeCharacters')
  return creditCodeCheckCharacter(code.slice(0, 17)) === code[17]
    ? accepted(code)
    : refused('creditCodeCheckDigit')
}

/** The eighteenth character; the weights are the powers of 3 modulo 31. */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += characters.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return characters.charAt((31 - (sum % 31)) % 31)
}
