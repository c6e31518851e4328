/** What a backup folder need not keep any longer. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { baseCopies, walFolder } from './backup-folder.ts'

const segment = /^[0-9A-F]{24}/

/**
 * Keeps the newest copies and the log from the oldest of them on. Histories of timelines stay for ever: they are
 * small, and without them the next restore would not know which number is free.
 */
export function dropOld(
  backup: string,
  copiesKept: number,
): { readonly copies: number; readonly segments: number } {
  const copies = baseCopies(backup)
  const old = copies.slice(0, Math.max(0, copies.length - copiesKept))
  for (const { folder } of old) rmSync(folder, { recursive: true })
  const oldest = copies[old.length]
  if (oldest === undefined) return { copies: old.length, segments: 0 }
  // A name is timeline, then place in the log; the place alone says what is older, whatever the timeline.
  const place = (name: string): string => name.slice(8, 24)
  const first = place(oldest.manifest.firstSegment)
  const segments = readdirSync(walFolder(backup)).filter((name) => segment.test(name) && place(name) < first)
  for (const name of segments) rmSync(join(walFolder(backup), name))
  return { copies: old.length, segments: segments.length }
}
