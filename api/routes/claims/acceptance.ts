import { Type } from 'typebox'
import { coverageCheckNames, exclusionCodes, rejectionGrounds } from '../../../domain/rules/vocabulary.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { clauseReference, note, requiredNote, versionNumber } from '../../schemas/claim/values.ts'
import { closed, nullable, oneOf } from '../../schemas/values.ts'
import { commandRoutes } from './command-route.ts'
import { noted } from './noted.ts'

const known = nullable(Type.Boolean({ description: 'Null while nobody has established it.' }))

/** Acceptance: what coverage is judged on, then a person accepts or rejects. */
export function acceptanceRoutes(app: Api, dependencies: Dependencies): void {
  const add = commandRoutes(app, dependencies)

  add('establishFacts', {
    path: '/coverage-facts',
    summary: 'Establish the facts of the cover 认定责任事实',
    body: closed(
      {
        objectInsured: known,
        licenceValid: known,
        drunk: known,
        exclusionSuspected: nullable(oneOf(exclusionCodes)),
        note,
      },
      { example: { objectInsured: true, licenceValid: true, drunk: false, exclusionSuspected: 'none' } },
    ),
    command: ({ body: { note: why, ...facts } }) => ({
      body: facts,
      ...(why === undefined ? {} : { note: why }),
    }),
  })

  add('acceptClaim', {
    path: '/acceptance',
    summary: 'Accept the claim 受理',
    description: 'Names the run of the panel that was seen, and the checks that a person has answered.',
    body: closed({
      panelRun: versionNumber,
      answers: Type.Array(oneOf(coverageCheckNames), { maxItems: 20, uniqueItems: true }),
      note,
    }),
    command: ({ body }) => ({ body: { panelRun: body.panelRun, answers: body.answers }, ...noted(body) }),
  })

  add('rejectClaim', {
    path: '/rejection',
    summary: 'Reject the claim in writing 拒赔',
    description: 'With clause and reason (Insurance Law, article 24); the note is the reason in plain words.',
    body: closed({
      check: oneOf(rejectionGrounds),
      clause: clauseReference,
      note: requiredNote,
    }),
    command: ({ body }) => ({ body: { check: body.check, clause: body.clause }, ...noted(body) }),
  })
}
