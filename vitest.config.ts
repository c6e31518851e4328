import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defaultDataFolder } from './scripts/embedded/data-folder.ts'
import { inheritedEnvironment } from './scripts/embedded/environment.ts'

/** Tests of these folders touch neither PostgreSQL nor Temporal of the run, so they start without them. */
const pure = [
  'test/activities/bank/**/*.test.ts',
  'test/bank/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/db/encryption/**/*.test.ts',
  'test/docs/**/*.test.ts',
  'test/domain/**/*.test.ts',
  'test/files/**/*.test.ts',
  'test/lint/**/*.test.ts',
  'test/scripts/*.test.ts',
  'test/scripts/!(faults)/**/*.test.ts',
  'test/scripts/faults/*.test.ts',
  'test/scripts/faults/!(checker)/**/*.test.ts',
  'test/telemetry/**/*.test.ts',
  'test/web/**/*.test.ts',
  'test/topology/**/*.test.ts',
  'test/*.test.ts',
]

/** Tests of these start the whole product themselves, and have the machine to themselves when the others are done. */
const product = ['test/product/**/*.test.ts']

/** Promises of seconds for the whole product, when nothing else runs any more. */
const alone = ['test/alone/**/*.test.ts']

/** People before a real browser, on one product for all of them. */
const browser = ['test/e2e/**/*.test.ts']

/** Begun last, each of these would leave the machine to itself at the end of its group. */
const longest = [
  'e2e/every-page',
  'e2e/adjustment',
  'e2e/first-handler',
  'e2e/paid',
  'scripts/backup/backup',
  'scripts/embedded/foreground',
  'restore/after-restore',
  'workflows/continue-as-new',
  'workflows/reopening',
  'workflows/replay',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.includes(`/${name}.`))
    // oxlint-disable-next-line unicorn/no-array-sort -- this one sorts no array in place, and is vitest's
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Temporal's native core crashes in worker threads.
    pool: 'forks',
    // Twice the two cores of a small machine: what is tested here waits more than it works.
    maxWorkers: 4,
    // Programs that tests start read what Node has made of our modules before, as those of the product do.
    env: { NODE_COMPILE_CACHE: join(defaultDataFolder(inheritedEnvironment()), 'cache', 'modules') },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: pure,
          // What is pure shares no state that could leak, and is read once a process instead of once a file.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: ['test/**/*.test.ts'],
          exclude: [...pure, ...product, ...alone, ...browser, '**/node_modules/**'],
          globalSetup: ['test/support/global-setup.ts'],
          // Each file has a database and a task queue of its own; to read the product anew for each took 150 s of CPU.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: product,
          // Each of them is eight processes, and has promises of seconds to keep.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          globalSetup: ['test/e2e/set-up.ts'],
          // A page that is late on a machine at its limit is no fault of the page.
          retry: 2,
          maxWorkers: 3,
          // One Chromium and one reading of the journeys a process.
          isolate: false,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: alone,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
