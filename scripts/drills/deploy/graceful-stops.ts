/** SIGTERM to each of our programs, again and again, while people work: nothing that was taken on is dropped. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type AtHand, until } from '../at-hand.ts'
import type { People } from '../people.ts'
import type { Verdict } from '../verdict.ts'
import { checkStops, type Stops } from './judgement.ts'
import { probe } from './prober.ts'
import { readNotes, takenOf } from './taken.ts'

const probers = 6
/** Above what the supervisor waits before it starts a program again, and what the start takes on a busy machine. */
const longest = 60_000
/** Milliseconds of work before a stop. */
const between = 1000

export interface UnderLoad {
  readonly at: AtHand
  readonly people: People
  /** Where the programs note the connections that they take. */
  readonly notes: string
}

export async function stopGracefully(
  { at, people, notes }: UnderLoad,
  times: number,
  verdict: Verdict,
): Promise<void> {
  for (const name of ['api', 'worker', 'jobs'] as const) {
    const over = new AbortController()
    const { cookie } = at.cast.any('handler').http
    const probing = probe(`${at.product.urls.api}/worklist`, cookie, probers, over.signal)
    const attemptsBefore = people.attempts.length
    const newsBefore = at.news.length
    const waits: number[] = []
    try {
      for (let round = 0; round < times; round += 1) waits.push(await stopOnce(at, name))
    } finally {
      over.abort()
    }
    const probed = await probing
    const attempts = people.attempts.slice(attemptsBefore)
    const endings = at.news.slice(newsBefore).filter((text) => text.startsWith(`${name} is started again`))
    const aborted = takenOf(probed.cut, readNotes(notes))
    checkStops(verdict, { name, times, endings, probed, aborted, attempts })
    const requests = [...probed.answered.values()].reduce((sum, count) => sum + count, 0)
    const never = probed.refused + probed.cut.length - aborted.length
    const figures = [endings.length, requests, attempts.length, never, aborted.length]
    verdict.figure(`${name}: stops/requests/people's/never taken/aborted`, figures.join('/'))
    verdict.figure(`${name}: reset before they were taken`, probed.cut.length - aborted.length)
    verdict.figure(`${name}: longest from SIGTERM to ready (ms)`, Math.round(Math.max(...waits)))
  }
}

async function stopOnce(at: AtHand, name: Stops['name']): Promise<number> {
  const back = (): number => at.news.filter((text) => text === `${name} is back.`).length
  const before = back()
  await sleep(between)
  const began = performance.now()
  at.product.child(name).kill('SIGTERM')
  await until(`${name} to be back`, async () => back() > before, longest)
  return performance.now() - began
}
