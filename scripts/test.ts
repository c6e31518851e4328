/**
 * `npm test`: every test, with all the set-up that it needs. What stands after
 * `--` goes to vitest. The last line is `N passed, M failed`.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { countTests, type TestReport } from './ci/test-count.ts'
import { checkoutFolder } from './embedded/data-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'lipei-test-report-'))
const file = join(folder, 'report.json')
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]

// Ctrl-C reaches vitest as well, which stops its servers first; this process waits for it.
process.on('SIGINT', () => undefined)

const run = spawn(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: checkoutFolder,
  stdio: ['ignore', 'inherit', 'inherit'],
})
process.on('SIGTERM', () => run.kill('SIGTERM'))
const exitCode = await new Promise<number>((resolve) => {
  run.once('error', () => resolve(1))
  run.once('exit', (code) => resolve(code ?? 1))
})
const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestReport) : undefined
rmSync(folder, { recursive: true, force: true })

const { passed, failed } = countTests(report, exitCode)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
