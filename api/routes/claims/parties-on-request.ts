import type { Static } from 'typebox'
import type { PartyInput } from '../../../db/commands.ts'
import type { Check } from '../../../domain/identity/check.ts'
import { checkBankAccount } from '../../../domain/identity/bank-account.ts'
import { checkIdentityNumber } from '../../../domain/identity/identity-number.ts'
import { checkPersonName } from '../../../domain/identity/person-name.ts'
import { checkPhone } from '../../../domain/identity/phone.ts'
import { civilDateOf } from '../../../domain/time/civil-date.ts'
import type { newParty } from '../../schemas/claim/report.ts'
import type { payeeAccount } from '../../schemas/claim/values.ts'
import { requireFields } from '../../fields.ts'

type NewParty = Static<typeof newParty>
type NewAccount = Static<typeof payeeAccount>
type Checks = Record<string, Check<unknown> | null>

/** Form only: whether a date of birth lies in the past is judged by the day on which the request arrived. */
const today = () => civilDateOf(Date.now())

/** A repairer and whoever is paid on behalf of a company are no natural persons: their names have any form. */
const isPerson = (role: NewParty['role']) => role !== 'repairer'

/** What is to be checked of people who are named in a request, by JSON pointer. */
export function partyChecks(parties: readonly NewParty[]): Checks {
  return Object.fromEntries(
    parties.flatMap(({ role, name, phone, identityNumber }, index): [string, Check<unknown> | null][] => [
      [`/parties/${index}/name`, isPerson(role) ? checkPersonName(name) : null],
      [`/parties/${index}/phone`, phone === undefined ? null : checkPhone(phone)],
      [
        `/parties/${index}/identityNumber`,
        identityNumber === undefined ? null : checkIdentityNumber(identityNumber, today()),
      ],
    ]),
  )
}

/** The parties in the form in which they are stored. What was checked before is not refused here. */
export function partiesOf(parties: readonly NewParty[]): PartyInput[] {
  return parties.map(({ role, name, phone, identityNumber }) => ({
    role,
    name: isPerson(role) ? normal(checkPersonName(name), name) : name.trim(),
    ...(phone === undefined ? {} : { phone: normal(checkPhone(phone), phone) }),
    ...(identityNumber === undefined ? {} : { identityNumber: identityNumber.trim().toUpperCase() }),
  }))
}

/** An account to pay to. Refuses with `fieldInvalid` a number that no bank can have issued. */
export function accountOf({ holder, number, bankName, kind = 'personalCard' }: NewAccount) {
  const fields = {
    '/number': checkBankAccount(number, kind),
    '/holder': kind === 'personalCard' ? checkPersonName(holder) : null,
  }
  const checked = requireFields<{ '/number': string; '/holder': string }>(fields)
  return {
    holder: checked['/holder'] ?? holder.trim(),
    number: checked['/number'] ?? number,
    bankName: bankName.trim(),
  }
}

export function normal(check: Check<string>, otherwise: string): string {
  return check.ok ? check.value : otherwise
}
