import type { FastifyRequest } from 'fastify'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { surveyReport } from '../../schemas/claim/survey.ts'
import { contentHash, ifMatch, note, versionNumber } from '../../schemas/claim/values.ts'
import { closed, id } from '../../schemas/values.ts'
import { commandRoutes } from './command-route.ts'
import { noted } from './noted.ts'

/** Survey: yes or no of the surveyor who was asked, the supervisor's dispatch, and the report. */
export function surveyRoutes(app: Api, dependencies: Dependencies): void {
  const add = commandRoutes(app, dependencies)

  add('acceptSurvey', {
    path: '/survey/acceptance',
    summary: 'Take the survey 接受查勘',
    body: closed({ note }),
    command: ({ body }) => ({ body: {}, ...noted(body) }),
  })

  add('declineSurvey', {
    path: '/survey/refusal',
    summary: 'Decline the survey 谢绝查勘',
    body: closed({ note }),
    command: ({ body }) => ({ body: {}, ...noted(body) }),
  })

  add('assignSurveyor', {
    path: '/survey/assignment',
    summary: 'Send a surveyor 指派查勘员',
    body: closed({ surveyorId: id, note }),
    command: ({ body }) => ({ body: { surveyorId: body.surveyorId }, ...noted(body) }),
  })

  add('saveSurveyReport', {
    path: '/survey/report',
    method: 'PUT',
    summary: 'Save the survey report 保存查勘报告',
    description:
      'Each save is a new version. If-Match names the newest version that the writer has seen, as in "2"; without it, none may be there yet.',
    headers: ifMatch,
    body: surveyReport,
    command: ({ body, request }) => ({
      body: {},
      content: { kind: 'surveyReport', body, basedOn: versionSeen(request) },
    }),
  })

  add('submitSurveyReport', {
    path: '/survey/report/submission',
    summary: 'Sign and submit the survey report 提交查勘报告',
    body: closed({ reportVersion: versionNumber, reportHash: contentHash, note }),
    command: ({ body }) => ({
      body: { reportVersion: body.reportVersion, reportHash: body.reportHash },
      ...noted(body),
    }),
  })
}

/** From `If-Match`, as in `"2"`; 0 when the writer has seen none. */
function versionSeen(request: FastifyRequest): number {
  return Number(/^"(\d+)"$/.exec(request.headers['if-match'] ?? '')?.[1] ?? 0)
}
