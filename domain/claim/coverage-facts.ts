import type { ExclusionCode } from '../rules/vocabulary.ts'

/** What coverage is judged on besides the policy: established by a person, or not yet. */
export interface CoverageFacts {
  readonly objectInsured: boolean | null
  readonly licenceValid: boolean | null
  readonly drunk: boolean | null
  readonly exclusionSuspected: ExclusionCode | null
}
