interface Account {
  readonly holder: string
  readonly number: string
  readonly bankName: string
}

/** The masked number, which stays in one line: its last digits alone look like another number. */
const numberIn = (number: string) => number.replaceAll(' ', '\u00A0')

/** Where money goes, next to whom it belongs to. */
export const bankAndNumber = ({ bankName, number }: Pick<Account, 'bankName' | 'number'>) =>
  `${bankName} ${numberIn(number)}`

/**
 * Whose account it is, for a place that names the bank itself. Both are masked: without a mark between them the stars
 * of one run into those of the other.
 */
export const holderAndNumber = ({ holder, number }: Pick<Account, 'holder' | 'number'>) =>
  `${holder} · ${numberIn(number)}`

/** All of it in one line. */
export const wholeAccount = (account: Account) => `${account.holder} · ${bankAndNumber(account)}`
