/**
 * `npm run test:faults:planted [-- --only NAME] [--seed S] [--clean]`: is the checker any good? Each of eight bugs is
 * planted in a copy of the product, and has to turn an invariant red within five minutes. With `--clean` everything
 * is done in the same way on the product as it is, and has to stay green for a minute and at rest.
 */
import { parseArgs } from 'node:util'
import { bugs } from './faults/planted/bugs.ts'
import { trial } from './faults/planted/trial.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    clean: { type: 'boolean', default: false },
  },
})
const { only, seed, clean } = values
const chosen = bugs.filter(({ name }) => only === undefined || name === only)
if (chosen.length === 0) throw new Error(`There is no bug ${only ?? ''}.`)

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const isRed: boolean[] = []
for (const bug of chosen) {
  // A product that cannot even be worked with is no bug that was found, and the others are tried all the same.
  const { by, seconds } = await trial(bug, { seed, clean, say }).catch((error: unknown) => {
    say(`${bug.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    process.exitCode = 1
    return { by: [], seconds: 0 }
  })
  isRed.push(by.length > 0)
  const verdict = by.length > 0 ? `caught by ${by.join(', ')}` : 'nothing is red'
  say(`${bug.name.padEnd(28)} ${verdict} after ${seconds} s`)
}
const red = isRed.filter(Boolean).length
say(clean ? `${red}/${chosen.length} red without a bug` : `${red}/${chosen.length} planted bugs caught`)
if (red !== (clean ? 0 : chosen.length)) process.exitCode = 1
process.exit()
