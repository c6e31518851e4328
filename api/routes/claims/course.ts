import { Type } from 'typebox'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { note, requiredNote, text } from '../../schemas/claim/values.ts'
import { closed, id } from '../../schemas/values.ts'
import { commandRoutes } from './command-route.ts'
import { noted } from './noted.ts'

/** What can happen to a claim in any stage: the first call, messages, hand-over, withdrawal, reopening. */
export function courseRoutes(app: Api, dependencies: Dependencies): void {
  const add = commandRoutes(app, dependencies)

  add('recordFirstContact', {
    path: '/first-contact',
    summary: 'Record the first call to the customer 首次联系',
    body: closed({ reached: Type.Boolean(), note }),
    command: ({ body }) => ({ body: { reached: body.reached }, ...noted(body) }),
  })

  add('postMessage', {
    path: '/messages',
    summary: 'Write to the other side 留言',
    status: 201,
    body: closed({ message: text(4000) }),
    command: ({ body }) => ({ body: {}, message: body.message }),
  })

  add('acknowledgeTask', {
    path: '/tasks/:taskId/acknowledgement',
    summary: 'Take note of what the escalation told 知悉升级提醒',
    params: { taskId: Type.String({ pattern: '^[a-zA-Z]{1,40}-[1-9][0-9]{0,6}$' }) },
    body: closed({ note }),
    command: ({ params, body }) => ({ body: { taskId: params.taskId }, ...noted(body) }),
  })

  add('withdrawClaim', {
    path: '/withdrawal',
    summary: 'Withdraw the claim 撤销案件',
    body: closed({ note }),
    command: ({ body }) => ({ body: {}, ...noted(body) }),
  })

  add('reopenClaim', {
    path: '/reopening',
    summary: 'Reopen a closed claim 重开案件',
    body: closed({ note: requiredNote }),
    command: ({ body }) => ({ body: {}, ...noted(body) }),
  })

  add('reassignClaim', {
    path: '/reassignment',
    summary: 'Give the claim to another handler 改派',
    body: closed({ toPersonId: id, note }),
    command: ({ body }) => ({ body: { toPersonId: body.toPersonId }, ...noted(body) }),
  })
}
