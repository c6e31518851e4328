/** Calculation sheets as the adjusters of the demonstration fill them in. */
import type { LineInput } from '../../domain/adjustment/coverage-input.ts'
import type { DamageItem } from '../../domain/adjustment/items.ts'
import type { MotorFacts, OtherParty } from '../../domain/adjustment/sheet-types.ts'
import { fenFromYuan } from '../../domain/money.ts'

export const yuan = fenFromYuan

type Amounts = Partial<Record<DamageItem, string>>

/** One line an item, asked and assessed alike, with amounts in yuan. */
export function lines(
  claimantId: string,
  amounts: Amounts,
  more: Partial<LineInput> = {},
): readonly LineInput[] {
  return Object.entries(amounts).map(([item, amount]) => ({
    lineId: `${claimantId.slice(0, 8)}-${item}`,
    claimantId,
    item: item as DamageItem,
    basis: 'invoice',
    askedMinor: yuan(amount),
    assessedMinor: yuan(amount),
    ...more,
  }))
}

type Degree = MotorFacts['liability']['degree']

/** Liability by the police certificate. */
export function police(degree: Degree, rate: string, others: readonly OtherParty[] = []): MotorFacts {
  return { liability: { degree, rate, basis: 'police' }, others }
}

export function otherCar(liability: string, partyId = 'B'): OtherParty {
  return { partyId, kind: 'motorVehicle', liability }
}
