/**
 * `npm run bench:backtest [-- claims]`: a draft of each table tried on ten thousand closed claims through the API,
 * as an administrator would. The exit code is 1 when one takes a minute or more, or does not find what was planted.
 */
import { startVitest } from 'vitest/node'
import { checkoutFolder } from '../scripts/embedded/data-folder.ts'

const [claims = '10000'] = process.argv.slice(2)
const vitest = await startVitest('test', [], {
  config: false,
  root: checkoutFolder,
  include: ['bench/backtest/play.ts'],
  globalSetup: ['test/support/global-setup.ts'],
  provide: { closedClaims: Number(claims) },
  pool: 'forks',
  hookTimeout: 600_000,
  watch: false,
})
await vitest.close()
