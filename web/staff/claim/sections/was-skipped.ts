import type { ClaimView } from '../queries.ts'

type Step = ClaimView['path'][number]

/** Whether nothing came out of a stage that is over: none of its sections bears the mark of work that was done. */
export const wasSkipped = ({ path }: Pick<ClaimView, 'path'>, stage: Step['stage']) =>
  path.some((step) => step.stage === stage && step.standing === 'skipped')
