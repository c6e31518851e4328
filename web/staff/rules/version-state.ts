import type { Version } from './queries.ts'

export type VersionState = 'proposed' | 'returned' | 'future' | 'inForce' | 'past'

/** Today where the insurer is; effective dates are days there. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}

/** The published version that has begun last and not ended; of two of one day the later number. */
function inForce(versions: readonly Version[], day: string): Version | undefined {
  return versions
    .filter((one) => one.publishedAt !== null && one.effectiveFrom <= day && (one.effectiveTo ?? '9') > day)
    .toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom) || b.version - a.version)[0]
}

/** Where a version stands among those of its table. */
export function stateOf(version: Version, ofTable: readonly Version[], day = today()): VersionState {
  if (version.returnedAt !== null) return 'returned'
  if (version.publishedAt === null) return 'proposed'
  if (version.effectiveFrom > day) return 'future'
  return inForce(ofTable, day)?.id === version.id ? 'inForce' : 'past'
}

/** The newest published version: what a new draft begins with, and what a proposal is compared with. */
export function newestPublished(versions: readonly Version[], before = Number.POSITIVE_INFINITY) {
  return versions
    .filter(({ publishedAt, version }) => publishedAt !== null && version < before)
    .toSorted((a, b) => b.version - a.version)[0]
}
