/** `npm run test:faults -- --minutes N --seed S`: the whole product, twenty people, and everything that can go wrong. */
import { readOptions } from './faults/options.ts'
import { run } from './faults/run.ts'

const green = await run(readOptions(process.argv.slice(2)))
// Left to itself, Node has been seen to spin for ever at its end, in closing the handles of programs that were killed.
process.exit(green ? 0 : 1)
