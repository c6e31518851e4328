import type { Stage } from '../../domain/claim/stages.ts'
import type { FollowedClaim } from '../followed-claim.ts'
import { aloneOr, carryOut } from '../plan.ts'
import { acceptance } from './acceptance.ts'
import { adjustment } from './adjustment.ts'
import { afterCare } from './after-care.ts'
import { approval } from './approval.ts'
import { documents } from './documents.ts'
import { payment } from './payment.ts'
import { report } from './report.ts'
import { survey } from './survey.ts'

/** What the workflow does in each stage of a living claim, until the claim has left it. */
export const stages: Readonly<Record<Exclude<Stage, 'archived'>, (claim: FollowedClaim) => Promise<void>>> = {
  report: carryOut(aloneOr(report)),
  documents: carryOut(aloneOr(documents)),
  acceptance: carryOut(aloneOr(acceptance)),
  survey: carryOut(aloneOr(survey)),
  adjustment: carryOut(aloneOr(adjustment)),
  approval: carryOut(aloneOr(approval)),
  payment: carryOut(aloneOr(payment)),
  afterCare: carryOut(afterCare),
}
