import { errorCodes, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import { DomainError } from '../domain/errors.ts'
import type { Api } from './api.ts'
import { type FieldReason, fieldReasons } from './field-reasons.ts'
import {
  languageOf,
  type Problem,
  problemType,
  refusalProblem,
  retryAfter,
  unexpectedProblem,
} from './problem.ts'
import { FieldKeyMissing } from '../db/encryption/field-cipher.ts'
import { databaseUnavailable, describeError } from '../db/unexpected-errors.ts'
import { FileKeyMissing } from '../files/file-faults.ts'

/** Every answer that is no success is made here, from one table: `domain/errors.ts`. */
export function answerErrors(app: Api): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => answerError(error, request, reply))
  app.setNotFoundHandler((request, reply) => {
    const allowed = request.server.methodsAt(request.url.split('?')[0] ?? '')
    if (allowed.length > 0) void reply.header('allow', allowed.join(', '))
    return answerError(new DomainError(allowed.length > 0 ? 'methodNotAllowed' : 'notFound'), request, reply)
  })
}

/** Also for errors before any route is found, such as a path that is no URL. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asRefusal(error)
  const asked = { requestId: request.id, language: languageOf(request.headers['accept-language']) }
  if (refusal === undefined) {
    request.log.error({ requestId: request.id, error: describeError(error) }, 'unexpected error')
    return send(request, reply, unexpectedProblem(asked))
  }
  if (refusal.code === 'temporarilyUnavailable') {
    request.log.warn({ requestId: request.id, error: describeError(error) }, 'temporarily unavailable')
  }
  const seconds = retryAfter(refusal.code, refusal.details)
  if (seconds !== undefined) void reply.header('retry-after', String(seconds))
  return send(request, reply, refusalProblem(refusal.code, refusal.details, asked))
}

function send(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  request.problemCode = problem.code
  // A serializer of its own: the route's response schema describes other answers and would cut this one.
  return reply
    .code(problem.status)
    .type(problemType)
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problem)
}

function malformed(fields: readonly FieldReason[] = []): DomainError {
  return new DomainError('malformed', { fields })
}

/** What Fastify refuses by itself, in our words; undefined for what nobody has foreseen. */
function asRefusal(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error
  if (databaseUnavailable(error)) return new DomainError('temporarilyUnavailable')
  // A key was withdrawn too early: nothing is lost, and the same request succeeds once it is back.
  if (error instanceof FieldKeyMissing || error instanceof FileKeyMissing)
    return new DomainError('temporarilyUnavailable', { reason: 'keyMissing' })
  if (!(error instanceof Error)) return undefined
  const { code, statusCode, validation, validationContext } = error as Partial<FastifyError>
  if (validation !== undefined) return malformed(fieldReasons(validation, validationContext))
  if (error instanceof errorCodes.FST_ERR_CTP_BODY_TOO_LARGE) return new DomainError('bodyTooLarge')
  if (error instanceof errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE)
    return new DomainError('mediaTypeNotAllowed')
  // The rest of 400 is a body or a URL that cannot be read; only errors made on purpose carry a status.
  if (statusCode === 400 && (error instanceof SyntaxError || code?.startsWith('FST_') === true))
    return malformed()
  return undefined
}
