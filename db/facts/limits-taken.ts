import { and, eq, ne } from 'drizzle-orm'
import {
  type Overdrawn,
  overdrawn,
  takenBy,
  type TakenElsewhere,
} from '../../domain/adjustment/shared-limits.ts'
import type { ContentFact } from '../../domain/claim/facts.ts'
import type { SheetContent } from '../../domain/claim/stages/adjustment.ts'
import { countingSheet } from '../../domain/claim/stages/settled.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import type { Transaction } from '../client.ts'
import type { AnyClaimCommand } from '../commands.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { readContent } from '../reads/contents.ts'
import { claims } from '../schema/index.ts'
import { lockPolicy } from './other-claims.ts'

interface Sources {
  readonly tx: Transaction
  readonly cipher: FieldCipher
}

const day = 24 * 60 * 60 * 1000

/**
 * What the sheet that is saved, or that money is asked for, leaves out of what other claims of its policy have taken
 * from a shared maximum. A settlement looks under the policy's lock: two at once would not see each other.
 */
export async function overdrawnLimits(
  sources: Sources,
  command: AnyClaimCommand,
  state: ClaimState | null,
  saved: ContentFact | null,
): Promise<readonly Overdrawn[]> {
  if (state === null) return []
  if (command.type === 'saveSheet' && saved !== null) {
    const { input } = saved.body as SheetContent
    return overdrawn(input, await takenElsewhere(sources, state))
  }
  if (command.type !== 'proposeSettlement' || command.body.kind === 'repayment') return []
  await lockPolicy(sources.tx, state.policyId)
  const elsewhere = await takenElsewhere(sources, state)
  if (elsewhere.length === 0) return []
  const sheet = await savedSheet(sources, state.id, command.body.sheetVersion)
  return sheet === null ? [] : overdrawn(sheet.input, elsewhere)
}

/** What other claims of the policy are paid or asked to be paid, by the sheet that their newest settlement rests on. */
async function takenElsewhere(sources: Sources, state: ClaimState): Promise<readonly TakenElsewhere[]> {
  const others = await sources.tx
    .select({ state: claims.state })
    .from(claims)
    .where(and(eq(claims.policyId, state.policyId), ne(claims.id, state.id)))
  const taken: TakenElsewhere[] = []
  for (const { state: other } of others) {
    const version = countingSheet(other)
    const sheet = version === null ? null : await savedSheet(sources, other.id, version)
    if (sheet?.result.outcome !== 'calculated') continue
    const { caseNumber } = other
    const withinADay = Math.abs(other.lossAt - state.lossAt) < day
    taken.push(...takenBy(sheet.result).map((one) => ({ ...one, caseNumber, withinADay })))
  }
  return taken
}

async function savedSheet(
  { tx, cipher }: Sources,
  claimId: string,
  version: number,
): Promise<SheetContent | null> {
  const saved = await readContent(tx, cipher, claimId, { kind: 'sheet', version })
  return saved === undefined ? null : (saved.body as SheetContent)
}
