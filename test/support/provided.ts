/** What the set-up of a run hands to its test files. */

/** The roles are the same as in production, so that a missing grant shows up in the tests. */
export interface TestPostgres {
  readonly superuserUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly readerUrl: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres
    temporalAddress: string
    /** Path of the workflows' code, bundled once for the whole run. */
    workflowBundle: string
  }
}

export const templateDatabase = 'lipei_template'
