import { eq, sql } from 'drizzle-orm'
import { assert } from '../../domain/errors.ts'
import type { Fen } from '../../domain/money.ts'
import type { CivilDate, Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { payeeContext, type FrozenPayee } from '../project-payments.ts'
import { claims, paymentIntents } from '../schema/index.ts'

export interface PaymentToSend {
  readonly claimId: string
  readonly now: Instant
  readonly fence: number
  readonly status: string
  readonly instruction: {
    readonly ref: string
    readonly amountMinor: Fen
    readonly currency: 'CNY'
    readonly payeeName: string
    readonly payeeAccount: string
    readonly payeeBank: string
    readonly purpose: string
    readonly requestedOn: CivilDate
  }
}

/** An intent with its payee in clear, as the bank is told it: the same bytes at every try. */
export async function readIntent(
  database: Database,
  cipher: FieldCipher,
  intentId: string,
): Promise<PaymentToSend> {
  const [row] = await database
    .select({
      intent: paymentIntents,
      caseNumber: claims.caseNumber,
      now: sql<string>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    })
    .from(paymentIntents)
    .innerJoin(claims, eq(claims.id, paymentIntents.claimId))
    .where(eq(paymentIntents.id, intentId))
  assert(row !== undefined, 'a payment under way has its intent')
  const { intent } = row
  const payee = cipher.decryptJson(
    intent.payeeEncrypted,
    payeeContext(intent.claimId, intent.id),
  ) as FrozenPayee
  return {
    claimId: intent.claimId,
    now: Number(row.now),
    fence: intent.fence,
    status: intent.status,
    instruction: {
      ref: intent.ref,
      amountMinor: intent.amountMinor,
      currency: 'CNY',
      payeeName: payee.account.holder,
      payeeAccount: payee.account.number,
      payeeBank: payee.account.bankName,
      purpose: `理赔款 ${row.caseNumber}`,
      requestedOn: intent.postingDate,
    },
  }
}
