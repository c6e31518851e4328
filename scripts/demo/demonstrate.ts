/** The whole demonstration against a product that runs, wherever it runs. */
import type { Product } from '../embedded/product.ts'
import { Cast, type Addresses } from './cast.ts'
import { examine } from './checks.ts'
import { play, type Played, type Scenario } from './scenario.ts'
import { bankScenarios } from './scenarios/bank.ts'
import { fastTrackScenarios } from './scenarios/fast-track.ts'
import { motorScenarios } from './scenarios/motor.ts'
import { personAndPropertyScenarios } from './scenarios/person-and-property.ts'
import { turnScenarios } from './scenarios/turns.ts'
import { shortenTerms } from './short-terms.ts'
import { reportClaim, reportChecks, say } from './print.ts'

const atOnce = 3
const scenarios: readonly Scenario[] = [
  ...motorScenarios,
  ...personAndPropertyScenarios,
  ...turnScenarios,
  ...bankScenarios,
  ...fastTrackScenarios,
]

async function playAll(
  cast: Cast,
): Promise<{ readonly played: readonly Played[]; readonly failures: readonly string[] }> {
  const waiting = [...scenarios]
  const played: Played[] = []
  const failures: string[] = []
  const player = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        const done = await play(cast, next)
        played.push(done)
        await reportClaim(done)
      } catch (error) {
        failures.push(`${next.title}: ${error instanceof Error ? error.message : String(error)}`)
        say(`✗ ${failures.at(-1) ?? ''}`)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, player))
  return { played, failures }
}

/** Plays every scenario. True when every claim was played and everything that has to be equal is. */
export async function demonstrate(addresses: Addresses): Promise<boolean> {
  say(`Lipei demo against ${addresses.api}\n`)
  const cast = await Cast.signIn(addresses)
  const restoreTerms = await shortenTerms(cast)
  const { played, failures } = await playAll(cast)
  await restoreTerms()
  const checks = await examine(played)
  reportChecks(checks, failures, scenarios.length)
  return failures.length === 0 && checks.every((check) => check.faults.length === 0)
}

/**
 * Starts a product, demonstrates on it and stops it. Ctrl-C ends the product as well: its programs are in groups
 * of their own, which no terminal reaches.
 */
export async function demonstrateAlone(start: (abort: AbortSignal) => Promise<Product>): Promise<boolean> {
  const abort = new AbortController()
  const asked = new Promise<'stop'>((resolve) =>
    abort.signal.addEventListener('abort', () => resolve('stop')),
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => abort.abort())
  try {
    const product = await start(abort.signal)
    try {
      return (await Promise.race([demonstrate(product.urls), asked])) === true
    } finally {
      await product.stop()
    }
  } finally {
    if (abort.signal.aborted) process.exit(130)
  }
}
