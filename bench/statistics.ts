/** The value below which the share of the values lies; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
}

/** Of one figure in several rounds. */
export interface Spread {
  readonly median: number
  readonly lowest: number
  readonly highest: number
  readonly rounds: number
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  const [lowest = NaN, highest = NaN] = [sorted.at(0), sorted.at(-1)]
  return { median: (low + high) / 2, lowest, highest, rounds: values.length }
}

export function show({ median, lowest, highest }: Spread, digits = 1): string {
  return `${median.toFixed(digits)} (${lowest.toFixed(digits)}–${highest.toFixed(digits)})`
}
