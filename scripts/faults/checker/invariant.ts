import type { Evidence } from './evidence.ts'

/** One object for which the invariant does not hold, and the least that shows it. */
export interface Violation {
  readonly object: string
  readonly why: string
  readonly evidence?: Readonly<Record<string, unknown>>
}

export interface Finding {
  /** How many objects were looked at. */
  readonly checked: number
  readonly violations: readonly Violation[]
}

export interface Invariant {
  readonly id: string
  /** What must hold, in one sentence. */
  readonly text: string
  /** Holds at every moment of the run; the others are judged when everything has come to rest. */
  readonly live: boolean
  /** Whether the run did what there is to judge: then zero objects are a violation, too. */
  readonly exercised: (evidence: Evidence) => boolean
  readonly check: (evidence: Evidence) => Finding | Promise<Finding>
}

/** Looks at each object, which is right or gives the reasons why it is not. */
export function each<T>(objects: Iterable<T>, judge: (object: T) => readonly Violation[]): Finding {
  let checked = 0
  const violations: Violation[] = []
  for (const object of objects) {
    checked += 1
    violations.push(...judge(object))
  }
  return { checked, violations }
}

export function together(...findings: readonly Finding[]): Finding {
  return {
    checked: findings.reduce((total, { checked }) => total + checked, 0),
    violations: findings.flatMap(({ violations }) => violations),
  }
}
