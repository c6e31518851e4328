/**
 * Work of which only one may go on at a time in the whole database queues for a lock of its own. Only ever added to at
 * the end: the place in the list is the lock's number, so that no two kinds of work can share one and a version that
 * is still running waits for the next one.
 */
const work = [
  'migration',
  'seed',
  'policyImport',
  'demonstrationData',
  'firstAdministrator',
  'statementIntake',
  'fastTrackSwitch',
  'ruleProposal',
] as const

const base = 7_304_210

/** The lock's number for `pg_advisory_lock` and its kin. */
export function advisoryLock(kind: (typeof work)[number]): number {
  return base + work.indexOf(kind)
}
