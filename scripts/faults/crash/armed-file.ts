/** How harness and program speak about points: by files, since the program dies in the middle of the word. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ArmedPoint {
  readonly name: string
  readonly channel: string
  readonly only: string | null
  /** The how-manieth passage is the last. */
  readonly passage: number
}

/** The first of them that is passed is where the program dies. */
export interface Armed {
  readonly id: string
  readonly points: readonly ArmedPoint[]
}

const armedFile = (folder: string, program: string) => join(folder, `armed-${program}.json`)
const hitFile = (folder: string, id: string) => join(folder, `hit-${id}.json`)

/** Whole or not at all: the other side may read at any moment. */
function write(folder: string, file: string, id: string, content: object): void {
  const draft = join(folder, `draft-${id}.json`)
  writeFileSync(draft, JSON.stringify(content))
  renameSync(draft, file)
}

function read(file: string): unknown {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch {
    return null
  }
}

export function writeArmed(folder: string, program: string, armed: Armed): void {
  write(folder, armedFile(folder, program), armed.id, armed)
}

export function readArmed(folder: string, program: string): Armed | null {
  return read(armedFile(folder, program)) as Armed | null
}

/** Says where the program dies and disarms it, so that what comes back does not die again. */
export function recordHit(folder: string, program: string, id: string, point: string): void {
  write(folder, hitFile(folder, id), `hit-${id}`, { point })
  disarm(folder, program)
}

/** The name of the point that was hit. */
export function readHit(folder: string, id: string): string | null {
  const hit = read(hitFile(folder, id)) as { readonly point: string } | null
  return hit?.point ?? null
}

export function disarm(folder: string, program: string): void {
  rmSync(armedFile(folder, program), { force: true })
}
