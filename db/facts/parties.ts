import { eq } from 'drizzle-orm'
import type { Party } from '../../domain/claim/state.ts'
import type { Transaction } from '../client.ts'
import type { PartyInput, PayeeAccount } from '../commands.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { claimParties } from '../schema/index.ts'

/** Keyed hash of account and holder: equal for the same payee, and telling nothing about them. */
function payeeHashOf(cipher: FieldCipher, account: PayeeAccount): string {
  return cipher.lookupHash('account', `${account.number} ${account.holder} ${account.bankName}`)
}

/** The context that binds a party's field to its claim. */
export function partyContext(claimId: string, partyId: string, field: string): string {
  return fieldContext('claim', claimId, `${partyId}.${field}`)
}

/** Parties as the domain sees them: roles and hashes, no names. */
export function partyOf(cipher: FieldCipher, input: PartyInput, id: string): Party {
  return {
    id,
    role: input.role,
    personId: input.personId ?? null,
    payeeHash: input.account === undefined ? null : payeeHashOf(cipher, input.account),
    payeeEditedBy: null,
  }
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  return plain(a) === plain(b)
}

/** Whether each party's account is in the party's own name (real-name payment). */
export async function payeeNameMatches(
  tx: Transaction,
  cipher: FieldCipher,
  claimId: string,
): Promise<ReadonlyMap<string, boolean>> {
  const rows = await tx.select().from(claimParties).where(eq(claimParties.claimId, claimId))
  return new Map(
    rows.flatMap((row) => {
      if (row.accountEncrypted === null) return []
      const name = cipher.decrypt(row.nameEncrypted, partyContext(claimId, row.id, 'name'))
      const account = cipher.decryptJson(
        row.accountEncrypted,
        partyContext(claimId, row.id, 'account'),
      ) as PayeeAccount
      return [[row.id, sameName(name, account.holder)] as const]
    }),
  )
}
