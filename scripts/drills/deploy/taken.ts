/** Which connections our programs have taken, by what they have noted themselves. */
import { existsSync, readFileSync } from 'node:fs'
import type { Cut } from './prober.ts'

/** To be loaded by a program that is to note in the file what it takes. */
export const noting = (file: string): string =>
  `${new URL('note-connections.ts', import.meta.url).href}?file=${encodeURIComponent(file)}`

export const readNotes = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Milliseconds between looks at the clock in two processes. */
const tolerance = 50

/** The requests whose connection was taken. A port is used again long after its last connection only. */
export function takenOf(cuts: readonly Cut[], notes: string): readonly Cut[] {
  const lines = notes.split('\n').map((line) => line.split(' ').map(Number))
  const taken = Map.groupBy(lines, ([, port = 0]) => port)
  return cuts.filter(({ port, began, ended }) =>
    (taken.get(port) ?? []).some(([at = 0]) => at >= began - tolerance && at <= ended + tolerance),
  )
}
