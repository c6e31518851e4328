import { isCivilDate } from '../time/civil-date.ts'
import type { CivilDate } from '../time/instant.ts'
import { accepted, type Check, hasFullWidth, refused } from './check.ts'

export interface IdentityNumber {
  readonly number: string
  readonly birthDate: CivilDate
  readonly sex: 'female' | 'male'
  /** Nationals and residents of Hong Kong, Macao and Taiwan, or the permanent residence card for foreigners. */
  readonly holder: 'resident' | 'foreignPermanentResident'
}

/** GB/T 2260; 81 to 83 are the residence permits for Hong Kong, Macao and Taiwan. */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
const earliestBirth: CivilDate = '1900-01-01'

/**
 * A citizen identity number by GB 11643-1999, or the number of the same make on the permanent residence card of
 * 2023 for foreigners. Only the ends are trimmed and a small x is raised. `today` is the date in Shanghai.
 */
export function checkIdentityNumber(text: string, today: CivilDate): Check<IdentityNumber> {
  const number = text.trim().toUpperCase()
  if (hasFullWidth(number)) return refused('fullWidth')
  if (/^\d{15}$/.test(number)) return refused('identityNumberOld')
  if (number.length !== 18) return refused('identityNumberLength')
  if (!/^\d{17}[\dX]$/.test(number)) return refused('identityNumberCharacters')
  const foreign = number.startsWith('9')
  if (!regions.has(foreign ? number.slice(1, 3) : number.slice(0, 2))) return refused('identityNumberRegion')
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isCivilDate(birthDate) || birthDate < earliestBirth || birthDate > today) {
    return refused('identityNumberBirthDate')
  }
  if (identityCheckCharacter(number.slice(0, 17)) !== number[17]) return refused('identityNumberCheckDigit')
  return accepted({
    number,
    birthDate,
    sex: Number(number[16]) % 2 === 0 ? 'female' : 'male',
    holder: foreign ? 'foreignPermanentResident' : 'resident',
  })
}

/** The eighteenth character for the first seventeen digits (ISO 7064 MOD 11-2). */
export function identityCheckCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return checkCharacters.charAt(sum % 11)
}
