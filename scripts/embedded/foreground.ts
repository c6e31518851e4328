/** Runs the product in a terminal until Ctrl-C, and shows on the screen what happens. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkoutFolder } from './data-folder.ts'
import { inheritedEnvironment } from './environment.ts'
import { type Product, type ProductOptions, type Progress, startProduct } from './product.ts'

interface SignIn {
  readonly role: string
  readonly account: string
  readonly password: string
  readonly note: string
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** One line a step on the screen. */
export function showProgress({ text, milliseconds }: Progress): void {
  const duration = milliseconds === undefined ? '' : `${(milliseconds / 1000).toFixed(1)} s`
  say(`  ${milliseconds === undefined ? '•' : '✓'} ${text.padEnd(60)} ${duration}`.trimEnd())
}

/** A connection string without its password, for the screen. */
function withoutPassword(url: string): string {
  const shown = new URL(url)
  shown.password = ''
  return shown.href
}

function addresses({ urls }: Product): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['App and API', urls.api],
    ['API reference', urls.reference],
    ['Outbox', urls.outbox],
    ['Temporal UI', urls.temporalUi],
    ['Temporal', urls.temporal],
    ['PostgreSQL', withoutPassword(urls.database)],
    ['Bank', urls.bank],
    ['Message gateway', urls.messageGateway],
    ['Metrics of API', `${urls.metrics.api}/metrics`],
    ['    of worker', `${urls.metrics.worker}/metrics`],
    ['    of jobs', `${urls.metrics.jobs}/metrics`],
  ]
  return rows.flatMap(([name, url]) => (url === undefined ? [] : [`  ${name.padEnd(16)} ${url}`])).join('\n')
}

function signIns(): string {
  const file = join(checkoutFolder, 'scripts', 'demonstration-sign-ins.json')
  if (!existsSync(file)) return ''
  const all = JSON.parse(readFileSync(file, 'utf8')) as readonly SignIn[]
  const rows = all.map(
    ({ role, account, password, note }) =>
      `  ${role.padEnd(22)} ${account.padEnd(22)} ${password.padEnd(22)} ${note}`,
  )
  return `\nDemonstration sign-ins (role, account, password):\n${rows.join('\n')}\n`
}

/** Where the running product is found by whoever wants to drive it; stale after it has ended. */
export const addressFile = 'addresses.json'

export type RememberedAddresses = Pick<Product['urls'], 'api' | 'bank' | 'messageGateway' | 'temporal'>

function rememberAddresses(dataFolder: string, { urls }: Product): void {
  const { api, bank, messageGateway, temporal } = urls
  const remembered: RememberedAddresses = { api, bank, messageGateway, temporal }
  writeFileSync(join(dataFolder, addressFile), `${JSON.stringify(remembered)}\n`)
}

/** npm hands on the signal that the terminal has sent already, so one Ctrl-C arrives twice. */
const sameKeyPress = 1_000

/** How often is looked whether npm still lives. Milliseconds. */
const lookEvery = 500

/**
 * Calls back when npm, which started us, has gone without a word: killed outright, it hands on no signal. Without
 * npm nobody's end is ours, since a shell may leave and mean its programs to go on.
 */
function whenNpmIsGone(tell: () => void): void {
  if (inheritedEnvironment()['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    tell()
  }, lookEvery)
  timer.unref()
}

/** Ends the process with 0 after a stop in good order, 130 after one by force, 1 when the start failed. */
export async function runInForeground(
  options: ProductOptions & { readonly dataFolder: string },
  start: typeof startProduct = startProduct,
): Promise<void> {
  const { dataFolder, demonstration = false } = options
  const abort = new AbortController()
  const force = new AbortController()
  let product: Product | undefined
  let askedAt: number | undefined
  const ask = (): void => {
    if (askedAt !== undefined && performance.now() - askedAt < sameKeyPress) return
    const again = askedAt !== undefined
    askedAt = performance.now()
    say(again ? '\nEnding everything at once.' : '\nStopping; Ctrl-C again ends everything at once.')
    const controller = again ? force : abort
    controller.abort()
    const ended = again ? product?.force() : product?.stop()
    void ended?.then(() => {
      say('Stopped.')
      process.exit(force.signal.aborted ? 130 : 0)
    })
  }
  // A terminal that was closed can no longer be written to, and the stop must go on all the same.
  process.stdout.on('error', () => undefined)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  whenNpmIsGone(() => {
    if (askedAt === undefined) ask()
  })

  const began = performance.now()
  say(`Lipei 理赔 starts; its data is kept in ${dataFolder}`)
  try {
    product = await start({
      ...options,
      report: showProgress,
      abort: abort.signal,
      force: force.signal,
    })
  } catch (error) {
    if (!abort.signal.aborted)
      process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(abort.signal.aborted ? 0 : 1)
  }
  rememberAddresses(dataFolder, product)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const embedded = product.urls.databaseReader !== undefined
  say(`\n${addresses(product)}\n${embedded || demonstration ? signIns() : ''}`)
  say(`Ready after ${seconds} s. Logs: ${join(dataFolder, 'logs')}. Ctrl-C stops everything.`)
}
