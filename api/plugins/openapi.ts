import swagger from '@fastify/swagger'
import type { RouteOptions } from 'fastify'
import type { TSchema } from 'typebox'
import type { RefusalCode } from '../../domain/errors.ts'
import { permissions } from '../../domain/permissions.ts'
import type { Api } from '../api.ts'
import { problemExample, problemSchema } from '../schemas/problem.ts'
import { csrfHeader } from '../session/csrf.ts'
import { sessionCookie } from '../session/cookie.ts'
import { isSafe } from './methods.ts'
import { exampleOf } from './openapi-examples.ts'

const description = `Claims from report to archive. 理赔全流程接口。

Every change carries an \`Idempotency-Key\`: the same request under the same key takes effect once and gets the same
answer. Answers that are no success are problems (RFC 9457) with a text in Chinese and English. Money is an integer of
fen, instants are ISO 8601 with their offset. \`x-roles\` shows who may call a route and under which condition.`

/** The document is made from the routes themselves: their schemas, and their rows of the permission table. */
export async function describeApi(app: Api, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Lipei 理赔', version, description },
      tags: [
        { name: 'sign-in', description: 'Sign-in and sessions 登录' },
        { name: 'me', description: 'The signed-in person 本人' },
        { name: 'people', description: 'People, roles, limits and absences 人员与权限' },
        { name: 'claims', description: 'Claims from report to payment 案件' },
        { name: 'documents', description: 'Papers and photographs 材料' },
        { name: 'sheets', description: 'Calculations 理算' },
        { name: 'drafts', description: 'Reports not registered yet 报案草稿' },
        { name: 'worklist', description: 'Open work 工作清单' },
        { name: 'board', description: 'How the open claims stand, and whose they are 看板' },
        { name: 'payments', description: 'Pay lane, statements and the books 支付与对账' },
        { name: 'fast track', description: 'The switch of the fast track and its audit 闪赔' },
        { name: 'policies', description: 'Policies, endorsements and premiums 保单' },
        { name: 'rules', description: 'Decision tables, their versions and reviews 规则表' },
        { name: 'calendars', description: 'Working days 工作日历' },
        { name: 'notices', description: 'What was sent to customers and whether it arrived 通知' },
        { name: 'audit', description: 'Who did or tried what 审计' },
        { name: 'health', description: 'State of the service 运行状态' },
      ],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
          csrf: { type: 'apiKey', in: 'header', name: csrfHeader },
          partnerKey: { type: 'http', scheme: 'bearer', description: 'Key of a partner: lpk_…' },
        },
        schemas: { Problem: problemSchema as object },
      },
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: schema?.hide === true ? schema : documented(schema ?? {}, route),
    }),
  })
}

type Schema = NonNullable<RouteOptions['schema']>

function documented(schema: Schema, route: RouteOptions): Schema {
  const { action = 'public', idempotencyKey } = route.config ?? {}
  const changes = [route.method].flat().some((method) => !isSafe(method))
  const keyed = changes && idempotencyKey !== false
  const { form, files, refusals = [], response = {}, ...rest } = schema
  const body = form ?? rest.body
  return {
    ...rest,
    operationId: operationId(route),
    ...(rest.params === undefined ? {} : { params: namedExamples(rest.params) }),
    ...(body === undefined ? {} : { body: exemplified(body) }),
    ...(keyed ? { headers: headersWithKey(schema.headers) } : {}),
    response: {
      ...problems([
        ...always,
        ...(action === 'public' ? [] : signedIn),
        ...(body === undefined ? [] : withBody),
      ]),
      ...problems([...(keyed ? onceOnly : []), ...refusals]),
      ...answers(response as Readonly<Record<string, object>>),
      ...(files === undefined ? {} : { 200: fileAnswer(files) }),
    },
    security:
      action === 'public' ? [] : [changes ? { session: [], csrf: [] } : { session: [] }, { partnerKey: [] }],
    'x-action': action,
    'x-roles': action === 'public' || action === 'signedIn' ? action : permissions[action],
  } as Schema
}

/** `POST /claims/:claimId/acceptance` is `postClaimsClaimIdAcceptance`: made from what never changes. */
function operationId({ method, url }: RouteOptions): string {
  const words = url.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const named = words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join('')
  return `${[method].flat().join('').toLowerCase()}${named}`
}

/** A copy of the schema that carries its example; the route's own schema stays as it validates. */
function exemplified(schema: unknown): object {
  return { ...(schema as object), examples: [exampleOf(schema)] }
}

function answers(response: Readonly<Record<string, object>>): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(response).map(([status, schema]) => {
      const json = !('content' in schema) && (schema as TSchema & { type?: string }).type !== 'null'
      return [status, json ? exemplified(schema) : schema]
    }),
  )
}

function fileAnswer(mediaTypes: readonly string[]): object {
  const schema = { type: 'string', format: 'binary' }
  return {
    description: 'The file.',
    content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }])),
  }
}

/** What stands in the path, each part with its example. */
function namedExamples(params: unknown): object {
  const { properties = {}, ...rest } = params as { properties?: Record<string, object> }
  const shown = Object.entries(properties).map(([name, property]) => [
    name,
    { ...property, examples: [exampleOf(property, name)] },
  ])
  return { ...rest, properties: Object.fromEntries(shown) as object }
}

function headersWithKey(headers: unknown): object {
  const key = {
    type: 'string',
    minLength: 8,
    maxLength: 200,
    description: 'Visible ASCII; once for every change.',
  }
  const { properties = {}, required = [] } = (headers ?? {}) as Partial<{
    properties: Record<string, TSchema>
    required: string[]
  }>
  return {
    type: 'object',
    properties: { ...properties, 'idempotency-key': key },
    required: [...required, 'idempotency-key'],
  }
}

const always = ['malformed', 'tooManyRequests', 'temporarilyUnavailable'] as const
const signedIn = ['notSignedIn', 'notPermitted', 'notFound'] as const
const withBody = ['bodyTooLarge', 'mediaTypeNotAllowed'] as const
const onceOnly = ['keyReused', 'wrongStage', 'versionStale'] as const

function problems(codes: readonly RefusalCode[]): Record<string, object> {
  return Object.fromEntries(
    codes.map((code) => {
      const value = problemExample(code)
      const content = {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          examples: { [code]: { value } },
        },
      }
      return [String(value.status), { description: value.text.en, content }]
    }),
  )
}
