import type { FastifyReply } from 'fastify'
import type { CommandReply } from '../db/commands.ts'
import { canonical } from '../db/canonical.ts'
import { DomainError, refuse } from '../domain/errors.ts'
import type { Instant } from '../domain/time/instant.ts'

/** Shanghai has been UTC+08:00 since 1991; claims have no earlier instants. */
const shanghaiOffset = 8 * 3_600_000

/** A number under one of these names is an instant, everywhere in the product. */
const instantName = /(?:At|By|Since|From)$|^(?:at|deadline|asOf|waitsUntil)$/

/** `2026-03-09T10:30:00.000+08:00`: what people compare with their watch, without knowing our zone. */
export function isoInstant(instant: Instant): string {
  return `${new Date(instant + shanghaiOffset).toISOString().slice(0, -1)}+08:00`
}

/** The same where there may be none. */
export function isoInstantOrNull(instant: Instant | null): string | null {
  return instant === null ? null : isoInstant(instant)
}

/** Reads an instant that came with its offset. A pattern has let through 31 February; that is refused here. */
export function instantOf(path: string, text: string): Instant {
  const instant = Date.parse(text)
  const [date = ''] = text.split('T')
  const day = new Date(`${date}T00:00:00Z`)
  if (!Number.isNaN(instant) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)) {
    return instant
  }
  const reason = { zh: '这一时刻不存在。', en: 'There is no such instant.' }
  return refuse('malformed', { fields: [{ path, reason: 'format', text: reason }] })
}

/** The same value with its instants as text; everything else stays what it is. */
export function onTheWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(onTheWire)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'number' && instantName.test(name) ? isoInstant(member) : onTheWire(member),
    ]),
  )
}

/** A refusal tells instants like every other answer. */
export async function refusingOnTheWire<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError(error.code, onTheWire(error.details) as DomainError['details'])
  }
}

/**
 * Answers with the reply of a command. The database keeps replies without the order of their fields, so they are
 * written in one order: the answer to a repeated request is the same to the byte.
 */
export function answer(reply: FastifyReply, status: 200 | 201, body: CommandReply): FastifyReply {
  return reply
    .code(status)
    .header('etag', `"${body.version}"`)
    .type('application/json; charset=utf-8')
    .send(canonical(onTheWire(body)))
}
