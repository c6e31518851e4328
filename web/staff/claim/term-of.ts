import type { Claim } from './queries.ts'

export type Clock = Claim['clocks'][string]['clock']

/** A running clock as a due chip shows it. One that is held after its term is over is late, as lists have it. */
export function termOf({ dueAt, steps, pausedAt, breachedAt }: Clock) {
  const warnAt = steps.find(({ step }) => step === 'warn')?.at ?? null
  return { dueAt, warnAt, paused: pausedAt !== null && breachedAt === null }
}
