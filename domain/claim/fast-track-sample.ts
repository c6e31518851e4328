const whole = 10_000

/**
 * Whether a claim is drawn for the audit of the fast track: by seed and case number alone, so that everybody who knows
 * the seed draws the same, and nobody who decides can choose.
 * @param share of all claims, in basis points.
 */
export function isDrawn(
  hash: (value: unknown) => string,
  { seed, caseNumber, share }: { readonly seed: string; readonly caseNumber: string; readonly share: number },
): boolean {
  const digest = hash({ fastTrackSample: seed, caseNumber })
  return (Number.parseInt(digest.slice(0, 12), 16) * whole) / 2 ** 48 < share
}
