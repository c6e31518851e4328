import type { SharedKey } from '../../signed-http/signature.ts'

export interface GatewaySettings {
  /** 0 takes a free port. */
  readonly port: number
  readonly journalFile: string
  readonly key: SharedKey
  /** Nobody is told of deliveries without it. */
  readonly callbackUrl: string | undefined
  /** From accepting a message to the telephone; milliseconds, as everywhere here. */
  readonly deliverAfterMs: number
  /** Before the first repetition of a receipt; doubles from there. */
  readonly receiptRetryMs: number
}

const prefix = 'MESSAGE_GATEWAY'

/** Reads the simulator's own variables (docs/message-protocol.md), or throws one error that names every fault. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): GatewaySettings {
  const faults: string[] = []
  const wholeNumber = (name: string, fallback: number): number => {
    const value = Number(environment[`${prefix}_${name}`] ?? fallback)
    if (!Number.isSafeInteger(value) || value < 0) faults.push(`${prefix}_${name} must be a whole number`)
    return value
  }
  const secret = Buffer.from(environment[`${prefix}_SECRET`] ?? '', 'base64')
  if (secret.length < 32) faults.push(`${prefix}_SECRET must be at least 32 bytes in base64`)
  const journalFile = environment[`${prefix}_JOURNAL`] ?? ''
  if (journalFile === '') faults.push(`${prefix}_JOURNAL is missing`)
  const callbackUrl = environment[`${prefix}_CALLBACK_URL`] ?? ''
  if (callbackUrl !== '' && !URL.canParse(callbackUrl)) faults.push(`${prefix}_CALLBACK_URL must be a URL`)

  const settings: GatewaySettings = {
    port: wholeNumber('PORT', 0),
    journalFile,
    key: { id: environment[`${prefix}_KEY_ID`] ?? 'lipei', secret },
    callbackUrl: callbackUrl === '' ? undefined : callbackUrl,
    deliverAfterMs: wholeNumber('DELIVER_AFTER_MS', 300),
    receiptRetryMs: wholeNumber('RECEIPT_RETRY_MS', 200),
  }
  if (faults.length > 0) throw new Error(`The simulator's settings have faults:\n- ${faults.join('\n- ')}`)
  return settings
}
