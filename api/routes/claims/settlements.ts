import { fen } from '../../../domain/money.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { newSettlement, release, ruling, suspenseResolution } from '../../schemas/claim/sheet.ts'
import { settlementId } from '../../schemas/claim/values.ts'
import { id } from '../../schemas/values.ts'
import { commandRoutes } from './command-route.ts'
import { noted } from './noted.ts'

/** What is asked to be approved, who approved it, and letting the money go. */
export function settlementRoutes(app: Api, dependencies: Dependencies): void {
  const add = commandRoutes(app, dependencies)

  add('proposeSettlement', {
    path: '/settlements',
    summary: 'Ask for approval of amount and payees 提交核赔',
    status: 201,
    body: newSettlement,
    command: ({ body }) => {
      const { sheetVersion, sheetHash, kind, replacesIntent = null } = body
      const payees = body.payees.map((one) => ({ ...one, amountMinor: fen(one.amountMinor) }))
      return { body: { sheetVersion, sheetHash, kind, payees, replacesIntent }, ...noted(body) }
    },
  })

  add('decideSettlement', {
    path: '/settlements/:settlementId/decisions',
    summary: 'Approve, return, reject or refer 核赔',
    description: 'Names level and hash of what was seen. Rejecting needs the clause.',
    status: 201,
    params: { settlementId },
    body: ruling,
    command: ({ params, body }) => {
      const { level, decision, hash, clause = null } = body
      return { body: { settlementId: params.settlementId, level, decision, hash, clause }, ...noted(body) }
    },
  })

  add('releasePayments', {
    path: '/settlements/:settlementId/release',
    summary: 'Let an approved settlement be paid 支付放行',
    status: 201,
    params: { settlementId },
    body: release,
    command: ({ params, body }) => ({
      body: { settlementId: params.settlementId, hash: body.hash },
      ...noted(body),
    }),
  })

  add('resolveSuspense', {
    path: '/payments/:intentId/suspense-resolution',
    summary: 'Say what became of a payment in doubt 挂账处理',
    description: 'The first person proposes, a second one confirms with the same outcome.',
    params: { intentId: id },
    body: suspenseResolution,
    command: ({ params, body }) => ({
      body: { intentId: params.intentId, outcome: body.outcome },
      ...noted(body),
    }),
  })
}
