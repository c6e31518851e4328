import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { ClaimEvent, EventData } from '../../domain/claim/events.ts'
import { owedMinor } from '../../domain/claim/reserve.ts'
import type { Stage } from '../../domain/claim/stages.ts'
import type { Transaction } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { claimEvents, ledgerEntries } from '../schema/index.ts'
import type { ClaimForReader } from './claim-for-reader.ts'
import { readStaffNames } from './staff-contact.ts'

const parts = { reserveIndemnity: 'indemnity', reserveExpense: 'expense' } as const
type Account = keyof typeof parts

/** What the movements are explained by: the event itself, the stage that it happened in, the word of whoever did it. */
const explaining = ['stageEntered', 'reserveRevised'] as const satisfies readonly ClaimEvent['type'][]

/** The reserve of a claim, what it owes, and every movement in the books with the balance after it. */
export async function readReserve(tx: Transaction, cipher: FieldCipher, { row }: ClaimForReader) {
  const { id, state } = row
  const entries = await tx
    .select({
      account: ledgerEntries.account,
      side: ledgerEntries.side,
      amountMinor: ledgerEntries.amountMinor,
      reason: ledgerEntries.reason,
      sequence: ledgerEntries.eventSequence,
      at: ledgerEntries.at,
    })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.claimId, id), inArray(ledgerEntries.account, Object.keys(parts))))
    .orderBy(asc(ledgerEntries.id))
  const events = await tx
    .select()
    .from(claimEvents)
    .where(
      and(
        eq(claimEvents.claimId, id),
        or(inArray(claimEvents.type, explaining), isNotNull(claimEvents.noteEncrypted)),
      ),
    )
    .orderBy(asc(claimEvents.sequence))
  const names = await readStaffNames(
    tx,
    events.map(({ actorId }) => actorId),
  )
  const balances = { indemnity: 0, expense: 0 }
  const movements = entries.map(({ account, side, amountMinor, reason, sequence, at }) => {
    const part = parts[account as Account]
    const changeMinor = (side === 'credit' ? 1 : -1) * amountMinor
    balances[part] += changeMinor
    const event = events.find((one) => one.sequence === sequence)
    const noted = events.find((one) => one.commandId === event?.commandId && one.noteEncrypted !== null)
    const entered = events.findLast((one) => one.toStage !== null && one.sequence < sequence)
    return {
      at,
      part,
      stage: (entered?.toStage ?? 'report') as Stage,
      reason: event?.type === 'reserveRevised' ? (event.data as EventData['reserveRevised']).reason : reason,
      changeMinor,
      balanceMinor: balances[part],
      byName: names.get(event?.actorId ?? '') ?? null,
      note:
        noted?.noteEncrypted == null
          ? null
          : cipher.decrypt(noted.noteEncrypted, fieldContext('claim', id, `note.${noted.sequence}`)),
    }
  })
  const { indemnityMinor, expenseMinor, check = null } = state.reserve
  return { indemnityMinor, expenseMinor, owedMinor: owedMinor(state), check, movements }
}
