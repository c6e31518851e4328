import { and, asc, eq } from 'drizzle-orm'
import { maskAccount, maskIdentityNumber, maskName, maskPhone } from '../../domain/privacy/mask.ts'
import type { Database } from '../client.ts'
import type { PayeeAccount } from '../commands.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { partyContext } from '../facts/parties.ts'
import { claimParties } from '../schema/index.ts'

/** A person in the claim in clear. Whoever reads this stands in the audit. */
export interface ClearParty {
  readonly partyId: string
  readonly role: string
  readonly personId: string | null
  readonly name: string
  readonly phone: string | null
  readonly identityNumber: string | null
  readonly account: PayeeAccount | null
}

/** The same as a screen shows it until somebody asks: enough to recognise, not to know. */
export interface MaskedParty {
  readonly partyId: string
  readonly role: string
  readonly personId: string | null
  readonly name: string
  readonly phone: string | null
  readonly identityNumber: string | null
  readonly account: { readonly holder: string; readonly number: string; readonly bankName: string } | null
}

/** Everybody in the claim, or one person in every role that they have there. */
export async function readClearParties(
  reader: Pick<Database, 'select'>,
  cipher: FieldCipher,
  claimId: string,
  personId: string | null = null,
): Promise<readonly ClearParty[]> {
  const rows = await reader
    .select()
    .from(claimParties)
    .where(
      and(
        eq(claimParties.claimId, claimId),
        personId === null ? undefined : eq(claimParties.personId, personId),
      ),
    )
    .orderBy(asc(claimParties.createdAt), asc(claimParties.id))
  return rows.map((row) => {
    const open = (field: string, stored: string | null) =>
      stored === null ? null : cipher.decrypt(stored, partyContext(claimId, row.id, field))
    const account = open('account', row.accountEncrypted)
    return {
      partyId: row.id,
      role: row.role,
      personId: row.personId,
      name: cipher.decrypt(row.nameEncrypted, partyContext(claimId, row.id, 'name')),
      phone: open('phone', row.phoneEncrypted),
      identityNumber: open('identity', row.identityEncrypted),
      account: account === null ? null : (JSON.parse(account) as PayeeAccount),
    }
  })
}

export function masked(party: ClearParty): MaskedParty {
  const { partyId, role, personId, name, phone, identityNumber, account } = party
  return {
    partyId,
    role,
    personId,
    name: maskName(name),
    phone: phone === null ? null : maskPhone(phone),
    identityNumber: identityNumber === null ? null : maskIdentityNumber(identityNumber),
    account:
      account === null
        ? null
        : {
            holder: maskName(account.holder),
            number: maskAccount(account.number),
            bankName: account.bankName,
          },
  }
}
