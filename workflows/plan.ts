import type { CommandBodies, CommandType } from '../domain/claim/commands.ts'
import type { Stage } from '../domain/claim/stages.ts'
import type { ToldContent } from '../domain/claim/told.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { FollowedClaim } from './followed-claim.ts'

type Issue = {
  readonly [T in CommandType]: { readonly type: T; readonly body: CommandBodies[T] }
}[CommandType]

/** What nobody has to decide: a command to issue now, the fast track to take, or something to wait for. */
export type Step = Issue | { readonly alone: true } | { readonly until: Instant | null }

/** The work of a stage as a pure rule: what is next, given what the claim is now. */
export type Plan = (claim: ToldContent, now: Instant) => Step

/** Waits for people. */
export const idle: Step = { until: null }

export function issue<T extends CommandType>(type: T, body: CommandBodies[T]): Step {
  return { type, body } as Issue
}

/** Issues the command when its instant has come; null means that there is nothing to do. */
export function at(instant: Instant | null, now: Instant, step: Step): Step {
  if (instant === null) return idle
  return instant <= now ? step : { until: instant }
}

/** A stage in which software may decide what people would: it does so first, as long as there is anything for it. */
export function aloneOr(plan: Plan): Plan {
  return (claim, now) => (claim.fastTrack === true ? { alone: true } : plan(claim, now))
}

/** Carries out the plan of a stage until the claim has left it, which it may have before this begins. */
export function carryOut(stage: Stage, plan: Plan): (claim: FollowedClaim) => Promise<void> {
  return async (claim) => {
    while (claim.stage === stage && !claim.isOver) {
      const step = plan(claim.told, Date.now())
      if ('type' in step) await claim.command(step.type, step.body)
      else if ('alone' in step) await claim.goAlone()
      // News that leave the plan as it is leave its timer alone: re-arming one costs two events.
      else
        await claim.wait(
          step.until,
          () => claim.stage !== stage || isOther(plan(claim.told, Date.now()), step),
        )
    }
  }
}

function isOther(next: Step, step: { readonly until: Instant | null }): boolean {
  return !('until' in next) || next.until !== step.until
}
