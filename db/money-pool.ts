import type { Action } from '../domain/permissions.ts'
import type { Database } from './client.ts'

/** One database over two pools of connections; without the second one everything goes over the first. */
export interface Pools {
  readonly database: Database
  /** For `moneyActions` alone: however many slow questions hold the others, a payment finds one of these free. */
  readonly moneyDatabase?: Database
}

/** Enough for what finance, approvers and the bank do at once: each is a transaction of some milliseconds. */
export const moneyConnections = 4

/** What decides on money that is to leave, lets it leave, stops it, or takes the bank's word for where it is. */
const moneyActions: ReadonlySet<string> = new Set<Action>([
  'decideSettlement',
  'releasePayments',
  'gatePayment',
  'recordBankAnswer',
  'resolveSuspense',
  'operatePayLane',
])

/** The only place in which it is decided what goes over the money's connections. */
export function poolFor({ database, moneyDatabase = database }: Pools, action: string): Database {
  return moneyActions.has(action) ? moneyDatabase : database
}
