/**
 * Debian's Chromium without windows, which costs two thirds of the whole one, and letters for Chinese; both are
 * installed when they are missing and we may.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const program = '/usr/bin/chromium-headless-shell'
const wanted = [
  { name: 'chromium-headless-shell', file: program },
  { name: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
]

function install(names: readonly string[]): void {
  const apt = (...words: readonly string[]) =>
    spawnSync('apt-get', words, { stdio: 'pipe', encoding: 'utf8', timeout: 600_000 })
  apt('update')
  const { status, stderr, error } = apt('install', '-y', '--no-install-recommends', ...names)
  if (status !== 0) throw new Error(`${names.join(' and ')} cannot be installed: ${error?.message ?? stderr}`)
}

/** The sandbox needs rights that a container does not give; the pages are our own. */
export async function launchChromium(): Promise<Browser> {
  const missing = wanted.filter(({ file }) => !existsSync(file)).map(({ name }) => name)
  if (missing.length > 0) install(missing)
  return chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] })
}
