/** What a run has to have done before it proves anything, and the limits that it must have kept. */
import { type Summary, sum } from './summary.ts'

/** Within which everything works again after a fault, unless the next one comes before; milliseconds. */
export const longestRecovery = 15_000
/** Each a minute: a third of what the three runs of a release have to come to, so that a slow machine may be slow. */
const perMinute = { kills: 1, crashPoints: 3, paid: 2, unknownOutcomes: 0.7 } as const
/** From so many minutes on, everything that can happen to a claim has happened to one. */
const longRun = 5

interface Judged {
  readonly id: string
  /** Objects that the invariant was judged on. */
  readonly checked: number
}

/** One sentence for each demand that the run has not met; none when it is worth something. */
export function failings(summary: Summary, judged: readonly Judged[], minutes: number): readonly string[] {
  const { worstRecoveryMs, recoveries, rest, payments, happened, unknownOutcomes } = summary
  const failed: string[] = []
  if (worstRecoveryMs > longestRecovery)
    failed.push(`A recovery took ${worstRecoveryMs} ms; ${longestRecovery} are allowed.`)
  if (recoveries === 0) failed.push('No recovery was measured.')
  const done = {
    kills: sum(summary.kills),
    crashPoints: sum(summary.crashPoints),
    paid: payments['paid'] ?? 0,
    unknownOutcomes,
  }
  for (const [name, least] of Object.entries(perMinute)) {
    const wanted = Math.floor(least * minutes)
    const found = done[name as keyof typeof done]
    if (found < wanted)
      failed.push(`The run proves too little: ${name} ${found}, at least ${wanted} are wanted.`)
  }
  for (const { id, checked } of judged) if (checked === 0) failed.push(`${id} had no object to judge.`)
  if (minutes >= longRun)
    for (const [name, count] of Object.entries(happened)) if (count === 0) failed.push(`Nothing of: ${name}.`)
  const left = Object.entries(rest.left).map(([name, count]) => `${name} ${count}`)
  if (left.length > 0) failed.push(`Not at rest in time: ${left.join(', ')}.`)
  return failed
}
