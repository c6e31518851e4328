import type { AdjustmentFault, AdjustmentFaultCode } from '../sheet-types.ts'
import { faultTexts } from './fault-texts.ts'
import { inWords, statedFact } from './stated-facts.ts'

/** The other side of a contradiction: a place of the input, with the figure where that is a sum of several. */
export type Against = string | { readonly path: string; readonly value: string }

interface Sides {
  /** What the fact at the path is contradicted by. */
  readonly against: Against
  /** The figure at the path itself, where it is worked out of several. */
  readonly value?: string
}

/** Collects the faults of one input. */
export interface FaultList {
  readonly faults: readonly AdjustmentFault[]
  readonly add: (code: AdjustmentFaultCode, path: string, sides?: Sides) => void
  /** Adds the fault when the statement does not hold; `sides` names both facts of a contradiction. */
  readonly require: (holds: boolean, code: AdjustmentFaultCode, path: string, sides?: Sides) => void
}

export function createFaultList(input: object): FaultList {
  const faults: AdjustmentFault[] = []
  const report = (code: AdjustmentFaultCode, path: string, sides?: Sides): void => {
    const text = faultTexts[code]
    if (sides === undefined) {
      faults.push({ code, path, text })
      return
    }
    const { against, value } = sides
    const other = typeof against === 'string' ? { path: against, value: undefined } : against
    const facts = [statedFact(input, path, value), statedFact(input, other.path, other.value)]
    const said = inWords(facts)
    faults.push({ code, path, text: { zh: `${text.zh}：${said.zh}`, en: `${text.en}: ${said.en}` }, facts })
  }
  return {
    faults,
    add: report,
    require(holds, code, path, sides) {
      if (!holds) report(code, path, sides)
    },
  }
}

/** Whether a list names something twice. */
export function hasTwice(names: readonly string[]): boolean {
  return new Set(names).size < names.length
}
