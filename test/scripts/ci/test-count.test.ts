import { describe, expect, it } from 'vitest'
import { countTests, type TestReport } from '../../../scripts/ci/test-count.ts'

const file = (status: string, ...tests: readonly string[]): TestReport['testResults'][number] => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
})

describe('the count of a test run', () => {
  it.each([
    ['every test passed', [file('passed', 'passed', 'passed'), file('passed', 'passed')], 0, 3, 0],
    ['some failed', [file('failed', 'passed', 'failed', 'failed'), file('passed', 'passed')], 1, 2, 2],
    ['a file could not be loaded', [file('failed'), file('passed', 'passed')], 1, 1, 1],
    ['the set-up of a file threw, so its tests never ran', [file('failed', 'pending', 'pending')], 1, 0, 1],
    ['nothing failed but the run did', [file('passed', 'passed')], 1, 1, 1],
    ['no test ran at all', [], 0, 0, 1],
  ])('says how it went when %s', (_title, testResults, exitCode, passed, failed) => {
    expect(countTests({ testResults }, exitCode)).toEqual({ passed, failed })
  })

  it('is a failure when there is no report', () => {
    expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1 })
  })
})
