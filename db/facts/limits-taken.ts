import { and, eq, inArray, ne } from 'drizzle-orm'
import {
  type Overdrawn,
  overdrawn,
  takenBy,
  type TakenElsewhere,
} from '../../domain/adjustment/shared-limits.ts'
import type { ContentFact } from '../../domain/claim/facts.ts'
import type { SheetContent } from '../../domain/claim/stages/adjustment.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import type { Transaction } from '../client.ts'
import type { AnyClaimCommand } from '../commands.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { claims, contents } from '../schema/index.ts'
import { contentContext } from './content.ts'
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
  const { sheetVersion } = command.body
  const [sheet] = await sheetsOf(sources, [{ claimId: state.id, version: sheetVersion }])
  return sheet === undefined ? [] : overdrawn(sheet.content.input, elsewhere)
}

/** What other claims of the policy are paid or asked to be paid, by the sheet that their newest settlement rests on. */
async function takenElsewhere(sources: Sources, state: ClaimState): Promise<readonly TakenElsewhere[]> {
  const others = await sources.tx
    .select({ state: claims.state })
    .from(claims)
    .where(and(eq(claims.policyId, state.policyId), ne(claims.id, state.id)))
  const counting = new Map(
    others.flatMap(({ state: other }) => {
      const version = countingSheet(other)
      return version === null ? [] : [[other.id, { other, version }] as const]
    }),
  )
  const named = [...counting].map(([claimId, { version }]) => ({ claimId, version }))
  const sheets = await sheetsOf(sources, named)
  return sheets.flatMap(({ claimId, content: { result } }) => {
    const other = counting.get(claimId)?.other
    if (other === undefined || result.outcome !== 'calculated') return []
    const withinADay = Math.abs(other.lossAt - state.lossAt) < day
    return takenBy(result).map((taken) => ({ ...taken, caseNumber: other.caseNumber, withinADay }))
  })
}

/** A repayment pays again what an earlier settlement has taken. */
function countingSheet({ settlements }: ClaimState): number | null {
  const committed = settlements.filter(
    ({ kind, state }) => kind !== 'repayment' && (state === 'approved' || state === 'pending'),
  )
  return committed.at(-1)?.sheetVersion ?? null
}

interface NamedSheet {
  readonly claimId: string
  readonly version: number
}

async function sheetsOf({ tx, cipher }: Sources, named: readonly NamedSheet[]) {
  if (named.length === 0) return []
  const versions = new Map(named.map(({ claimId, version }) => [claimId, version]))
  const rows = await tx
    .select()
    .from(contents)
    .where(
      and(
        inArray(
          contents.claimId,
          named.map(({ claimId }) => claimId),
        ),
        eq(contents.kind, 'sheet'),
      ),
    )
  return rows
    .filter(({ claimId, version }) => versions.get(claimId) === version)
    .map(({ claimId, version, bodyEncrypted }) => ({
      claimId,
      content: cipher.decryptJson(bodyEncrypted, contentContext(claimId, 'sheet', version)) as SheetContent,
    }))
}
