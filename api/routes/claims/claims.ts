import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { acceptanceRoutes } from './acceptance.ts'
import { courseRoutes } from './course.ts'
import { documentReviewRoutes } from './document-reviews.ts'
import { partyRoutes } from './parties.ts'
import { reportRoutes } from './report.ts'
import { settlementRoutes } from './settlements.ts'
import { sheetRoutes } from './sheets.ts'
import { surveyRoutes } from './survey.ts'
import { uploadRoutes } from './uploads.ts'

/** Everything under `/claims`, in the order of a claim's life. */
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
}
