/** Runs the bank simulator as it runs in life: a process of its own, spoken to over HTTP. */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  defaultBankSettings,
  type BankSettings,
  type PaymentInstruction,
} from '../../../activities/bank/gateway.ts'
import { SignedHttpBank } from '../../../activities/bank/signed-http-bank.ts'
import type { BankKey } from '../../../bank/signature.ts'
import { fen } from '../../../domain/money.ts'
import type { Behaviour, Outage } from '../../../scripts/bank-simulator/behaviours.ts'
import type { CallbackRow, JournalRow } from '../../../scripts/bank-simulator/store-schema.ts'

const program = new URL('../../../scripts/bank-simulator/server.ts', import.meta.url).pathname

export interface SimulatorOptions {
  readonly callbackUrl?: string
  readonly executeAfterMs?: number
  readonly dedupWindowMs?: number
  readonly callbackRetryMs?: number
}

export class RunningSimulator {
  readonly key: BankKey = { id: 'lipei', secret: randomBytes(32) }
  readonly #folder = mkdtempSync(join(tmpdir(), 'bank-'))
  readonly journalFile = join(this.#folder, 'journal.sqlite')
  readonly #options: SimulatorOptions
  #child: ChildProcess | undefined
  url = ''

  constructor(options: SimulatorOptions = {}) {
    this.#options = options
  }

  async start(): Promise<this> {
    const {
      callbackRetryMs = 40,
      callbackUrl = '',
      dedupWindowMs = 86_400_000,
      executeAfterMs = 40,
    } = this.#options
    const child = spawn(process.execPath, [program], {
      env: {
        BANK_PORT: '0',
        BANK_JOURNAL: this.journalFile,
        BANK_SECRET: Buffer.from(this.key.secret).toString('base64'),
        BANK_KEY_ID: this.key.id,
        BANK_CALLBACK_URL: callbackUrl,
        BANK_EXECUTE_AFTER_MS: String(executeAfterMs),
        BANK_DEDUP_WINDOW_MS: String(dedupWindowMs),
        BANK_CALLBACK_RETRY_MS: String(callbackRetryMs),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    this.url = await new Promise<string>((resolve, reject) => {
      let printed = ''
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        const ready = /^ready (\S+)$/m.exec(printed)
        if (ready?.[1] !== undefined) resolve(ready[1])
      })
      child.once('exit', (code) => {
        reject(new Error(`The simulator ended with ${code}`))
      })
    })
    return this
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    return child.exitCode
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM')
    rmSync(this.#folder, { recursive: true, force: true })
  }

  gateway(settings: Partial<BankSettings> = {}): SignedHttpBank {
    return new SignedHttpBank(
      { url: this.url, key: this.key },
      { ...defaultBankSettings, requestsPerSecond: 1000, ...settings },
    )
  }

  async behave(behaviour: Behaviour | Outage): Promise<void> {
    await this.control('POST', 'behaviours', behaviour)
  }

  async journal(ref: string): Promise<readonly JournalRow[]> {
    return ((await this.control('GET', `journal?ref=${ref}`)) as { rows: JournalRow[] }).rows
  }

  async callbacks(ref: string): Promise<readonly CallbackRow[]> {
    return ((await this.control('GET', `callbacks?ref=${ref}`)) as { callbacks: CallbackRow[] }).callbacks
  }

  async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}/control/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path} gave ${response.status}: ${await response.text()}`)
    return response.json()
  }
}

let counter = 0

/** An instruction with a reference of its own, to an account that exists. */
export function anInstruction(changes: Partial<PaymentInstruction> = {}): PaymentInstruction {
  counter += 1
  return {
    ref: `TEST${process.pid}N${counter}`,
    amountMinor: fen(128_050),
    currency: 'CNY',
    payeeName: '王小明',
    payeeAccount: '6222020200112233445',
    payeeBank: '中国工商银行',
    purpose: '理赔款',
    requestedOn: '2026-11-24',
    ...changes,
  }
}

/** Asks again until the answer fits, and gives up with the last answer that did not. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  fits: (answer: T) => boolean,
  until = Date.now() + 8_000,
): Promise<T> {
  const answer = await ask()
  if (fits(answer)) return answer
  if (Date.now() > until) throw new Error(`Still ${JSON.stringify(answer)}`)
  await new Promise((resolve) => setTimeout(resolve, 10))
  return eventually(ask, fits, until)
}
