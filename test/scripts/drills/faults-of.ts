import { Verdict } from '../../../scripts/drills/verdict.ts'

/** What was judged to be wrong, by the name of its check. Checks that hold are left out. */
export function faultsOf(judge: (verdict: Verdict) => void): Readonly<Record<string, readonly string[]>> {
  const verdict = new Verdict('trial', () => undefined)
  judge(verdict)
  const failed = verdict.written.checks.filter(({ faults }) => faults.length > 0)
  return Object.fromEntries(failed.map(({ what, faults }) => [what, faults]))
}
