import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { persons, policies, policyPeople } from '../schema/index.ts'

export interface PersonOnFile {
  readonly personId: string
  readonly role: 'holder' | 'insured' | 'beneficiary' | 'driver'
  readonly name: string
  readonly phone: string | null
}

export interface PolicyToReport {
  readonly policyId: string
  readonly people: readonly PersonOnFile[]
}

type Named = { readonly policyId: string } | { readonly policyNumber: string }

/**
 * The policy that a report names, with the people on file, so that nobody types them again. For a customer it has
 * to be one of their own; any other does not exist.
 */
export async function findPolicyToReport(
  database: Database,
  cipher: FieldCipher,
  named: Named,
  customerId: string | null,
): Promise<PolicyToReport | undefined> {
  const which: SQL =
    'policyId' in named ? eq(policies.id, named.policyId) : eq(policies.policyNumber, named.policyNumber)
  const own =
    customerId === null
      ? undefined
      : sql`exists (select from policy_people o where o.policy_id = ${policies.id} and o.person_id = ${customerId})`
  const rows = await database
    .select({
      policyId: policies.id,
      personId: persons.id,
      role: policyPeople.role,
      nameEncrypted: persons.nameEncrypted,
      phoneEncrypted: persons.phoneEncrypted,
    })
    .from(policies)
    .innerJoin(policyPeople, eq(policyPeople.policyId, policies.id))
    .innerJoin(persons, eq(persons.id, policyPeople.personId))
    .where(own === undefined ? which : sql`${which} and ${own}`)
    .orderBy(persons.id)
  const [first] = rows
  if (first === undefined) return undefined
  const open = (stored: string, personId: string, field: string) =>
    cipher.decrypt(stored, fieldContext('person', personId, field))
  return {
    policyId: first.policyId,
    people: rows.map(({ personId, role, nameEncrypted, phoneEncrypted }) => ({
      personId,
      role,
      name: open(nameEncrypted, personId, 'name'),
      phone: phoneEncrypted === null ? null : open(phoneEncrypted, personId, 'phone'),
    })),
  }
}
