/**
 * Judges a fault run: `node scripts/faults/checker/main.ts RUNFOLDER [--live]`. It reads the database, Temporal, the
 * bank's journal and the history of what was sent, with code of its own; writes `verdict.json` into the folder and a
 * table to the output; and ends with 0 when everything holds, 1 when something does not, 2 when it could not look.
 * With `--live` it judges what holds at every moment, while the run goes on.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBank } from './bank-journal.ts'
import { readDatabase } from './database/load.ts'
import { Evidence } from './evidence.ts'
import { invariants } from './every-invariant.ts'
import { judge } from './judge.ts'
import { printVerdict } from './print.ts'
import { readRunFolder } from './run-folder.ts'
import { readTemporal } from './temporal/workflows.ts'

/** Of the workflows' own retries, after the last fault; milliseconds. */
const patience = 45_000

async function gather(folder: string, live: boolean): Promise<Evidence> {
  // What was acknowledged or paid by now is in what is read afterwards.
  const given = readRunFolder(folder)
  const bank = readBank(given.run.bankJournal)
  const temporal = live ? null : await readTemporal(given.run, { patience })
  return new Evidence(given, await readDatabase(given.run.databaseUrl), bank, temporal)
}

async function main([folder, option]: readonly string[]): Promise<number> {
  if (folder === undefined)
    throw new Error('Which run? node scripts/faults/checker/main.ts RUNFOLDER [--live]')
  const live = option === '--live'
  const chosen = invariants.filter((one) => !live || one.live)
  const verdict = await judge(await gather(folder, live), chosen)
  writeFileSync(
    join(folder, live ? 'verdict-live.json' : 'verdict.json'),
    `${JSON.stringify(verdict, null, 2)}\n`,
  )
  process.stdout.write(printVerdict(verdict))
  return verdict.green ? 0 : 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 2
}
