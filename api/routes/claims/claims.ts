import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { acceptanceRoutes } from './acceptance.ts'
import { claimReadRoutes } from './claim.ts'
import { courseRoutes } from './course.ts'
import { documentFileRoutes } from './document-files.ts'
import { documentReviewRoutes } from './document-reviews.ts'
import { fastTrackReviewRoutes } from './fast-track-review.ts'
import { claimListRoutes } from './lists.ts'
import { partyRoutes } from './parties.ts'
import { progressRoutes } from './progress.ts'
import { reportRoutes } from './report.ts'
import { reserveRoutes } from './reserve.ts'
import { sensitiveViewRoutes } from './sensitive-views.ts'
import { settlementRoutes } from './settlements.ts'
import { sheetVersionRoutes } from './sheet-versions.ts'
import { sheetRoutes } from './sheets.ts'
import { surveyRoutes } from './survey.ts'
import { uploadRoutes } from './uploads.ts'
import { workflowRoutes } from './workflow.ts'

/** Everything under `/claims`: what changes a claim in the order of its life, then reading it. */
export async function claimRoutes(app: Api, dependencies: Dependencies): Promise<void> {
  reportRoutes(app, dependencies)
  courseRoutes(app, dependencies)
  partyRoutes(app, dependencies)
  documentReviewRoutes(app, dependencies)
  await uploadRoutes(app, dependencies)
  acceptanceRoutes(app, dependencies)
  surveyRoutes(app, dependencies)
  sheetRoutes(app, dependencies)
  settlementRoutes(app, dependencies)
  reserveRoutes(app, dependencies)
  fastTrackReviewRoutes(app, dependencies)
  claimListRoutes(app, dependencies)
  claimReadRoutes(app, dependencies)
  progressRoutes(app, dependencies)
  sheetVersionRoutes(app, dependencies)
  documentFileRoutes(app, dependencies)
  workflowRoutes(app, dependencies)
  sensitiveViewRoutes(app, dependencies)
}
