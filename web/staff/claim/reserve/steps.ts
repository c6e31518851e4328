import type { Reserve } from './query.ts'

const parts = ['indemnity', 'expense'] as const
export type Part = (typeof parts)[number]

interface Level {
  readonly part: Part
  /** Fen after each movement, from before the first on. */
  readonly levels: readonly number[]
}

/** How high each part of the reserve stood, movement by movement. */
export function levelsOf(movements: Reserve['movements']): readonly Level[] {
  return parts.map((part) => {
    const levels = [0]
    for (const movement of movements) {
      levels.push(movement.part === part ? movement.balanceMinor : (levels.at(-1) ?? 0))
    }
    return { part, levels }
  })
}

/** A line that keeps its height until the next movement, as points of an SVG path. */
export function stepPath(levels: readonly number[], width: number, height: number, highest: number): string {
  const stride = width / Math.max(1, levels.length)
  const y = (level: number) => height - (highest === 0 ? 0 : (level / highest) * height)
  return levels
    .map((level, index) => {
      const [from, to] = [index * stride, (index + 1) * stride].map((x) => x.toFixed(1))
      return `${index === 0 ? 'M' : 'L'}${from} ${y(level).toFixed(1)} L${to} ${y(level).toFixed(1)}`
    })
    .join(' ')
}
