import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { disputedSheet, namedSheet, newSheet, sheetParams } from '../../schemas/claim/sheet.ts'
import { commandRoutes } from './command-route.ts'
import { nameCoverageFaults } from './coverage-faults.ts'
import { noted } from './noted.ts'

const answers = [
  ['proposeSheet', 'proposal', 'Put the amount to the customer 提交客户确认'],
  ['agreeSheet', 'agreement', 'Agree with the amount 同意金额'],
  ['recordAgreement', 'recorded-agreement', 'Record what the customer agreed to elsewhere 登记客户同意'],
] as const

/** Immutable versions of the calculation sheet; every decision names version and hash. */
export function sheetRoutes(app: Api, dependencies: Dependencies): void {
  const add = commandRoutes(app, dependencies)

  add('saveSheet', {
    path: '/sheets',
    summary: 'Save a new version of the calculation 保存理算书',
    description: 'The engine calculates it; figures that contradict each other or the policy are refused.',
    status: 201,
    preValidation: nameCoverageFaults,
    body: newSheet,
    command: ({ body }) => ({
      body: body.reason === undefined ? {} : { reason: body.reason },
      content: { kind: 'sheet', body: body.input },
      ...noted(body),
    }),
  })

  for (const [type, resource, summary] of answers) {
    add(type, {
      path: `/sheets/:version/${resource}`,
      summary,
      params: sheetParams,
      body: namedSheet,
      command: ({ params, body }) => ({
        body: { sheetVersion: params.version, sheetHash: body.sheetHash },
        ...noted(body),
      }),
    })
  }

  add('disputeSheet', {
    path: '/sheets/:version/dispute',
    summary: 'Dispute lines of the calculation 对金额有异议',
    params: sheetParams,
    body: disputedSheet,
    command: ({ params, body }) => ({
      body: { sheetVersion: params.version, sheetHash: body.sheetHash, lines: body.lines },
      ...noted(body),
    }),
  })
}
