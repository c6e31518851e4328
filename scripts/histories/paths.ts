import type { Path } from './path.ts'
import { assessment } from './paths/assessment.ts'
import { course } from './paths/course.ts'
import { fastTrack } from './paths/fast-track.ts'
import { money } from './paths/money.ts'

/** Every way through the life of a claim of which a history is kept; those that change the rules for all come last. */
export const paths: Readonly<Record<string, Path>> = {
  ...money,
  ...assessment,
  ...course,
  ...fastTrack,
}

/** On a server that finds a history of twenty events long: a claim and its payment in several runs. */
export const continued = 'continued'

/** The histories that a path leaves, by the names of their files without the version. */
export function historiesOf(name: string, { payments = 0, runs = 1 }: Path): readonly string[] {
  const counted = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`)
  return [
    ...(runs === 1 ? [`claim-${name}`] : counted(`claim-${name}-run`, runs)),
    ...counted(`payment-${name}`, payments),
  ]
}
