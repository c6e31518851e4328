import { sql } from 'drizzle-orm'
import type { Party } from '../domain/claim/state.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Transaction } from './client.ts'
import type { PartyInput } from './commands.ts'
import type { FieldCipher } from './encryption/field-cipher.ts'
import { partyContext } from './facts/parties.ts'
import { claimParties } from './schema/index.ts'

/** Writes parties with everything personal encrypted and bound to the claim. */
export async function writeParties(
  tx: Transaction,
  cipher: FieldCipher,
  claimId: string,
  parties: readonly { readonly input: PartyInput; readonly party: Party }[],
  now: Instant,
): Promise<void> {
  for (const { input, party } of parties) {
    const seal = (field: string, value: string | undefined) =>
      value === undefined ? null : cipher.encrypt(value, partyContext(claimId, party.id, field))
    const account =
      input.account === undefined
        ? {}
        : {
            accountEncrypted: cipher.encryptJson(input.account, partyContext(claimId, party.id, 'account')),
            accountHash: cipher.lookupHash('account', input.account.number),
            bankName: input.account.bankName,
          }
    if (input.id !== undefined) {
      // Only the account of a known party changes; who somebody is does not.
      await tx
        .update(claimParties)
        .set({ ...account, updatedAt: now })
        .where(sql`${claimParties.id} = ${party.id} and ${claimParties.claimId} = ${claimId}`)
      continue
    }
    await tx.insert(claimParties).values({
      id: party.id,
      claimId,
      personId: party.personId,
      role: party.role,
      nameEncrypted: cipher.encrypt(input.name, partyContext(claimId, party.id, 'name')),
      phoneEncrypted: seal('phone', input.phone),
      phoneHash: input.phone === undefined ? null : cipher.lookupHash('phone', input.phone),
      identityEncrypted: seal('identity', input.identityNumber),
      ...account,
      updatedAt: now,
    })
  }
}
