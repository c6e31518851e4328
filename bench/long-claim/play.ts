/** Run by bench/long-claim.ts inside vitest, which brings the servers up. */
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { ClaimJourney } from '../../test/support/claim-journey.ts'
import { liveLong } from '../../test/support/long-life.ts'
import { RunningClaims } from '../../test/support/running-claims.ts'

declare module 'vitest' {
  interface ProvidedContext {
    steps: number
  }
}

let running: RunningClaims

beforeAll(async () => {
  running = await RunningClaims.start()
})

afterAll(() => running.close())

it('a long claim loses nothing', { timeout: 3_600_000 }, async () => {
  const decisions = Math.ceil(inject('steps') / 2)
  const journey = await ClaimJourney.create(running)
  const began = performance.now()
  const { runs, decided, followed, refused } = await liveLong(journey, decisions, (made) => {
    if (made % 500 === 0) process.stdout.write(`  ${made * 2} steps\n`)
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  expect({ decided, followed, refused }).toEqual({ decided: decisions, followed: decisions, refused: 0 })
  const events = runs.reduce((sum, run) => sum + run.events, 0)
  process.stdout.write(
    `${decided} decisions of people, each sent and told twice, and ${followed} steps of the workflow, one after each:\n` +
      `none lost, none done twice, the audit's chain whole, the workflow knows what the row says.\n` +
      `${events} events in ${runs.length} runs (${runs.map((run) => run.events).join(', ')}), ${seconds} s.\n`,
  )
})
