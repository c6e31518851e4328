import type { Verdict } from '../verdict.ts'
import { p99, type Taken } from './pulse.ts'

/** A program that starts again takes a core for seconds; an API that waited for it would take as long. */
const mostTimes = 2
const mostMore = 100

/** @param before is what was measured while nothing died. */
export function checkPulse(verdict: Verdict, what: string, now: Taken, before: Taken): void {
  const [usual, found] = [p99(before.times), p99(now.times)]
  verdict.figure(`p99 of the API, ${what} (ms)`, found)
  verdict.check(`requests that were answered in the usual time, ${what}`, now.times.length, [
    ...now.faults,
    ...(found <= usual * mostTimes + mostMore ? [] : [`p99 was ${found} ms instead of ${usual} ms`]),
  ])
}

/** @param news is what the supervisor has said: an abort is how an engine ends whose heap is full. */
export function checkDeaths(
  verdict: Verdict,
  program: string,
  wanted: number,
  news: readonly string[],
): void {
  const of = (text: string) => news.filter((line) => line.startsWith(program) && line.includes(text)).length
  const [aborted, back] = [of('SIGABRT'), of('is back')]
  verdict.check(`deaths of the ${program} with its heap full`, aborted, [
    ...(aborted === wanted ? [] : [`it died ${aborted} times of it instead of ${wanted}`]),
    ...(back === wanted ? [] : [`it came back ${back} times instead of ${wanted}`]),
  ])
}

export interface Shown {
  readonly state: string
  readonly failure: { readonly code: string } | null
}

/** What a person is shown of a document: that it has failed, and why. */
export function checkFailure(verdict: Verdict, what: string, shown: readonly Shown[], code: string): void {
  verdict.check(
    what,
    shown.length,
    shown
      .filter(({ state, failure }) => state !== 'failed' || failure?.code !== code)
      .map(({ state, failure }) => `${state} is shown, because of ${failure?.code ?? 'nothing'}`),
  )
}
