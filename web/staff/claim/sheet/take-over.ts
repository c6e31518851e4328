import type { EditedCoverage } from './begin-sheet.ts'

interface Used {
  readonly bucket: string
  readonly amountMinor: number
}

/** The coverages with what other claims have taken from the limit at this place. */
export function takeOver(
  coverages: readonly EditedCoverage[],
  { path, takenMinor }: { readonly path: string; readonly takenMinor: number },
): readonly EditedCoverage[] {
  const [, place, bucket] = /^coverages\[(\d+)\]\.(?:usedMinor|used\.(\w+))$/.exec(path) ?? []
  if (place === undefined) return coverages
  return coverages.map((edited, index) => {
    if (index !== Number(place)) return edited
    if (bucket === undefined) return { ...edited, usedMinor: takenMinor }
    const others = ((edited['used'] ?? []) as readonly Used[]).filter((one) => one.bucket !== bucket)
    return { ...edited, used: [...others, { bucket, amountMinor: takenMinor }] }
  })
}
