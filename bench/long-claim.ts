/**
 * `npm run bench:long-claim [-- steps]`: one claim of ten thousand steps on a server as it is delivered, which
 * finds a history of four thousand events long. CI lives through fewer steps on a server that finds twenty long
 * (test/workflows/continue-as-new.test.ts). The exit code is 1 when a step was lost or done twice.
 */
import { startVitest } from 'vitest/node'
import { checkoutFolder } from '../scripts/embedded/data-folder.ts'

const [steps = '10000'] = process.argv.slice(2)
const vitest = await startVitest('test', [], {
  config: false,
  root: checkoutFolder,
  include: ['bench/long-claim/play.ts'],
  globalSetup: ['test/support/global-setup.ts'],
  provide: { steps: Number(steps) },
  pool: 'forks',
  hookTimeout: 60_000,
  watch: false,
})
await vitest.close()
