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
  report: carryOut('report', aloneOr(report)),
  documents: carryOut('documents', aloneOr(documents)),
  acceptance: carryOut('acceptance', aloneOr(acceptance)),
  survey: carryOut('survey', aloneOr(survey)),
  adjustment: carryOut('adjustment', aloneOr(adjustment)),
  approval: carryOut('approval', aloneOr(approval)),
  payment: carryOut('payment', aloneOr(payment)),
  afterCare: carryOut('afterCare', afterCare),
}
