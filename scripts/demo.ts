/**
 * `npm run demo`: drives the running product over HTTP, signed in as the people who
 * would act, through claims made from published figures, and compares at the end
 * what has to be equal. Without a running product it starts one of its own.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Cast, type Addresses } from './demo/cast.ts'
import { examine } from './demo/checks.ts'
import { play, type Played, type Scenario } from './demo/scenario.ts'
import { bankScenarios } from './demo/scenarios/bank.ts'
import { motorScenarios } from './demo/scenarios/motor.ts'
import { personAndPropertyScenarios } from './demo/scenarios/person-and-property.ts'
import { turnScenarios } from './demo/scenarios/turns.ts'
import { shortenTerms } from './demo/short-terms.ts'
import { reportClaim, reportChecks, say } from './demo/print.ts'
import { defaultDataFolder } from './embedded/data-folder.ts'
import { inheritedEnvironment } from './embedded/environment.ts'
import { addressFile } from './embedded/foreground.ts'
import { startProduct } from './embedded/product.ts'

const atOnce = 3
const scenarios: readonly Scenario[] = [
  ...motorScenarios,
  ...personAndPropertyScenarios,
  ...turnScenarios,
  ...bankScenarios,
]

/** The product that `npm start` runs on this machine, if it answers. */
async function runningProduct(): Promise<Addresses | undefined> {
  const file = join(defaultDataFolder(inheritedEnvironment()), addressFile)
  if (!existsSync(file)) return undefined
  const addresses = JSON.parse(readFileSync(file, 'utf8')) as Addresses
  try {
    const { ok } = await fetch(`${addresses.api}/health/live`, { signal: AbortSignal.timeout(2000) })
    return ok ? addresses : undefined
  } catch {
    return undefined
  }
}

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

/** True when every claim was played and everything that has to be equal is. */
async function demonstrate(addresses: Addresses): Promise<boolean> {
  say(`Lipei demo against ${addresses.api}\n`)
  const cast = await Cast.signIn(addresses)
  const restoreTerms = await shortenTerms(cast)
  const { played, failures } = await playAll(cast)
  await restoreTerms()
  const checks = await examine(played)
  reportChecks(checks, failures, scenarios.length)
  return failures.length === 0 && checks.every((check) => check.faults.length === 0)
}

/** Ctrl-C ends the product as well: its programs are in groups of their own, which no terminal reaches. */
async function demonstrateAlone(): Promise<boolean> {
  say('No product is running here; one is started for the demo.')
  const abort = new AbortController()
  const asked = new Promise<'stop'>((resolve) =>
    abort.signal.addEventListener('abort', () => resolve('stop')),
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => abort.abort())
  try {
    const product = await startProduct({ ports: 'free', abort: abort.signal })
    try {
      return (await Promise.race([demonstrate(product.urls), asked])) === true
    } finally {
      await product.stop()
    }
  } finally {
    if (abort.signal.aborted) process.exit(130)
  }
}

async function main(): Promise<boolean> {
  const running = await runningProduct()
  return running === undefined ? demonstrateAlone() : demonstrate(running)
}

process.exitCode = (await main()) ? 0 : 1
