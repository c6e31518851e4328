import createClient from 'openapi-fetch'
import { Problem } from './problem.ts'
import type { paths } from './schema.d.ts'
import { send } from './send.ts'

/** The API, typed by its own document. A change names its key: `params: { header: { 'idempotency-key': key } }`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send })

interface Answered<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** What was answered; throws a Problem for everything that is no success. */
export async function answer<T>(asked: Promise<Answered<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await asked
  if (response.ok) return data as NonNullable<T>
  throw Problem.of(response, error)
}
