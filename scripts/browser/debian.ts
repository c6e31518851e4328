/**
 * Debian's Chromium without windows, which costs two thirds of the whole one, and letters for Chinese. Where only the
 * whole one is there, it does as well.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

export const headless = '/usr/bin/chromium-headless-shell'
export const whole = '/usr/bin/chromium'
const letters = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

export interface Machine {
  exists(path: string): boolean
  /** Rejects with what the program said. */
  apt(words: readonly string[]): Promise<unknown>
  readonly mayInstall: boolean
}

const run = promisify(execFile)

/** Somebody else who installs just now, as a machine does that has started only now, is waited for. */
const patience = ['-o', 'DPkg::Lock::Timeout=300']

const thisMachine: Machine = {
  exists: existsSync,
  apt: (words) => run('apt-get', [...patience, ...words], { timeout: 600_000 }),
  mayInstall: process.getuid?.() === 0,
}

/**
 * Installs what is missing. For one process at a time, before others open browsers: two that install at once
 * refuse one another. Throws with the names of the packages where they cannot be had.
 */
export async function prepareBrowser(machine: Machine = thisMachine): Promise<void> {
  const isEnough = machine.exists(headless) || (machine.exists(whole) && !machine.mayInstall)
  const missing = [
    ...(isEnough ? [] : ['chromium-headless-shell']),
    ...(machine.exists(letters) ? [] : ['fonts-noto-cjk']),
  ]
  if (missing.length === 0) return
  const names = missing.join(' and ')
  if (!machine.mayInstall) throw new Error(`${names} must be installed first, which root may do.`)
  try {
    // Without the newest lists it may still be there to have.
    await machine.apt(['update']).catch(() => undefined)
    await machine.apt(['install', '-y', '--no-install-recommends', ...missing])
  } catch (error) {
    throw new Error(
      `${names} cannot be installed: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    )
  }
}
