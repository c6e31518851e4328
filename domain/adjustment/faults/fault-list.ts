import type { AdjustmentFault, AdjustmentFaultCode } from '../sheet-types.ts'
import { faultTexts } from './fault-texts.ts'

/** Collects the faults of one input. */
export interface FaultList {
  readonly faults: readonly AdjustmentFault[]
  readonly add: (code: AdjustmentFaultCode, path: string) => void
  /** Adds the fault when the statement does not hold. */
  readonly require: (holds: boolean, code: AdjustmentFaultCode, path: string) => void
}

export function createFaultList(): FaultList {
  const faults: AdjustmentFault[] = []
  const report = (code: AdjustmentFaultCode, path: string): void => {
    faults.push({ code, path, text: faultTexts[code] })
  }
  return {
    faults,
    add: report,
    require(holds, code, path) {
      if (!holds) report(code, path)
    },
  }
}

/** Whether a list names something twice. */
export function hasTwice(names: readonly string[]): boolean {
  return new Set(names).size < names.length
}
