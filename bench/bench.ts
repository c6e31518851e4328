/**
 * `npm run bench [-- --parts a,b] [-- --without memory] [-- --rounds 5]`: how fast the product is on this machine,
 * against the same work without it, in turn, round after round. A part whose own check fails prints no number,
 * and the exit code is 1; an aim that is missed is only said.
 */
import { parseArgs } from 'node:util'
import { machine } from './machine.ts'
import { type PartName, partNames, parts } from './parts/parts.ts'
import { BenchProduct } from './product.ts'
import { report } from './report.ts'

const { values: given } = parseArgs({
  options: {
    parts: { type: 'string', default: partNames.join(',') },
    without: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
  },
})
const without = given.without.split(',')
const wanted = given.parts.split(',').filter((name) => !without.includes(name))
for (const name of [...wanted, ...without])
  if (name !== '' && !Object.hasOwn(parts, name))
    throw new Error(`There is no part ${name}: ${partNames.join(', ')}.`)

process.stdout.write(`${machine()}\n`)
const began = performance.now()
let failed = 0
for (const name of wanted as PartName[]) {
  const started = performance.now()
  // Each begins with a product that nothing has worn yet.
  const bench = await BenchProduct.start()
  try {
    const finding = await parts[name](bench, Number(given.rounds))
    process.stdout.write(report(name, finding, (performance.now() - started) / 1000))
  } catch (error) {
    failed += 1
    process.stdout.write(`\n${name}: no number. ${error instanceof Error ? error.message : String(error)}\n`)
  } finally {
    await bench.stop()
  }
}
process.stdout.write(
  `\n${wanted.length - failed} of ${wanted.length} parts, ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
)
process.exit(failed === 0 ? 0 : 1)
