import type { BankKey } from '../../bank/signature.ts'

export interface SimulatorSettings {
  /** 0 takes a free port. */
  readonly port: number
  readonly journalFile: string
  readonly key: BankKey
  /** Nobody is called back without it. */
  readonly callbackUrl: string | undefined
  /** From accepting a payment to executing it; milliseconds, as everywhere here. */
  readonly executeAfterMs: number
  /** How long the same reference with the same bytes means the same payment. */
  readonly dedupWindowMs: number
  /** Before the first repetition of a callback; doubles from there. */
  readonly callbackRetryMs: number
}

/** Reads the simulator's own variables (docs/bank-protocol.md), or throws one error that names every fault. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SimulatorSettings {
  const faults: string[] = []
  const wholeNumber = (name: string, fallback: number): number => {
    const value = Number(environment[name] ?? fallback)
    if (!Number.isSafeInteger(value) || value < 0) faults.push(`${name} must be a whole number`)
    return value
  }
  const secret = Buffer.from(environment['BANK_SECRET'] ?? '', 'base64')
  if (secret.length < 32) faults.push('BANK_SECRET must be at least 32 bytes in base64')
  const journalFile = environment['BANK_JOURNAL'] ?? ''
  if (journalFile === '') faults.push('BANK_JOURNAL is missing')
  const callbackUrl = environment['BANK_CALLBACK_URL'] ?? ''
  if (callbackUrl !== '' && !URL.canParse(callbackUrl)) faults.push('BANK_CALLBACK_URL must be a URL')

  const settings: SimulatorSettings = {
    port: wholeNumber('BANK_PORT', 0),
    journalFile,
    key: { id: environment['BANK_KEY_ID'] ?? 'lipei', secret },
    callbackUrl: callbackUrl === '' ? undefined : callbackUrl,
    executeAfterMs: wholeNumber('BANK_EXECUTE_AFTER_MS', 200),
    dedupWindowMs: wholeNumber('BANK_DEDUP_WINDOW_MS', 86_400_000),
    callbackRetryMs: wholeNumber('BANK_CALLBACK_RETRY_MS', 200),
  }
  if (faults.length > 0) throw new Error(`The simulator's settings have faults:\n- ${faults.join('\n- ')}`)
  return settings
}
