import { canonicalJson } from './canonical-json.ts'
import type { DecidedAmounts } from './decided-amounts.ts'
import type { OutputDifference } from './differences.ts'

/** How often one output would be another, and from what to what. */
export interface OutputTally extends Pick<OutputDifference, 'output' | 'subject'> {
  readonly decisions: number
  /** The most frequent ones. */
  readonly transitions: readonly {
    readonly from: unknown
    readonly to: unknown
    readonly decisions: number
  }[]
}

/** By how much an amount would move, in fen, over the decisions in which it does. */
export interface AmountTally {
  readonly name: string
  readonly risen: number
  readonly fallen: number
  /** All rises less all falls; null when the sum is 2^53 fen or more. */
  readonly netMinor: number | null
  readonly largestRiseMinor: number
  readonly largestFallMinor: number
}

interface Counted {
  readonly difference: OutputDifference
  decisions: number
  readonly transitions: Map<string, { readonly from: unknown; readonly to: unknown; decisions: number }>
}

interface Moved {
  risen: number
  fallen: number
  net: bigint
  rise: number
  fall: number
}

const mostTransitions = 8

/** Counts differences as they come in. */
export function createTally() {
  const outputs = new Map<string, Counted>()
  const amounts = new Map<string, Moved>()

  function differences(found: readonly OutputDifference[]): void {
    for (const difference of found) {
      const { output, subject, from, to } = difference
      const counted = valueOf(outputs, `${output} ${subject ?? ''}`, () => ({
        difference,
        decisions: 0,
        transitions: new Map(),
      }))
      counted.decisions += 1
      const kind = canonicalJson([from, to])
      valueOf(counted.transitions, kind, () => ({ from, to, decisions: 0 })).decisions += 1
    }
  }

  function move(before: DecidedAmounts, after: DecidedAmounts): void {
    for (const [name, amount] of Object.entries(after)) {
      const by = amount - (before[name] ?? 0)
      if (by === 0) continue
      const moved = valueOf(amounts, name, () => ({ risen: 0, fallen: 0, net: 0n, rise: 0, fall: 0 }))
      if (by > 0) moved.risen += 1
      else moved.fallen += 1
      moved.net += BigInt(by)
      moved.rise = Math.max(moved.rise, by)
      moved.fall = Math.max(moved.fall, -by)
    }
  }

  return {
    differences,
    amounts: move,
    result: (): { readonly outputs: readonly OutputTally[]; readonly amounts: readonly AmountTally[] } => ({
      outputs: [...outputs.values()].map(outputTally).toSorted(byDecisions),
      amounts: [...amounts].map(([name, moved]) => amountTally(name, moved)),
    }),
  }
}

function outputTally({ difference, decisions, transitions }: Counted): OutputTally {
  const { output, subject } = difference
  const frequent = [...transitions.values()].toSorted(byDecisions).slice(0, mostTransitions)
  return { output, subject, decisions, transitions: frequent }
}

function amountTally(name: string, { risen, fallen, net, rise, fall }: Moved): AmountTally {
  const told = Number(net)
  return {
    name,
    risen,
    fallen,
    netMinor: Number.isSafeInteger(told) ? told : null,
    largestRiseMinor: rise,
    largestFallMinor: fall,
  }
}

function byDecisions(a: { readonly decisions: number }, b: { readonly decisions: number }): number {
  return b.decisions - a.decisions
}

function valueOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}
