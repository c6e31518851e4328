/** The types of the API as the pages see them, made from the document that the API itself shows. */
import openapiTypes, { astToString } from 'openapi-typescript'
import { pino } from 'pino'
import { buildApp } from '../../api/app.ts'
import type { Dependencies } from '../../api/dependencies.ts'
import { createDatabase } from '../../db/client.ts'

export const apiTypesFile = new URL('../../web/http/schema.d.ts', import.meta.url)

const head = '/** Made by `npm run generate:api` from the routes of the API; do not edit. */\n'

/** The document of the API, from its routes alone: nothing is connected to, and nothing is asked. */
async function apiDocument(): Promise<object> {
  const database = createDatabase('postgres://nobody@127.0.0.1:1/nothing')
  const app = await buildApp({
    database,
    logger: pino({ level: 'silent' }),
    version: '',
    busyAfterMs: 0,
    bankKeys: [],
    messageKeys: [],
    config: { mode: 'production' },
  } as unknown as Dependencies)
  try {
    await app.ready()
    return app.swagger()
  } finally {
    await app.close()
    await database.$client.end()
  }
}

/**
 * Of an operation's answers only those of success: every other answer is the one Problem, whatever the route. Examples
 * and tables of rights are for readers of the document.
 */
function lean(name: string, value: unknown): unknown {
  if (name === 'examples' || name === 'example' || name.startsWith('x-')) return undefined
  if (name !== 'responses' || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value as object).filter(([status]) => status.startsWith('2') || status === '304'),
  )
}

export async function apiTypes(): Promise<string> {
  const text = JSON.stringify(await apiDocument(), lean)
  const document = JSON.parse(text) as Parameters<typeof openapiTypes>[0]
  return head + astToString(await openapiTypes(document, { exportType: true, alphabetize: true }))
}
