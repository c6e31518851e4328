import type { Check } from '../../../domain/identity/check.ts'
import { checkIdentityNumber } from '../../../domain/identity/identity-number.ts'
import { checkPersonName } from '../../../domain/identity/person-name.ts'
import { checkMobilePhone, checkPhone } from '../../../domain/identity/phone.ts'
import { checkUnifiedSocialCreditCode } from '../../../domain/identity/unified-social-credit-code.ts'
import type { CivilDate } from '../../../domain/time/instant.ts'
import type { FieldCipher } from '../../encryption/field-cipher.ts'
import type { FaultList } from './faults.ts'
import type { FilePerson } from './file-schema.ts'

/** A person of a policy as it will be stored, and by which hash they are found again. */
export interface ReadPerson {
  readonly path: string
  readonly kind: FilePerson['kind']
  readonly roles: FilePerson['roles']
  readonly name: string
  readonly identityNumber: string
  readonly identityHash: string
  readonly phone: string | null
}

interface Context {
  readonly cipher: FieldCipher
  readonly today: CivilDate
  readonly faults: FaultList
}

/** The people of one policy; whoever has a fault is left out, the list knows why. */
export function readPeople(
  people: readonly FilePerson[],
  path: string,
  context: Context,
): readonly ReadPerson[] {
  const { faults } = context
  const given = people.flatMap((person) => person.roles)
  faults.require(given.includes('holder') && given.includes('insured'), path, 'roleMissing')
  const read = people.flatMap((person, index) => readPerson(person, `${path}/${index}`, context) ?? [])
  const seen = new Set<string>()
  for (const person of read) {
    faults.require(!seen.has(person.identityHash), `${person.path}/identityNumber`, 'twice')
    faults.require(new Set(person.roles).size === person.roles.length, `${person.path}/roles`, 'twice')
    seen.add(person.identityHash)
  }
  return read
}

function readPerson(
  person: FilePerson,
  path: string,
  { cipher, today, faults }: Context,
): ReadPerson | undefined {
  const accept = <Value>(checked: Check<Value>, field: string): Value | undefined => {
    if (checked.ok) return checked.value
    faults.addField(`${path}/${field}`, checked.reason)
    return undefined
  }
  const natural = person.kind === 'natural'
  // The name of a company is free: it may hold digits, brackets and the names of places.
  const name = natural ? accept(checkPersonName(person.name), 'name') : person.name.trim().normalize('NFC')
  const identityNumber = natural
    ? accept(checkIdentityNumber(person.identityNumber, today), 'identityNumber')?.number
    : accept(checkUnifiedSocialCreditCode(person.identityNumber), 'identityNumber')
  const phone =
    person.phone === undefined
      ? null
      : // Customers sign in by a code on their telephone, so only a mobile number will do for them.
        accept(natural ? checkMobilePhone(person.phone) : checkPhone(person.phone), 'phone')
  if (name === undefined || identityNumber === undefined || phone === undefined) return undefined
  const identityHash = cipher.lookupHash('identityNumber', identityNumber)
  return { path, kind: person.kind, roles: person.roles, name, identityNumber, identityHash, phone }
}
