import type { Instant } from '../../domain/time/instant.ts'

/** Where a page ended: the order of the list, not a count, so that new rows do not shift the next page. */
export interface Cursor {
  readonly at: Instant
  readonly id: string
}

export function cursorOf(last: { registeredAt: Instant; claimId: string } | undefined): string | null {
  return last === undefined ? null : encodeCursor({ at: last.registeredAt, id: last.claimId })
}

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at} ${id}`).toString('base64url')
}

/** Undefined for what no page of ours has given out. */
export function decodeCursor(text: string): Cursor | undefined {
  const [, at, id] = /^(\d{1,16}) ([\w:.-]{1,160})$/.exec(Buffer.from(text, 'base64url').toString()) ?? []
  return at === undefined || id === undefined ? undefined : { at: Number(at), id }
}
