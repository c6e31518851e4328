import { accepted, type Check, hasFullWidth, refused } from './check.ts'

const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const letterValues = '12345678123457923456789'

/**
 * A vehicle identification number by GB 16735-2019 (ISO 3779 with the check digit, which China requires). Parallel
 * imports built for Europe may lack the digit: for those the caller takes `vehicleNumberCheckDigit` as a warning.
 */
export function checkVehicleIdentificationNumber(text: string): Check<string> {
  const number = text.trim().toUpperCase()
  if (hasFullWidth(number)) return refused('fullWidth')
  if (number.length !== 17) return refused('vehicleNumberLength')
  if (/[IOQ]/.test(number)) return refused('vehicleNumberLetters')
  if (!/^[A-Z\d]{17}$/.test(number)) return refused('vehicleNumberCharacters')
  return vehicleCheckCharacter(number) === number[8] ? accepted(number) : refused('vehicleNumberCheckDigit')
}

/** The ninth character; what stands there does not matter, its weight is 0. */
export function vehicleCheckCharacter(number: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * valueOf(number.charAt(index)), 0)
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

function valueOf(character: string): number {
  return /\d/.test(character) ? Number(character) : Number(letterValues[letters.indexOf(character)])
}
