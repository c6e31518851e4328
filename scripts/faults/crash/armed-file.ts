/** How harness and program speak about a point: by files, since the program dies in the middle of the word. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Armed {
  readonly id: string
  readonly channel: string
  readonly only: string | null
  /** The how-manieth passage is the last. */
  readonly passage: number
}

const armedFile = (folder: string, program: string) => join(folder, `armed-${program}.json`)
const hitFile = (folder: string, id: string) => join(folder, `hit-${id}.json`)

/** Whole or not at all: the program may read at any moment. */
export function writeArmed(folder: string, program: string, armed: Armed): void {
  const draft = join(folder, `draft-${armed.id}.json`)
  writeFileSync(draft, JSON.stringify(armed))
  renameSync(draft, armedFile(folder, program))
}

export function readArmed(folder: string, program: string): Armed | null {
  const file = armedFile(folder, program)
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Armed
  } catch {
    return null
  }
}

/** Says that the point was hit and disarms it, so that the program which comes back does not die again. */
export function recordHit(folder: string, program: string, id: string): void {
  renameSync(armedFile(folder, program), hitFile(folder, id))
}

export function wasHit(folder: string, id: string): boolean {
  return existsSync(hitFile(folder, id))
}

export function disarm(folder: string, program: string): void {
  rmSync(armedFile(folder, program), { force: true })
}
