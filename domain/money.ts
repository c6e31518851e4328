/**
 * Money is an integer of fen (1/100 yuan). A safe integer holds 90 trillion yuan,
 * is the same in JSON, PostgreSQL and JavaScript, and cannot carry a fraction.
 */
declare const fenBrand: unique symbol
export type Fen = number & { readonly [fenBrand]: true }

/** Takes a number for fen, or throws a RangeError: fractions and unsafe integers are bugs or bad input. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of fen`)
  return (value === 0 ? 0 : value) as Fen
}

export const zero: Fen = fen(0)

export function add(...amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, amount) => fen(sum + amount), zero)
}

export function subtract(from: Fen, amount: Fen): Fen {
  return fen(from - amount)
}

export function smaller(a: Fen, b: Fen): Fen {
  return a < b ? a : b
}
