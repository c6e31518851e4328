/**
 * `npm run --silent adjust -- FILE.json`: many cases at once through the engine of `POST /calculations`, without a
 * database. The file is a list of `{ "name": …, "input": … }` (docs/examples/adjust.json); totals and every case with
 * its steps go to the standard output as JSON. The exit code is 1 when a case was refused, 2 when there is no such list.
 */
import { readFileSync } from 'node:fs'
import { adjustCases } from './adjust/adjust-cases.ts'

const [file] = process.argv.slice(2)

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    process.stderr.write(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : ''}\n`)
    return undefined
  }
}

const list = file === undefined ? undefined : read(file)
const report = list === undefined ? undefined : adjustCases(list)
if (report === undefined) {
  process.stderr.write('npm run --silent adjust -- FILE.json, a list of { "name": …, "input": … }\n')
  process.exitCode = 2
} else {
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  process.exitCode = report.totals.refused > 0 ? 1 : 0
}
