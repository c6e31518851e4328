import { endAbsence, recordAbsence } from '../../db/identity/absences.ts'
import { confirmGrant, endGrant, grantLimit, grantRole } from '../../db/identity/grants.ts'
import type { AskedInterval } from '../../db/identity/intervals.ts'
import { authorityLimits, roleGrants } from '../../db/schema/index.ts'
import { fen } from '../../domain/money.ts'
import { administration } from '../administration.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import {
  absenceParams,
  done,
  grantParams,
  newAbsence,
  newLimit,
  newRole,
  pendingGrant,
  personParams,
} from '../schemas/people.ts'
import { closed, id } from '../schemas/values.ts'
import { instantOf } from '../wire.ts'

const tags = ['people']
const config = { action: 'managePeople' } as const
const pending = (grantId: string) => ({ grantId, state: 'pending' as const })
const isDone = { done: true as const }

interface WrittenInterval {
  readonly validFrom?: string
  readonly validTo?: string
}

function interval({ validFrom, validTo }: WrittenInterval): AskedInterval {
  return {
    validFrom: validFrom === undefined ? null : instantOf('/validFrom', validFrom),
    validTo: validTo === undefined ? null : instantOf('/validTo', validTo),
  }
}

/** Roles and limits take two administrators; to take one away, one is enough. */
export function grantRoutes(app: Api, dependencies: Dependencies): void {
  const administer = administration(dependencies)

  app.post(
    '/people/:personId/roles',
    {
      config,
      schema: {
        tags,
        summary: 'Propose a role 授予岗位（待第二人确认）',
        params: personParams,
        body: newRole,
        response: { 201: pendingGrant },
      },
    },
    async (request, reply) => {
      const { role, branchId } = request.body
      const { personId } = request.params
      const created = await administer(request, async (tx, context) =>
        pending(await grantRole(tx, { personId, role, branchId, ...interval(request.body), ...context })),
      )
      return reply.code(201).send(created)
    },
  )

  app.post(
    '/people/:personId/limits',
    {
      config,
      schema: {
        tags,
        summary: 'Propose an authority limit 授予核赔权限（待第二人确认）',
        params: personParams,
        body: newLimit,
        response: { 201: pendingGrant },
      },
    },
    async (request, reply) => {
      const { line, limitMinor } = request.body
      const { personId } = request.params
      const limit = { personId, line, limitMinor: fen(limitMinor), ...interval(request.body) }
      const created = await administer(request, async (tx, context) =>
        pending(await grantLimit(tx, { ...limit, ...context })),
      )
      return reply.code(201).send(created)
    },
  )

  for (const [kind, grants, noun] of [
    ['roles', roleGrants, 'role 岗位'],
    ['limits', authorityLimits, 'authority limit 核赔权限'],
  ] as const) {
    app.post(
      `/people/:personId/${kind}/:grantId/confirmation`,
      {
        config,
        schema: {
          tags,
          summary: `Confirm a proposed ${noun}`,
          params: grantParams,
          response: { 200: done },
        },
      },
      async (request) =>
        administer(request, async (tx, { by, now }) => {
          const { personId, grantId } = request.params
          await confirmGrant(tx, grants, { id: grantId, personId, by, now })
          return isDone
        }),
    )

    app.post(
      `/people/:personId/${kind}/:grantId/end`,
      {
        config,
        schema: {
          tags,
          summary: `End a ${noun} at once`,
          params: grantParams,
          response: { 200: done },
        },
      },
      async (request) =>
        administer(request, async (tx, { by, now }) => {
          const { personId, grantId } = request.params
          await endGrant(tx, grants, { id: grantId, personId, by, now })
          return isDone
        }),
    )
  }
}

/** Who answers for somebody who is away. */
export function absenceRoutes(app: Api, dependencies: Dependencies): void {
  const administer = administration(dependencies)

  app.post(
    '/people/:personId/absences',
    {
      config,
      schema: {
        tags,
        summary: 'Record an absence and the substitute 登记休假与代理人',
        params: personParams,
        body: newAbsence,
        response: { 201: closed({ absenceId: id }) },
      },
    },
    async (request, reply) => {
      const { substituteId } = request.body
      const { personId } = request.params
      const created = await administer(request, async (tx, context) => ({
        absenceId: await recordAbsence(tx, { personId, substituteId, ...interval(request.body), ...context }),
      }))
      return reply.code(201).send(created)
    },
  )

  app.post(
    '/people/:personId/absences/:absenceId/end',
    {
      config,
      schema: {
        tags,
        summary: 'The person is back 销假',
        params: absenceParams,
        response: { 200: done },
      },
    },
    async (request) =>
      administer(request, async (tx, { now }) => {
        const { personId, absenceId } = request.params
        await endAbsence(tx, { id: absenceId, personId, now })
        return isDone
      }),
  )
}
