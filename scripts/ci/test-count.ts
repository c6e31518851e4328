/** What vitest's JSON report says, in two numbers. */

/** The part of the report that is read. */
export interface TestReport {
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

export interface TestCount {
  readonly passed: number
  readonly failed: number
}

/**
 * A file that fails without a failed test in it (it could not be loaded, its
 * set-up threw) counts as one failure, and so does a run that fails without any:
 * a rejection that nobody handled, or a set-up of the whole run that broke.
 */
export function countTests(report: TestReport | undefined, exitCode: number): TestCount {
  const files = report?.testResults ?? []
  const statuses = files.flatMap((file) => file.assertionResults.map((test) => test.status))
  const silentFailures = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = statuses.filter((status) => status === 'failed').length + silentFailures.length
  const passed = statuses.filter((status) => status === 'passed').length
  return { passed, failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed }
}
