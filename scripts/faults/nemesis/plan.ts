/** What goes wrong and when, out of the seed alone: the same seed plans the same faults. */
import type { ProgramName } from '../../embedded/product.ts'
import { crashPoints } from '../crash/points.ts'
import type { Mode } from '../proxy/fault-proxy.ts'
import type { Seeded } from '../seeded.ts'

export type Behind = 'postgres' | 'temporal' | 'bank'

export type PlannedFault =
  | { readonly kind: 'kill'; readonly target: ProgramName }
  /** Stopped, and thawed after so many milliseconds. */
  | { readonly kind: 'freeze'; readonly target: ProgramName; readonly ms: number }
  /** Dies when it passes the point for the how-manieth time. */
  | { readonly kind: 'crash'; readonly point: string; readonly passage: number }
  /** Lasts so many milliseconds, or until it has struck as often as it may. */
  | { readonly kind: 'proxy'; readonly target: Behind; readonly mode: Mode; readonly ms: number }

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

export function* plan(random: Seeded): Generator<Planned, never> {
  for (;;) {
    const overlapping = random.chance(overlappingShare)
    yield { fault: fault(random), overlapping, pauseMs: random.between(100, overlapping ? 600 : 900) }
  }
}

function fault(random: Seeded): PlannedFault {
  const kind = random.weighed([
    [58, 'crash'],
    [24, 'kill'],
    [15, 'proxy'],
    [3, 'freeze'],
  ] as const)
  switch (kind) {
    case 'crash': {
      const { name } = random.weighed(crashPoints.map((point) => [point.weight, point] as const))
      return { kind, point: name, passage: random.between(1, 3) }
    }
    case 'kill':
      return { kind, target: random.weighed(killed) }
    case 'freeze':
      return { kind, target: random.chance(0.8) ? 'worker' : 'jobs', ms: random.between(1_000, 4_000) }
    case 'proxy':
      return trouble(random, random.pick(['postgres', 'temporal', 'bank'] as const))
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
