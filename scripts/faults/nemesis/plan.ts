/** What goes wrong and when, out of the seed alone: the same seed plans the same faults. */
import type { ProgramName } from '../../embedded/product.ts'
import { type CrashPoint, crashPoint, crashPoints, type Program } from '../crash/points.ts'
import type { Mode } from '../proxy/fault-proxy.ts'
import type { Seeded } from '../seeded.ts'

export type Behind = 'postgres' | 'temporal' | 'bank'

export type PlannedFault =
  /** All at the same moment. */
  | { readonly kind: 'kill'; readonly targets: readonly ProgramName[] }
  /** Stopped, and thawed after so many milliseconds. */
  | { readonly kind: 'freeze'; readonly target: ProgramName; readonly ms: number }
  /** Several programs are about to die, each for itself at some point that it passes. */
  | { readonly kind: 'crash'; readonly volley: readonly Ambush[] }
  /** Lasts so many milliseconds, or until it has struck as often as it may. */
  | { readonly kind: 'proxy'; readonly target: Behind; readonly mode: Mode; readonly ms: number }

/** One program dies when it passes one of these points for the how-manieth time. */
export interface Ambush {
  readonly program: Program
  /** Armed one after the other; the last is one that everybody's work passes. */
  readonly points: readonly string[]
  readonly passage: number
}

export interface Planned {
  readonly fault: PlannedFault
  /** Comes while the one before has not been recovered from. */
  readonly overlapping: boolean
  /** Before it comes; milliseconds. */
  readonly pauseMs: number
}

const overlappingShare = 0.2

const killed: readonly (readonly [number, ProgramName])[] = [
  [4, 'api'],
  [3, 'worker'],
  [3, 'jobs'],
  [2, 'temporal'],
  [2, 'postgres'],
  [1, 'bank'],
]

/** Points of each program that are passed all the time: an ambush that is set for rare ones ends there. */
const busy: Readonly<Record<Program, readonly string[]>> = {
  api: ['api.command.written', 'api.command.committed', 'api.reply.due', 'api.tell.begun', 'api.tell.sent'],
  worker: ['worker.command.written', 'worker.command.committed'],
  jobs: ['jobs.notice.written', 'jobs.notice.accepted'],
}
/** Of points that are tried before a busy one. */
const rareOnes = 3
const twoKilledShare = 0.5

export function* plan(random: Seeded): Generator<Planned, never> {
  for (;;) {
    const overlapping = random.chance(overlappingShare)
    yield { fault: fault(random), overlapping, pauseMs: random.between(100, overlapping ? 600 : 1_000) }
  }
}

function fault(random: Seeded): PlannedFault {
  const kind = random.weighed([
    [60, 'crash'],
    [34, 'kill'],
    [11, 'proxy'],
    [3, 'freeze'],
  ] as const)
  switch (kind) {
    case 'crash':
      return { kind, volley: volley(random) }
    case 'kill':
      return { kind, targets: victims(random) }
    case 'freeze':
      return { kind, target: random.chance(0.8) ? 'worker' : 'jobs', ms: random.between(1_000, 4_000) }
    case 'proxy':
      return trouble(random, random.pick(['postgres', 'temporal', 'bank'] as const))
  }
}

function victims(random: Seeded): readonly ProgramName[] {
  const first = random.weighed(killed)
  const others = killed.filter(([, name]) => name !== first)
  return random.chance(twoKilledShare) ? [first, random.weighed(others)] : [first]
}

function volley(random: Seeded): readonly Ambush[] {
  const count = random.weighed([
    [1, 1],
    [4, 2],
    [5, 3],
  ])
  const programs = random.shuffled<Program>(['api', 'worker', 'jobs']).slice(0, count)
  const ambushes = programs.map((program) => ambush(random, program))
  // What is only found after another death has to be preceded by it.
  const cause = ambushes.flatMap(({ points }) => points.map((name) => crashPoint(name).after)).find(Boolean)
  if (cause === undefined) return ambushes
  const { program } = crashPoint(cause)
  return [{ program, points: [cause], passage: 1 }, ...ambushes.filter((one) => one.program !== program)]
}

function ambush(random: Seeded, program: Program): Ambush {
  const points: CrashPoint[] = []
  for (let left = rareOnes; left > 0; left -= 1) {
    const others = crashPoints.filter((one) => one.program === program && !points.includes(one))
    points.push(random.weighed(others.map((one) => [one.weight, one] as const)))
  }
  const names = points.map(({ name }) => name)
  const last = random.pick(busy[program])
  return {
    program,
    points: [...names.filter((name) => name !== last), last],
    passage: random.between(1, 2),
  }
}

/** What is worth losing the reply to: a commit, a payment, and whatever Temporal is told. */
const precious: Readonly<Record<Behind, string>> = {
  postgres: 'commit',
  temporal: '',
  bank: 'POST /v1/payments',
}

function trouble(random: Seeded, target: Behind): PlannedFault {
  const times = random.between(1, 3)
  const modes: readonly (readonly [number, Mode])[] = [
    [2, { kind: 'latency', ms: random.between(30, 150) }],
    [2, { kind: 'reset' }],
    [2, { kind: 'blackHole' }],
    [5, { kind: 'dropReply', after: precious[target], times }],
    // PostgreSQL and Temporal speak protocols in which a repeated piece is no repeated request.
    [target === 'bank' ? 3 : 0, { kind: 'duplicate', of: precious.bank, times }],
  ]
  return { kind: 'proxy', target, mode: random.weighed(modes), ms: random.between(800, 2_500) }
}
