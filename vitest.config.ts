import { defineConfig } from 'vitest/config'

/** Tests of these folders touch neither PostgreSQL nor Temporal of the run, so they start without them. */
const pure = [
  'test/activities/bank/**/*.test.ts',
  'test/bank/**/*.test.ts',
  'test/db/encryption/**/*.test.ts',
  'test/docs/**/*.test.ts',
  'test/domain/**/*.test.ts',
  'test/files/**/*.test.ts',
  'test/lint/**/*.test.ts',
  'test/scripts/**/*.test.ts',
  'test/*.test.ts',
]

export default defineConfig({
  test: {
    // Temporal's native core crashes in worker threads.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: pure,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: ['test/**/*.test.ts'],
          exclude: [...pure, '**/node_modules/**'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
