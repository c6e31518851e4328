/**
 * Records one history per path that a claim can take, for the test that replays them all:
 *
 *   node scripts/record-histories.ts [label [path]]
 *
 * With a path only that one is played and written. The label names the release, and is the version of
 * package.json unless given. The files of that label in test/histories are written anew; those of other
 * labels stay, because workflows that were started by a released version go on under the next one. So:
 * while a version is being made, record again after every change of a workflow; when it is released,
 * raise the version, and from then on change running workflows with `patched` only. Payloads are
 * encrypted with the public test key.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startVitest } from 'vitest/node'
import { checkoutFolder } from './embedded/data-folder.ts'

const { version } = JSON.parse(readFileSync(join(checkoutFolder, 'package.json'), 'utf8')) as {
  version: string
}
const [label = version, path] = process.argv.slice(2)

const vitest = await startVitest('test', [], {
  config: false,
  root: checkoutFolder,
  include: ['scripts/histories/recorder.ts'],
  globalSetup: ['test/support/global-setup.ts'],
  provide: { historyLabel: label },
  ...(path === undefined ? {} : { testNamePattern: ` ${path}$` }),
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 60_000,
  watch: false,
})
await vitest.close()
