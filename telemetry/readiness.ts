/** What a process stands on, and how each part is. */
export interface PartStates {
  readonly database: 'ok' | 'unreachable'
  /** `unknown` when the database does not let us see its list of migrations. */
  readonly migrations: 'ok' | 'behind' | 'unknown'
  readonly temporal: 'connected' | 'unreachable'
}

export type Part = keyof PartStates | 'process'

export interface Readiness extends PartStates {
  readonly ready: boolean
  /** Parts without which the process does no work at all. */
  readonly missing: Part[]
  /** Parts that are away while the work goes on without them. */
  readonly degraded: Part[]
}

interface Judged {
  /** Whether the process can do nothing without Temporal; reports and decisions are taken without it. */
  readonly needsTemporal: boolean
  /** A process that is going away finishes what it has and should be sent nothing more. */
  readonly stopping?: boolean
}

export function judgeReadiness(states: PartStates, { needsTemporal, stopping = false }: Judged): Readiness {
  const away = states.temporal === 'unreachable'
  const missing: Part[] = []
  if (stopping) missing.push('process')
  if (states.database === 'unreachable') missing.push('database')
  if (states.migrations === 'behind') missing.push('migrations')
  if (away && needsTemporal) missing.push('temporal')
  return {
    ready: missing.length === 0,
    missing,
    degraded: away && !needsTemporal ? ['temporal'] : [],
    ...states,
  }
}
