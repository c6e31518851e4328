/** Structured logs of every process: one event is one JSON line, with codes and ids and no personal data. */
import { pino, type Logger } from 'pino'
import type { Config } from './config.ts'

/** What must never be printed, wherever in an object somebody put it. */
const secrets = [
  'password',
  'code',
  'phone',
  'name',
  'identityNumber',
  'account',
  'cookie',
  'authorization',
  'token',
]
const redacted = secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])

export function createLogger(config: Pick<Config, 'logLevel'>, process: string): Logger {
  return pino({
    level: config.logLevel,
    base: { process },
    redact: { paths: redacted, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}
