import type { RefusalDetails } from '../../../domain/errors.ts'
import { fieldFaults, type FieldFault } from '../../../domain/identity/check.ts'
import {
  policyFaultTexts,
  type PolicyFault,
  type PolicyFaultCode,
} from '../../../domain/policy/policy-faults.ts'
import type { Text } from '../../../domain/text.ts'

/** What is wrong with a file: where (RFC 6901), as a code, and in words. Never the value itself. */
export interface ImportFault {
  readonly path: string
  readonly reason: PolicyFaultCode | FieldFault
  readonly text: Text
}

/** A list of 5,000 policies that are all wrong in the same way is not read to its end by anybody. */
const mostShown = 500

export class FaultList {
  readonly #faults: ImportFault[] = []

  get empty(): boolean {
    return this.#faults.length === 0
  }

  add(path: string, reason: PolicyFaultCode): void {
    this.#faults.push({ path, reason, text: policyFaultTexts[reason] })
  }

  /** A field that failed the check of `domain/identity`. */
  addField(path: string, reason: FieldFault): void {
    this.#faults.push({ path, reason, text: fieldFaults[reason] })
  }

  addAll(prefix: string, faults: readonly PolicyFault[]): void {
    for (const { path, reason } of faults) this.add(`${prefix}${path}`, reason)
  }

  require(holds: boolean, path: string, reason: PolicyFaultCode): void {
    if (!holds) this.add(path, reason)
  }

  /** As the details of a refusal. */
  details(): RefusalDetails {
    return { fields: this.#faults.slice(0, mostShown), faults: this.#faults.length }
  }
}
