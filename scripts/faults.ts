/** `npm run test:faults -- --minutes N --seed S`: the whole product, twenty people, and everything that can go wrong. */
import { readOptions } from './faults/options.ts'
import { run } from './faults/run.ts'

process.exitCode = (await run(readOptions(process.argv.slice(2)))) ? 0 : 1
