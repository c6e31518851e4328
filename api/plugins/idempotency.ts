import { createHmac } from 'node:crypto'
import { refuse } from '../../domain/errors.ts'
import type { Api } from '../api.ts'
import { isRandomId } from '../callers-words.ts'
import { isSafe } from './methods.ts'

const visible = /^[!-~]{8,200}$/

/** Every unsafe request says under which key it takes effect once, however often it is sent. */
export function requireIdempotencyKeys(app: Api, lookupKey: Buffer): void {
  app.decorateRequest('idempotencyKey', '')
  app.addHook('onRequest', async (request) => {
    const { config } = request.routeOptions
    if (request.is404 || isSafe(request.method) || config.idempotencyKey === false) return
    const key = request.headers['idempotency-key']
    if (key === undefined) refuse('idempotencyKeyMissing')
    if (typeof key !== 'string' || !visible.test(key)) {
      const text = { zh: '应为8至200个可见ASCII字符。', en: '8 to 200 visible ASCII characters.' }
      return refuse('malformed', { fields: [{ path: '/headers/idempotency-key', reason: 'pattern', text }] })
    }
    request.idempotencyKey = isRandomId(key) ? key : keyedName(lookupKey, key)
  })
}

/** Keys are kept for long and in clear, and a caller may make them of what they have: a phone, a plate. */
function keyedName(lookupKey: Buffer, key: string): string {
  return createHmac('sha256', lookupKey).update(`idempotency key\0${key}`).digest('base64url')
}
