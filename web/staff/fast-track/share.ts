/** A share as people write it: `5`, `0.25`; it is kept in 1/10,000. */
export function percentOf(basisPoints: number): string {
  return String(basisPoints / 100)
}

/** Undefined for what is no share between nothing and everything, or finer than it is kept. */
export function basisPointsOf(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/\s*[%％]$/, ''))
  if (match === null) return undefined
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return points <= 10_000 ? points : undefined
}
