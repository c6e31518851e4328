import { eq, sql } from 'drizzle-orm'
import type { ClaimState, Intent } from '../domain/claim/state.ts'
import { assert } from '../domain/errors.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Transaction } from './client.ts'
import type { PayeeAccount } from './commands.ts'
import { fieldContext, type FieldCipher } from './encryption/field-cipher.ts'
import { partyContext } from './facts/parties.ts'
import { claimParties, paymentAttempts, paymentIntents } from './schema/index.ts'

/** What the bank is told of a payee, frozen when the intent was opened. */
export interface FrozenPayee {
  readonly name: string
  readonly account: PayeeAccount
}

export function payeeContext(claimId: string, intentId: string): string {
  return fieldContext('claim', claimId, `intent.${intentId}`)
}

/** Rows of intents; a new fence is written down before anything is sent under it. */
export async function projectPayments(
  tx: Transaction,
  cipher: FieldCipher,
  before: ClaimState | null,
  after: ClaimState,
  now: Instant,
): Promise<void> {
  for (const intent of after.intents) {
    const known = before?.intents.find((one) => one.id === intent.id)
    if (known === intent) continue
    if (known === undefined) await openIntent(tx, cipher, after, intent, now)
    else {
      await tx
        .update(paymentIntents)
        .set({ status: intent.status, fence: intent.fence, updatedAt: now })
        .where(eq(paymentIntents.id, intent.id))
    }
    if (intent.fence > (known?.fence ?? 0)) {
      await tx.insert(paymentAttempts).values({ intentId: intent.id, fence: intent.fence, sentAt: now })
    }
  }
}

async function openIntent(
  tx: Transaction,
  cipher: FieldCipher,
  claim: ClaimState,
  intent: Intent,
  now: Instant,
): Promise<void> {
  const [party] = await tx
    .select()
    .from(claimParties)
    .where(sql`${claimParties.id} = ${intent.partyId} and ${claimParties.claimId} = ${claim.id}`)
  assert(party !== undefined && party.accountEncrypted !== null, 'an approved payee has an account')
  const payee: FrozenPayee = {
    name: cipher.decrypt(party.nameEncrypted, partyContext(claim.id, party.id, 'name')),
    account: cipher.decryptJson(
      party.accountEncrypted,
      partyContext(claim.id, party.id, 'account'),
    ) as PayeeAccount,
  }
  await tx.insert(paymentIntents).values({
    id: intent.id,
    claimId: claim.id,
    settlementId: intent.settlementId,
    partyId: intent.partyId,
    ref: intent.ref,
    amountMinor: intent.amountMinor,
    payeeEncrypted: cipher.encryptJson(payee, payeeContext(claim.id, intent.id)),
    payeeHash: intent.payeeHash,
    postingDate: intent.postingDate,
    status: intent.status,
    fence: intent.fence,
    updatedAt: now,
  })
}
