/** `npm run recompute -- --cases N --seed S`: every figure worked out a second time, by a program of its own. */
import { parseArgs } from 'node:util'
import { compare } from './recompute/compare.ts'
import { generateCases } from './recompute/program/generate/generate.ts'

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
})
const [cases, seed] = [Number(values.cases), Number(values.seed)]
if (![cases, seed].every((each) => Number.isSafeInteger(each) && each > 0)) {
  process.stderr.write('npm run recompute -- --cases N --seed S, both whole numbers above nothing\n')
  process.exit(2)
}
const shownAtMost = 20
const disagreements: string[] = []
let agreed = 0
let index = 0
for (const given of generateCases(seed, cases)) {
  const differences = compare(given)
  if (differences.length === 0) agreed += 1
  else disagreements.push(`${JSON.stringify({ seed, index, differences, given })}\n`)
  index += 1
}
process.stdout.write(disagreements.slice(0, shownAtMost).join(''))
process.stdout.write(`seed ${seed}: ${agreed} of ${cases} cases agree to the fen\n`)
process.exitCode = agreed === cases ? 0 : 1
