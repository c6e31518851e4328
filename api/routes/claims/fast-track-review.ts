import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { fastTrackReview } from '../../schemas/fast-track.ts'
import { commandRoutes } from './command-route.ts'
import { noted } from './noted.ts'

/** What a supervisor has found in a claim that software paid and that was drawn for the audit. */
export function fastTrackReviewRoutes(app: Api, dependencies: Dependencies): void {
  const add = commandRoutes(app, dependencies)

  add('recordFastTrackReview', {
    path: '/fast-track-review',
    summary: 'Record the audit of a claim paid by software 闪赔复核结果',
    body: fastTrackReview,
    command: ({ body }) => ({ body: { finding: body.finding }, ...noted(body) }),
  })
}
