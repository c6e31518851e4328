/**
 * Debian's Chromium without windows, which costs two thirds of the whole one, and letters for Chinese; both are
 * installed when they are missing and we may. Where only the whole one is there, it does as well.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const headless = '/usr/bin/chromium-headless-shell'
const whole = '/usr/bin/chromium'
const letters = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

function install(names: readonly string[]): void {
  const apt = (...words: readonly string[]) =>
    spawnSync('apt-get', words, { stdio: 'pipe', encoding: 'utf8', timeout: 600_000 })
  apt('update')
  const { status, stderr, error } = apt('install', '-y', '--no-install-recommends', ...names)
  if (status !== 0) throw new Error(`${names.join(' and ')} cannot be installed: ${error?.message ?? stderr}`)
}

/** The sandbox needs rights that a container does not give; the pages are our own. */
export async function launchChromium(): Promise<Browser> {
  const mayInstall = process.getuid?.() === 0
  const isEnough = existsSync(headless) || (existsSync(whole) && !mayInstall)
  const missing = [
    ...(isEnough ? [] : ['chromium-headless-shell']),
    ...(existsSync(letters) ? [] : ['fonts-noto-cjk']),
  ]
  if (missing.length > 0) install(missing)
  const executablePath = existsSync(headless) ? headless : whole
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}
