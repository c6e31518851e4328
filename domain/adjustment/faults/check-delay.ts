import { isCivilDate } from '../../time/civil-date.ts'
import type { SheetInput } from '../sheet-types.ts'
import type { FaultList } from './fault-list.ts'

/** Money that came in its term was not late, and only somebody of the sheet can have waited for it. */
export function checkDelays(list: FaultList, { claimants, delay = [] }: SheetInput): void {
  delay.forEach(({ claimantId, dueOn, paidOn }, index) => {
    const path = `delay[${index}]`
    const isKnown = claimants.some((each) => each.claimantId === claimantId)
    list.require(isKnown, 'claimantUnknown', `${path}.claimantId`)
    const days = { dueOn, paidOn }
    const wrong = Object.entries(days).filter(([, day]) => !isCivilDate(day))
    for (const [name] of wrong) list.add('dateInvalid', `${path}.${name}`)
    if (wrong.length > 0) return
    list.require(dueOn < paidOn, 'contradiction', `${path}.paidOn`, { against: `${path}.dueOn` })
  })
}
