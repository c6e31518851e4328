import type { Finding } from '../finding.ts'
import type { BenchProduct } from '../product.ts'
import { actions } from './actions.ts'
import { wholeClaims } from './claims.ts'
import { lag } from './lag.ts'
import { memory } from './memory.ts'
import { poll } from './poll.ts'
import { statementCosts } from './statements.ts'
import { workerKilled, workerStart } from './worker.ts'

/** Measures on a product of its own; throws when what it measured did not happen as it should. */
type Part = (bench: BenchProduct, rounds: number) => Promise<Finding>

export const parts = {
  actions,
  claims: wholeClaims,
  lag,
  poll,
  statements: statementCosts,
  start: workerStart,
  killed: workerKilled,
  memory,
} as const satisfies Readonly<Record<string, Part>>

export type PartName = keyof typeof parts
export const partNames = Object.keys(parts)
