/** A number from the command line. Throws in words when it is none, or not above zero. */
export function aboveZero(option: string, text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!(Number.isFinite(number) && number > 0)) throw new Error(`${option} wants a number above zero.`)
  return number
}

export function wholeAboveZero(option: string, text: string): number {
  const number = aboveZero(option, text)
  if (!Number.isInteger(number)) throw new Error(`${option} wants a whole number above zero.`)
  return number
}
