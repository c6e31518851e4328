import { SpanStatusCode, trace } from '@opentelemetry/api'
import type { Execute } from '../../db/execute.ts'
import { DomainError } from '../../domain/errors.ts'

/** Each command is a span of the trace that asked for it; without tracing this costs nothing worth naming. */
export function traceCommands(execute: Execute): Execute {
  const tracer = trace.getTracer('lipei')
  return (command) =>
    tracer.startActiveSpan(`command ${command.type}`, async (span) => {
      span.setAttribute('lipei.command', command.type)
      if (command.claimId !== undefined) span.setAttribute('lipei.claim_id', command.claimId)
      try {
        const executed = await execute(command)
        span.setAttribute('lipei.claim_id', executed.told.claimId)
        span.setAttribute('lipei.outcome', executed.repeated ? 'repeated' : 'done')
        return executed
      } catch (error) {
        if (error instanceof DomainError) span.setAttribute('lipei.refusal', error.code)
        else span.setStatus({ code: SpanStatusCode.ERROR })
        throw error
      } finally {
        span.end()
      }
    })
}
