import type { FastifyRequest } from 'fastify'
import { addEndorsement, addPremiumEvent } from '../../db/policies/add-to-policy.ts'
import { importPolicies } from '../../db/policies/import/import-policies.ts'
import { readPolicy } from '../../db/policies/read-policy.ts'
import {
  findPolicies,
  readOwnPolicies,
  type PolicyAccess,
  type PolicySummary,
} from '../../db/policies/read-policies.ts'
import { branchScope } from '../../db/identity/read-people.ts'
import { refuse } from '../../domain/errors.ts'
import { conditionsFor, type Action } from '../../domain/permissions.ts'
import type { Line } from '../../domain/policy/terms.ts'
import { administration } from '../administration.ts'
import type { Api } from '../api.ts'
import type { Dependencies } from '../dependencies.ts'
import {
  added,
  asOfQuery,
  endorsementBody,
  endorsementForm,
  importBody,
  importForm,
  importReport,
  listQuery,
  policyList,
  policyPage,
  policyParams,
  premiumEventBody,
  searchBody,
} from '../schemas/policies.ts'
import { instantOf, isoInstant, onTheWire } from '../wire.ts'

const tags = ['policies']

/** A core hands over thousands of policies at once; only administrators get as far as their body. */
const largestImport = 16 * 1024 * 1024

/** Policies: what customers hold, what staff find, and what the insurer's core brings. */
export function policyRoutes(app: Api, dependencies: Dependencies): void {
  readingRoutes(app, dependencies)
  writingRoutes(app, dependencies)
}

function readingRoutes(app: Api, { database, cipher }: Dependencies): void {
  app.get(
    '/policies',
    {
      config: { action: 'readPolicies' },
      schema: {
        tags,
        summary: "A customer's own policies; for staff the one with a number 保单列表",
        querystring: listQuery,
        response: { 200: policyList },
      },
    },
    async (request) => {
      const { policyNumber } = request.query
      const access = accessOf(request, 'readPolicies')
      if (policyNumber !== undefined) {
        const search = { by: 'policyNumber', value: policyNumber } as const
        return shown(await findPolicies(database, cipher, search, access, Date.now()))
      }
      if ('ownOf' in access) return shown(await readOwnPolicies(database, cipher, access.ownOf, Date.now()))
      const text = { zh: '请输入保单号。', en: 'Enter a policy number.' }
      return refuse('malformed', {
        fields: [{ path: '/querystring/policyNumber', reason: 'required', text }],
      })
    },
  )

  app.post(
    '/policies/searches',
    {
      config: { action: 'findPolicy', idempotencyKey: false },
      schema: {
        tags,
        summary: 'Find policies by number, plate, telephone or identity number 查找保单',
        description: 'The value is personal and travels in the body: addresses are kept in many places.',
        body: searchBody,
        response: { 200: policyList },
      },
    },
    async (request) => {
      const access = accessOf(request, 'findPolicy')
      return shown(await findPolicies(database, cipher, request.body, access, Date.now()))
    },
  )

  app.get(
    '/policies/:policyId',
    {
      config: { action: 'readPolicies' },
      schema: {
        tags,
        summary: 'A policy as of an instant, with its history; personal data masked 保单详情',
        params: policyParams,
        querystring: asOfQuery,
        response: { 200: policyPage },
      },
    },
    async (request) => {
      const asked = request.query.asOf
      const asOf = asked === undefined ? Date.now() : instantOf('/querystring/asOf', asked)
      const { policyId } = request.params
      const access = accessOf(request, 'readPolicies')
      const found = (await readPolicy(database, cipher, { policyId, access, asOf })) ?? refuse('notFound')
      // The instants are text from here on; the schema of the answer cuts what it does not name.
      return onTheWire(found) as never
    },
  )
}

function writingRoutes(app: Api, dependencies: Dependencies): void {
  const { cipher } = dependencies
  const administer = administration(dependencies)
  const config = { action: 'managePolicies' } as const

  app.post(
    '/policies/imports',
    {
      config,
      bodyLimit: largestImport,
      schema: {
        tags,
        summary: 'Take over policies, wholly or not at all 导入保单',
        description: 'Format and rules: docs/policy-import.md. Refused with every fault and its place.',
        body: importBody,
        form: importForm,
        response: { 200: importReport },
      },
    },
    async (request) => administer(request, (tx, { now }) => importPolicies(tx, cipher, request.body, now)),
  )

  app.post(
    '/policies/:policyId/endorsements',
    {
      config,
      schema: {
        tags,
        summary: 'Add an endorsement 录入批单',
        params: policyParams,
        body: endorsementBody,
        form: endorsementForm,
        response: { 200: added },
      },
    },
    async (request) => administer(request, (tx) => addEndorsement(tx, request.params.policyId, request.body)),
  )

  app.post(
    '/policies/:policyId/premium-events',
    {
      config,
      schema: {
        tags,
        summary: 'Record a change of the premium status 录入缴费状态',
        params: policyParams,
        body: premiumEventBody,
        response: { 200: added },
      },
    },
    async (request) =>
      administer(request, (tx, { now }) => addPremiumEvent(tx, request.params.policyId, request.body, now)),
  )
}

/** A customer sees what is their own, staff the branches where they hold a role that may. */
function accessOf({ identity }: FastifyRequest, action: Action): PolicyAccess {
  const roles = identity.roles.filter(({ role }) => conditionsFor(action, [role]).length > 0)
  const conditions = conditionsFor(
    action,
    roles.map(({ role }) => role),
  )
  if (conditions.includes('any')) return { branches: 'all' }
  return conditions.includes('branch') ? { branches: branchScope(roles) } : { ownOf: identity.personId }
}

function shown(found: readonly PolicySummary[]) {
  return {
    policies: found.map((policy) => ({
      ...policy,
      line: policy.line as Line,
      inceptionAt: isoInstant(policy.inceptionAt),
      expiryAt: isoInstant(policy.expiryAt),
    })),
  }
}
