/**
 * Loaded by worker, job runner and API before their own modules (`node --import …/preload.ts?folder=…`). Listens where
 * the product passes, and ends the process at the point that is armed, as a power cut would: SIGKILL, nothing flushed.
 */
import { subscribe } from 'node:diagnostics_channel'
import { flushCompileCache } from 'node:module'
import { basename } from 'node:path'
import { readArmed, recordHit } from './armed-file.ts'
import { crashPoints } from './points.ts'

const programs: Readonly<Record<string, string>> = {
  'server.ts': 'api',
  'worker.ts': 'worker',
  'jobs.ts': 'jobs',
}
const folder = new URL(import.meta.url).searchParams.get('folder') ?? ''
const program = programs[basename(process.argv[1] ?? '')] ?? ''
let counting = ''
let passages = new Map<string, number>()

function pass(channel: string, message: unknown): void {
  const armed = readArmed(folder, program)
  if (armed === null) return
  if (armed.id !== counting) {
    counting = armed.id
    passages = new Map()
  }
  for (const { name, channel: where, only, passage } of armed.points) {
    if (where !== channel || (only !== null && !about(message).startsWith(only))) continue
    const passed = (passages.get(name) ?? 0) + 1
    passages.set(name, passed)
    if (passed < passage) continue
    recordHit(folder, program, armed.id, name)
    process.kill(process.pid, 'SIGKILL')
  }
}

/** The type of a command, or method and path of a request to the outside. */
function about(message: unknown): string {
  const { type, request } = message as {
    readonly type?: string
    readonly request?: { readonly method: string; readonly path: string }
  }
  return type ?? (request === undefined ? '' : `${request.method} ${request.path}`)
}

/** What Node has made of the modules is written at the end of a process, and ours only ever die. */
setTimeout(flushCompileCache, 5_000).unref()

if (program !== '') {
  const channels = crashPoints.filter((one) => one.program === program).map(({ channel }) => channel)
  for (const channel of new Set(channels)) subscribe(channel, (message) => pass(channel, message))
}
