/** A rate as people type it, in percent; undefined for what is none between 0 and 100. `70` is `0.70`. */
export function rateFromPercent(text: string): string | undefined {
  const typed = text.trim().replace('％', '%').replace(/%$/, '')
  const found = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(typed)
  if (found === null || Number(typed) > 100) return undefined
  const [, whole = '0', decimals = ''] = found
  const digits = `${whole.padStart(3, '0')}${decimals}`
  return `${Number(digits.slice(0, -2 - decimals.length))}.${digits.slice(-2 - decimals.length)}`
}

/** `0.70` as `70`. */
export function percentFromRate(rate: string): string {
  return String(Math.round(Number(rate) * 1_000_000) / 10_000)
}
