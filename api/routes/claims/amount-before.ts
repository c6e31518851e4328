import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { counted, linesOf } from '../../../domain/adjustment/lines.ts'
import type { SheetContent } from '../../../domain/claim/stages/adjustment.ts'
import type { ClaimState, SheetVersion } from '../../../domain/claim/state.ts'

/** What the customer was shown before this version; undefined where this is the first that they see. */
export function shownBefore({ sheets }: ClaimState, { version }: SheetVersion): SheetVersion | undefined {
  return sheets.findLast((one) => one.version < version && one.proposedAt !== null)
}

export interface ShownBefore {
  readonly sheet: SheetVersion
  readonly content: SheetContent
  /** In which words the newer version was saved. */
  readonly note: string | null
}

/** The amount that was shown before, why it is another one now, and on which lines. */
export function amountBefore(
  now: SheetVersion,
  input: SheetInput,
  { sheet: before, content: earlier, note }: ShownBefore,
) {
  const { reason = null } = now
  return {
    sheetVersion: before.version,
    payableMinor: before.payableMinor,
    reason,
    // Without a reason it was written for the colleagues.
    note: reason === null ? null : note,
    changes: changesBetween(earlier.input, input),
  }
}

/**
 * Lines that count another amount than before; null on the side where there is none. A line that has become one of
 * somebody or something else is another line, whatever its number.
 */
function changesBetween(earlier: SheetInput, now: SheetInput) {
  const [before, after] = [countedIn(earlier), countedIn(now)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, next] = [before.get(key), after.get(key)]
    const line = next ?? old
    if (line === undefined || old?.countedMinor === next?.countedMinor) return []
    const { lineId, claimantId, item } = line
    return [
      {
        lineId,
        claimantId,
        item,
        beforeMinor: old?.countedMinor ?? null,
        afterMinor: next?.countedMinor ?? null,
      },
    ]
  })
}

function countedIn({ coverages }: SheetInput) {
  const lines = coverages.flatMap(linesOf)
  return new Map(
    lines.map((line) => {
      const { lineId, claimantId, item } = line
      return [`${lineId} ${claimantId} ${item}`, { lineId, claimantId, item, countedMinor: counted(line) }]
    }),
  )
}
