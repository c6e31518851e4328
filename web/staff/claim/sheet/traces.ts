import type {
  CalculatedSheet,
  SheetInput,
  Step,
  StepInput,
} from '../../../../domain/adjustment/sheet-types.ts'
import type { Text } from '../../../../domain/text.ts'
import type { SheetLine, Trace } from '../../../blocks/sheet.tsx'
import { formatMoney } from '../../../blocks/money.tsx'
import { percentFromRate } from './percent.ts'

type Say = (text: Text) => string

interface Words {
  readonly say: Say
  /** Name of an item of loss. */
  readonly item: (code: string) => string
  /** Masked name of a party. */
  readonly party: (partyId: string) => string
}

function valueOf({ value, unit }: StepInput): string {
  if (unit === 'fen') return /^-?\d+$/.test(value) ? formatMoney(Number(value)) : value
  if (unit === 'rate') return /^[\d.]+$/.test(value) ? `${percentFromRate(value)}%` : value
  return value
}

/** Everything by which a reader can calculate the step again. */
function traceOf(step: Step, { input, result }: Calculated, words: Words): Trace {
  const lines = linesOf(input)
  const source = (name: string | undefined) => {
    if (name === undefined) return null
    const line = lines.find(({ lineId }) => lineId === name)
    if (line !== undefined) return `${words.item(line.item)} · ${words.party(line.claimantId)}`
    const earlier = result.steps.find(({ id }) => id === name)
    return earlier === undefined ? name : words.say(earlier.label)
  }
  const whole = /^-?\d+$/.test(step.exact)
  return {
    formula: words.say(step.formulaText),
    clause: words.say(step.clause),
    inputs: step.inputs.map((one, index) => ({
      name: `${index + 1}. ${words.say(one.label)}`,
      value: valueOf(one),
      source: source(one.source),
    })),
    rounding: whole ? null : `${step.exact} → ${step.resultMinor} (${result.roundingPolicy})`,
  }
}

interface Calculated {
  readonly input: SheetInput
  readonly result: CalculatedSheet
}

const linesOf = ({ coverages }: SheetInput) =>
  coverages.flatMap((coverage) => ('lines' in coverage ? coverage.lines : []))

/** The losses as they were asked for, assessed and agreed. */
export function lossLines({ input }: Calculated, words: Words): readonly SheetLine[] {
  return linesOf(input).map((line) => ({
    id: line.lineId,
    name: words.item(line.item),
    claimant: words.party(line.claimantId),
    askedMinor: line.askedMinor,
    assessedMinor: line.assessedMinor,
    agreedMinor: line.agreedMinor ?? line.assessedMinor,
  }))
}

export interface TracedStep {
  readonly id: string
  readonly name: string
  readonly minor: number
  readonly trace: Trace
  readonly shares: readonly { readonly name: string; readonly minor: number }[]
}

/** Every step of the calculation, in its order. */
export function tracedSteps(sheet: Calculated, words: Words): readonly TracedStep[] {
  return sheet.result.steps.map((step) => ({
    id: step.id,
    name: words.say(step.label),
    minor: step.resultMinor,
    trace: traceOf(step, sheet, words),
    shares: (step.shares ?? []).map(({ name, amountMinor }) => ({
      name: words.party(name),
      minor: amountMinor,
    })),
  }))
}
