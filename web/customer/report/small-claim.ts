/** What is asked to be settled at once, as the report says it. */
import { fenFromYuan } from '../../../domain/money.ts'
import type { Line } from '../../../domain/policy/terms.ts'
import { isWhole, noAccount, plainNumber } from '../claim/account-fields.tsx'
import type { FastTrackAsk } from './draft.ts'

const loss = {
  motorCommercial: { coverage: 'ownDamage', item: 'vehicleRepair' },
  accident: { coverage: 'accidentMedical', item: 'treatment' },
  health: { coverage: 'healthMedical', item: 'treatment' },
} as const satisfies Partial<Record<Line, object>>

type FastLine = keyof typeof loss
export const isFast = (line: Line): line is FastLine => Object.hasOwn(loss, line)

/** Fen from what people type; undefined for what is no amount above nothing. */
function read(text: string): number | undefined {
  try {
    const minor = fenFromYuan(text.replaceAll(/[,，¥\s]/g, ''))
    return minor > 0 ? minor : undefined
  } catch {
    return undefined
  }
}

const filledIn = (receipts: readonly string[]) => receipts.filter((one) => one.trim() !== '')

/** Fen of all receipts that can be read. */
export function sumOf({ receipts }: FastTrackAsk): number {
  return receipts.reduce((sum, one) => sum + (read(one) ?? 0), 0)
}

/** What is missing before it can be asked for; null when nothing is, or nothing was begun. */
export function missingOf(ask: FastTrackAsk): 'receipts' | 'agreed' | 'account' | 'declared' | null {
  const { receipts, agreed, declared, account } = ask
  const entered = filledIn(receipts)
  if (!isBegun(ask)) return null
  if (entered.length === 0 || entered.some((one) => read(one) === undefined)) return 'receipts'
  if (read(agreed) === undefined) return 'agreed'
  if (!isEmpty(account) && !isWhole(account)) return 'account'
  return declared ? null : 'declared'
}

const isEmpty = (account: FastTrackAsk['account']) =>
  Object.entries(noAccount).every(([field, empty]) => account[field as keyof typeof account] === empty)

function isBegun({ receipts, agreed, declared, account }: FastTrackAsk): boolean {
  return filledIn(receipts).length > 0 || agreed !== '' || declared || !isEmpty(account)
}

/** What the report says of it, a line a receipt; nothing unless it is complete. */
export function smallClaimOf(ask: FastTrackAsk | null, line: Line) {
  if (ask === null || !isFast(line) || !isBegun(ask) || missingOf(ask) !== null) return undefined
  const agreedMinor = read(ask.agreed)
  if (agreedMinor === undefined) return undefined
  const { holder, number, bankName } = ask.account
  return {
    lines: filledIn(ask.receipts).map((one) => ({ ...loss[line], askedMinor: read(one) ?? 0 })),
    agreedMinor,
    noExclusion: true,
    ...(line === 'motorCommercial' ? { licenceValid: true, drunk: false } : { socialInsuranceSettled: true }),
    ...(isEmpty(ask.account)
      ? {}
      : { account: { holder: holder.trim(), number: plainNumber(number), bankName: bankName.trim() } }),
  }
}
