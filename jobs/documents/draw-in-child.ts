import { spawn } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { constants, setPriority } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readJson } from '../../signed-http/read-json.ts'
import { readAll, unframe } from './frames.ts'

export interface ChildLimits {
  /** Wall clock; after it the child is killed, whatever it does. Milliseconds. */
  readonly withinMs: number
  /** Of the whole process; a photograph of 50 million pixels takes up to 300. */
  readonly memoryMegabytes: number
  /** The program that draws; another one only in tests. */
  readonly program: string
}

export type Drawn =
  | {
      readonly outcome: 'drawn'
      readonly view: Buffer
      readonly thumbnail: Buffer
      readonly perceptualHash: string
      readonly measures: Readonly<Record<string, unknown>>
    }
  | { readonly outcome: 'undecodable' | 'tookTooLong' | 'tookTooMuchMemory' | 'childDied' }

const standard: ChildLimits = {
  withinMs: 25_000,
  memoryMegabytes: 700,
  program: fileURLToPath(new URL('child.ts', import.meta.url)),
}

const heapMegabytes = 192
/** Two JPEGs, the larger one of 2,048 pixels a side. */
const mostAnswerBytes = 64 * 1024 * 1024
const exitCodes: Readonly<Record<number, 'undecodable' | 'tookTooMuchMemory'>> = {
  3: 'undecodable',
  4: 'tookTooMuchMemory',
}

/** Draws the copies of a photograph in a process that ends within its limits, whatever the photograph does to it. */
export async function drawInChild(original: Buffer, limits: Partial<ChildLimits> = {}): Promise<Drawn> {
  const { withinMs, memoryMegabytes, program } = { ...standard, ...limits }
  const args = [`--max-old-space-size=${heapMegabytes}`, program, String(memoryMegabytes)]
  const child = spawn(process.execPath, args, { env: compiledBefore(), stdio: ['pipe', 'pipe', 'ignore'] })
  stepBack(child.pid)
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, withinMs)
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('exit', (code) => resolve(code))
  })
  // A child that ends before it has read everything breaks the pipe; its exit code says more than that.
  child.stdin.on('error', () => undefined)
  child.stdin.end(original)
  const answer = await readAll(child.stdout, mostAnswerBytes).catch(() => undefined)
  if (answer === undefined) child.kill('SIGKILL')
  const code = await ended
  clearTimeout(timer)
  if (late) return { outcome: 'tookTooLong' }
  if (code !== 0) return { outcome: exitCodes[code ?? -1] ?? 'childDied' }
  return read(answer ?? Buffer.alloc(0))
}

/**
 * All that the child is told: where Node keeps what it made of our modules, if it does. To make it of them anew took
 * half of the processor time of a small photograph.
 */
function compiledBefore(): Record<string, string> {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}

/** Nobody waits for a thumbnail, and the claim that it belongs to is decided meanwhile. */
function stepBack(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or this machine does not let us: then it is drawn with the others.
  }
}

function read(answer: Buffer): Drawn {
  const [described, view, thumbnail] = unframe(answer, 3) ?? []
  const content = described === undefined ? undefined : readJson(described)
  if (view === undefined || thumbnail === undefined || !isDescription(content))
    return { outcome: 'childDied' }
  return { outcome: 'drawn', view, thumbnail, ...content }
}

function isDescription(value: unknown): value is {
  readonly perceptualHash: string
  readonly measures: Readonly<Record<string, unknown>>
} {
  if (typeof value !== 'object' || value === null) return false
  const { perceptualHash, measures } = value as Readonly<Record<string, unknown>>
  return typeof perceptualHash === 'string' && typeof measures === 'object' && measures !== null
}
