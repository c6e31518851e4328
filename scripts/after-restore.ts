/**
 * `node scripts/after-restore.ts [--even-if-not-restored]`: run once on a restored database, with the services'
 * environment, before any of them starts (docs/operations.md). Ends with 0 when the database has been looked after,
 * now or before, and with 1 when it was never restored.
 */
import { parseArgs } from 'node:util'
import { inheritedEnvironment } from './embedded/environment.ts'
import { describeOutcome, lookAfter } from './restore/look-after.ts'

const { values } = parseArgs({ options: { 'even-if-not-restored': { type: 'boolean', default: false } } })
const result = await lookAfter(inheritedEnvironment(), { evenIfNotRestored: values['even-if-not-restored'] })
process.stdout.write(`${describeOutcome(result)}\n`)
process.exitCode = result.outcome === 'notRestored' ? 1 : 0
