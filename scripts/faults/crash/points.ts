/**
 * Where a program of the product may be made to die: on either side of every write and every send of the command,
 * tell and payment path. The product says on `node:diagnostics_channel` that it is there, and knows nothing of who
 * listens; what Node's own HTTP client says of its requests is listened to as well.
 */
export type Program = 'api' | 'worker' | 'jobs'

export interface CrashPoint {
  readonly name: string
  readonly program: Program
  readonly channel: string
  /** Only for commands of this type, or for requests that begin so. */
  readonly only?: string
  /** The point that has to be hit first, or nothing ever comes by: what a death there leaves is what this one finds. */
  readonly after?: string
  /** How often it is chosen, against the others. */
  readonly weight: number
}

const written = 'lipei:command.written'
const committed = 'lipei:command.committed'
const payments = 'POST /v1/payments'

const point = (
  program: Program,
  name: string,
  channel: string,
  weight: number,
  more: Pick<CrashPoint, 'only' | 'after'> = {},
): CrashPoint => ({ program, name: `${program}.${name}`, channel, weight, ...more })

export const crashPoints: readonly CrashPoint[] = [
  point('api', 'command.written', written, 1),
  point('api', 'command.committed', committed, 1),
  point('api', 'reply.due', 'lipei:reply.due', 2),
  point('api', 'report.written', written, 2, { only: 'registerClaim' }),
  point('api', 'report.committed', committed, 3, { only: 'registerClaim' }),
  point('api', 'decision.written', written, 2, { only: 'decideSettlement' }),
  point('api', 'decision.committed', committed, 2, { only: 'decideSettlement' }),
  point('api', 'release.written', written, 2, { only: 'releasePayments' }),
  point('api', 'release.committed', committed, 3, { only: 'releasePayments' }),
  point('api', 'tell.begun', 'lipei:tell.begun', 3),
  point('api', 'tell.sent', 'lipei:tell.sent', 3),
  point('api', 'tell.marked', 'lipei:tell.marked', 2),
  point('api', 'upload.stored', 'lipei:upload.stored', 2),
  point('api', 'callback.kept', 'lipei:callback.kept', 2),
  point('api', 'callback.written', written, 2, { only: 'recordBankAnswer' }),
  point('api', 'callback.committed', committed, 2, { only: 'recordBankAnswer' }),
  point('api', 'callback.applied', 'lipei:callback.applied', 2),
  point('api', 'callback.marked', 'lipei:callback.marked', 2),
  point('api', 'administration.written', 'lipei:administration.written', 1),
  point('api', 'administration.committed', 'lipei:administration.committed', 1),
  point('worker', 'command.written', written, 1),
  point('worker', 'command.committed', committed, 1),
  point('worker', 'gate.written', written, 3, { only: 'gatePayment' }),
  point('worker', 'gate.committed', committed, 3, { only: 'gatePayment' }),
  point('worker', 'bank.sending', 'lipei:bank.sending', 3),
  point('worker', 'bank.sent', 'undici:request:bodySent', 3, { only: payments }),
  point('worker', 'bank.replied', 'undici:request:headers', 3, { only: payments }),
  point('worker', 'bank.answered', 'lipei:bank.answered', 3),
  point('worker', 'bank.asked', 'lipei:bank.asked', 2),
  point('worker', 'answer.written', written, 3, { only: 'recordBankAnswer' }),
  point('worker', 'answer.committed', committed, 3, { only: 'recordBankAnswer' }),
  point('worker', 'tell.begun', 'lipei:tell.begun', 1),
  point('worker', 'tell.sent', 'lipei:tell.sent', 1),
  point('jobs', 'sweep.found', 'lipei:sweep.found', 2, { after: 'api.command.committed' }),
  point('jobs', 'sweep.sent', 'lipei:sweep.sent', 2, { after: 'api.command.committed' }),
  point('jobs', 'notice.written', 'lipei:notice.written', 3),
  point('jobs', 'notice.accepted', 'lipei:notice.accepted', 3),
  point('jobs', 'document.ready', 'lipei:document.ready', 3),
  point('jobs', 'statement.fetched', 'lipei:statement.fetched', 2),
  point('jobs', 'statement.takenIn', 'lipei:statement.takenIn', 2),
  point('jobs', 'statement.lineTold', 'lipei:statement.lineTold', 1),
  point('jobs', 'comparison.told', 'lipei:comparison.told', 1),
  point('jobs', 'comparison.started', 'lipei:comparison.started', 1),
]

export function crashPoint(name: string): CrashPoint {
  const found = crashPoints.find((one) => one.name === name)
  if (found === undefined) throw new Error(`There is no crash point ${name}.`)
  return found
}
