import { sqlState } from './transact.ts'

/** Classes and codes of PostgreSQL after which the same request is worth another try (its manual, appendix A). */
const transientStates = /^(?:08|53|57P0[1-4]|57014|40001|40P01|55P03|25P0[34])/
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
/** What the pool says of a connection that it lost or did not get; these errors have no code. */
const lostConnection =
  /^(?:Connection terminated|timeout exceeded|timeout expired|Client (?:was closed|has encountered a connection error))/

/** The database cannot be reached, is overloaded, or gave the transaction up: nothing was changed for certain. */
export function databaseUnavailable(error: unknown): boolean {
  if (transientStates.test(sqlState(error) ?? '')) return true
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, syscall } = cause as { code?: unknown; syscall?: unknown }
    if (typeof code === 'string' && socketCodes.has(code) && syscall !== 'open') return true
    if (lostConnection.test(cause.message)) return true
  }
  return false
}

interface ErrorDescription {
  /** The class of the error. Keys such as name and code are hidden from logs, whatever they hold. */
  readonly kind: string
  /** SQLSTATE, or what the system calls it. */
  readonly state?: string
  readonly constraint?: string
  readonly message?: string
  readonly at: readonly string[]
}

/**
 * What a log may say of an error. Messages of the database carry the parameters of the statement, which are
 * personal data; of those only the code, the constraint and the place in our code are kept.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] }
  const state = sqlState(error)
  const fromDatabase = state !== undefined || 'query' in error || error.name === 'DrizzleQueryError'
  const cause: unknown = error.cause
  const { code, constraint } = (cause instanceof Error ? cause : error) as {
    code?: unknown
    constraint?: unknown
  }
  return {
    kind: error.name,
    ...(typeof code === 'string' ? { state: code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(fromDatabase ? {} : { message: error.message.slice(0, 500) }),
    at: frames(error),
  }
}

function frames(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
}
