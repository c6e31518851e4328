import { type Cursor, decodeCursor } from '../db/reads/cursor.ts'
import { refuse } from '../domain/errors.ts'

/** The cursor of a query, or null for the first page. Refuses what no page of ours has given out. */
export function cursorFrom(text: string | undefined): Cursor | null {
  if (text === undefined) return null
  const cursor = decodeCursor(text)
  if (cursor !== undefined) return cursor
  const reason = { zh: '分页标记无效。', en: 'This is no mark of a page.' }
  return refuse('malformed', { fields: [{ path: '/cursor', reason: 'format', text: reason }] })
}

export const defaultPageSize = 50
