import type { CommandBodies, CommandType } from './commands.ts'
import type { Decision } from './decision.ts'

/** What the caller learns besides stage and version: ids of what was created. */
export type Reply = Readonly<Record<string, unknown>>

export type Decider<T extends CommandType> = (decision: Decision, body: CommandBodies[T]) => Reply | void
export type Deciders = { readonly [T in CommandType]: Decider<T> }
