/**
 * `npm run demo`: drives the running product over HTTP, signed in as the people who
 * would act, through claims made from published figures, and compares at the end
 * what has to be equal. Without a running product it starts one of its own.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Addresses } from './demo/cast.ts'
import { demonstrate, demonstrateAlone } from './demo/demonstrate.ts'
import { say } from './demo/print.ts'
import { defaultDataFolder } from './embedded/data-folder.ts'
import { inheritedEnvironment } from './embedded/environment.ts'
import { addressFile } from './embedded/foreground.ts'
import { startProduct } from './embedded/product.ts'

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

async function main(): Promise<boolean> {
  const running = await runningProduct()
  if (running !== undefined) return demonstrate(running)
  say('No product is running here; one is started for the demo.')
  return demonstrateAlone((abort) => startProduct({ ports: 'free', abort }))
}

process.exitCode = (await main()) ? 0 : 1
