const [minute, hour, day] = [60, 3600, 86_400]

/** Distances between two marks that people count in; seconds. */
const steps = [
  1,
  2,
  5,
  10,
  30,
  ...[1, 2, 5, 10, 15, 30].map((many) => many * minute),
  ...[1, 2, 3, 6, 12].map((many) => many * hour),
  ...[1, 2, 5, 10, 15, 30, 60].map((many) => many * day),
]

const mostMarks = 5

/** Marks of an axis from nothing to the first one that is not shorter than the longest time; seconds. */
export function timeAxis(longest: number): readonly number[] {
  const step = steps.find((one) => one * mostMarks >= longest) ?? Math.ceil(longest / mostMarks / day) * day
  const count = Math.max(1, Math.ceil(longest / step))
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}
