/**
 * `npm run bench:counts`: what a full, a fast and a disputed claim cost Temporal, each with its payment, from
 * the report to the archive, payloads encrypted. Counts do not depend on the machine, so they are gated: the exit
 * code is 1 above a red line of bench/counts/gates.ts, or when a claim did not come to its end.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startVitest } from 'vitest/node'
import { checkoutFolder } from '../scripts/embedded/data-folder.ts'
import { type CountedClaim, gates, judge } from './counts/gates.ts'
import { table } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'lipei-counts-'))
const countsFile = join(folder, 'counts.json')
const vitest = await startVitest('test', [], {
  config: false,
  root: checkoutFolder,
  include: ['bench/counts/play.ts'],
  globalSetup: ['test/support/global-setup.ts'],
  provide: { countsFile },
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 60_000,
  watch: false,
})
await vitest.close()
const counted = existsSync(countsFile) ? (JSON.parse(readFileSync(countsFile, 'utf8')) as CountedClaim[]) : []
rmSync(folder, { recursive: true, force: true })

const judged = counted.map((claim) => ({ ...claim, ...judge(claim) }))
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)
const rows = judged.map((claim) => {
  const { aim, red } = gates[claim.kind]
  const payments = claim.workflows.slice(1)
  const [events, bytes] = [
    payments.reduce((sum, one) => sum + one.events, 0),
    payments.reduce((sum, one) => sum + one.bytes, 0),
  ]
  return [
    claim.kind,
    `${claim.peopleCommands} + ${claim.workflowCommands}`,
    String(claim.actions),
    `${claim.events} (${events})`,
    `${kilobytes(claim.bytes)} (${kilobytes(bytes)})`,
    `${aim.events} / ${kilobytes(aim.bytes)}`,
    `${red.events} / ${kilobytes(red.bytes)}`,
    claim.verdict,
  ]
})
const head = ['claim', 'commands', 'actions', 'events', 'kB', 'aim', 'red above', 'verdict']
process.stdout.write(`
One claim from the report to the archive; people wait for the workflow after each decision, so no tells merge.
Commands: of people + of the workflows. In brackets: the part of the payment.

${table(head, rows)}
`)
const failed = Object.keys(gates).length !== judged.length || judged.some(({ verdict }) => verdict === 'RED')
if (failed) process.exitCode = 1
