import { TypeBoxValidatorCompiler, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { LogController } from 'fastify'
import type { Api } from './api.ts'
import type { Dependencies } from './dependencies.ts'
import { answerError, answerErrors } from './errors.ts'
import { requireIdempotencyKeys } from './plugins/idempotency.ts'
import { acceptJson } from './plugins/json-body.ts'
import { describeApi } from './plugins/openapi.ts'
import { protect } from './plugins/protection.ts'
import { createLimiters } from './plugins/rate-limits.ts'
import { logRequests, requestId } from './plugins/request-log.ts'
import { meterRequests } from './plugins/request-metrics.ts'
import { traceRequests } from './plugins/request-traces.ts'
import { rememberRoutes, requireRules } from './plugins/route-rules.ts'
import { absenceRoutes, grantRoutes } from './routes/grants.ts'
import { healthRoutes } from './routes/health.ts'
import { ledgerRoutes } from './routes/ledger.ts'
import { meRoutes } from './routes/me.ts'
import { peopleRoutes } from './routes/people.ts'
import { policyRoutes } from './routes/policies.ts'
import { auditSearchRoutes } from './routes/audit-search.ts'
import { auditRoutes } from './routes/audit.ts'
import { bankCallbackRoutes } from './routes/bank-callbacks.ts'
import { boardRoutes } from './routes/board.ts'
import { outboxRoutes } from './routes/outbox.ts'
import { pageRoutes } from './routes/pages.ts'
import { fastTrackRoutes } from './routes/fast-track.ts'
import { payLaneRoutes } from './routes/pay-lane.ts'
import { paymentRoutes } from './routes/payments.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { reconciliationRoutes } from './routes/reconciliations.ts'
import { calculationRoutes } from './routes/calculations.ts'
import { calendarRoutes } from './routes/calendars.ts'
import { claimRoutes } from './routes/claims/claims.ts'
import { draftRoutes } from './routes/drafts.ts'
import { referenceRoutes } from './routes/reference.ts'
import { ruleBacktestRoutes } from './routes/rule-backtests.ts'
import { ruleCheckRoutes } from './routes/rule-checks.ts'
import { ruleRoutes } from './routes/rules.ts'
import { searchRoutes } from './routes/search.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { worklistRoutes } from './routes/worklist.ts'
import { readCookies } from './session/cookie.ts'
import { identify } from './session/identify.ts'

/** Slow senders and forgotten connections are closed: each holds memory that somebody else needs. */
const deadlines = {
  requestTimeout: 30_000,
  connectionTimeout: 60_000,
  keepAliveTimeout: 5000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 5000 },
}

/**
 * Builds the API without listening. Hooks run in the order in which they are added here, before any route: who is
 * calling is known before a body is read. A route that breaks a rule stops the start.
 */
export async function buildApp(dependencies: Dependencies): Promise<Api> {
  const app: Api = Fastify({
    ...deadlines,
    loggerInstance: dependencies.logger,
    // Its own lines hold addresses and errors with parameters; ours are in `request-log.ts`.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  acceptJson(app)
  answerErrors(app)
  app.decorateRequest('problemCode', null)
  if (dependencies.metrics !== undefined) meterRequests(app, dependencies.metrics)
  if (dependencies.traced === true) traceRequests(app)
  logRequests(app)
  rememberRoutes(app)
  await protect(app, dependencies.busyAfterMs)
  await readCookies(app)
  await describeApi(app, dependencies.version)
  const limiters = await createLimiters(app, dependencies.rateLimits)
  identify(app, dependencies, limiters)
  requireIdempotencyKeys(app, dependencies.config.lookupKey)
  await referenceRoutes(app)
  if (dependencies.pagesFolder !== undefined)
    await pageRoutes(app, dependencies.pagesFolder, dependencies.config.mode)

  requireRules(app)
  healthRoutes(app, dependencies)
  signInRoutes(app, dependencies, limiters)
  meRoutes(app, dependencies, limiters)
  peopleRoutes(app, dependencies)
  grantRoutes(app, dependencies)
  absenceRoutes(app, dependencies)
  ruleRoutes(app, dependencies)
  ruleBacktestRoutes(app, dependencies)
  ruleCheckRoutes(app)
  calendarRoutes(app, dependencies)
  policyRoutes(app, dependencies)
  await claimRoutes(app, dependencies)
  draftRoutes(app, dependencies)
  calculationRoutes(app)
  searchRoutes(app, dependencies)
  worklistRoutes(app, dependencies)
  boardRoutes(app, dependencies)
  ledgerRoutes(app, dependencies)
  auditRoutes(app, dependencies)
  auditSearchRoutes(app, dependencies)
  payLaneRoutes(app, dependencies)
  paymentRoutes(app, dependencies)
  fastTrackRoutes(app, dependencies)
  reconciliationRoutes(app, dependencies)
  await bankCallbackRoutes(app, dependencies)
  await receiptRoutes(app, dependencies)
  outboxRoutes(app, dependencies.config)
  return app
}
