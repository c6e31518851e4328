/**
 * `npm run drill:failover [-- --asynchronous] [--verdict FILE]`: PostgreSQL dies under load and its standby takes over,
 * as docs/operations.md says. Synchronously, so that nothing is lost; with `--asynchronous`, after the standby was cut
 * off while money left. Starts a product and two servers of its own.
 */
import { parseArgs } from 'node:util'
import { failOverAsynchronously } from './failover/asynchronous.ts'
import { Standing } from './failover/standing.ts'
import { failOverSynchronously } from './failover/synchronous.ts'
import { People } from './people.ts'
import { type Drill, runDrill } from './run-drill.ts'

const atOnce = 3

const { values: options } = parseArgs({
  options: { asynchronous: { type: 'boolean', default: false }, verdict: { type: 'string' } },
})

async function drill(setting: Drill): Promise<void> {
  const { verdict } = setting
  const standing = await Standing.start(setting)
  const over = new AbortController()
  let people: People | undefined
  let working: Promise<void> = Promise.resolve()
  try {
    verdict.step('the product runs on a database that was brought')
    people = await People.signIn(standing.at.product.urls)
    working = people.work(atOnce, over.signal)
    const leave = async (): Promise<void> => {
      over.abort()
      if (options.asynchronous) people?.giveUp()
      await working
    }
    const failOver = options.asynchronous ? failOverAsynchronously : failOverSynchronously
    await failOver(standing, people, leave, verdict)
    people.removeRecords()
  } finally {
    over.abort()
    people?.giveUp()
    await working
    await standing.end()
  }
}

await runDrill(options.asynchronous ? 'failover-asynchronous' : 'failover', drill, options.verdict)
