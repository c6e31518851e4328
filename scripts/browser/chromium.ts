import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { headless, whole } from './debian.ts'

/**
 * Opens what `prepareBrowser` has found or installed, and throws when there is none. The sandbox needs rights that a
 * container does not give; the pages are our own.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = [headless, whole].find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error(`Neither ${headless} nor ${whole} is installed.`)
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}
