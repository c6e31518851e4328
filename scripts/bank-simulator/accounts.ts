/**
 * Accounts that a payment cannot reach, told by how the number begins. No card (62…) and no company account
 * begins so.
 */
export interface AccountAnswer {
  readonly reason: 'accountClosed' | 'nameMismatch'
  /** `atExecution`: the instruction is accepted first, and rejected when its turn comes. */
  readonly found: 'atOnce' | 'atExecution'
}

const unreachable: readonly (readonly [prefix: string, answer: AccountAnswer])[] = [
  ['000404', { reason: 'accountClosed', found: 'atOnce' }],
  ['000405', { reason: 'nameMismatch', found: 'atOnce' }],
  ['000406', { reason: 'accountClosed', found: 'atExecution' }],
]

/** Undefined for an account that exists. */
export function accountFault(payeeAccount: string): AccountAnswer | undefined {
  return unreachable.find(([prefix]) => payeeAccount.startsWith(prefix))?.[1]
}
