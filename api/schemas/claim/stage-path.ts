import { standings } from '../../../domain/claim/stage-path.ts'
import { stages } from '../../../domain/claim/stages.ts'
import { closed, nullable, oneOf } from '../values.ts'
import { wireInstant } from './values.ts'

/** A stage on the path of a claim. */
export const step = closed({
  stage: oneOf(stages),
  standing: oneOf(standings),
  enteredAt: nullable(wireInstant),
  leftAt: nullable(wireInstant),
})
