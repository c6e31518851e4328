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

const yuanText = /^(0|[1-9][0-9]*)(\.[0-9]{1,2})?$/

/**
 * Reads yuan as people write them in a form: `29517.09` is 2951709 fen. Throws a RangeError for
 * full-width digits, separators, signs, exponents, a third decimal and amounts above the safe range.
 */
export function fenFromYuan(text: string): Fen {
  if (!yuanText.test(text))
    throw new RangeError(`"${text}" is not an amount in yuan with at most two decimals`)
  const [yuan = '', decimals = ''] = text.split('.')
  return fen(Number(yuan + decimals.padEnd(2, '0')))
}

/** Yuan with two decimals, as in `29517.09`: no separators, so that it can be read back. */
export function yuanFromFen(amount: Fen): string {
  const digits = `${Math.abs(amount)}`.padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
