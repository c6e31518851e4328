/** Runs the simulator of the message gateway as it runs in life: a process of its own, spoken to over HTTP. */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignedHttpGateway } from '../../messaging/signed-http-gateway.ts'
import type { Behaviour, Outage } from '../../scripts/message-simulator/behaviours.ts'
import type { MessageRow, ReceiptRow } from '../../scripts/message-simulator/store.ts'
import type { SharedKey } from '../../signed-http/signature.ts'

const program = new URL('../../scripts/message-simulator/server.ts', import.meta.url).pathname

export interface GatewayOptions {
  readonly callbackUrl?: string
  readonly deliverAfterMs?: number
  readonly receiptRetryMs?: number
}

export class RunningGateway {
  readonly key: SharedKey = { id: 'lipei', secret: randomBytes(32) }
  readonly #folder = mkdtempSync(join(tmpdir(), 'messages-'))
  readonly #options: GatewayOptions
  #child: ChildProcess | undefined
  url = ''

  constructor(options: GatewayOptions = {}) {
    this.#options = options
  }

  async start(): Promise<this> {
    const { callbackUrl = '', deliverAfterMs = 20, receiptRetryMs = 40 } = this.#options
    const child = spawn(process.execPath, [program], {
      env: {
        MESSAGE_GATEWAY_PORT: '0',
        MESSAGE_GATEWAY_JOURNAL: join(this.#folder, 'journal.sqlite'),
        MESSAGE_GATEWAY_SECRET: Buffer.from(this.key.secret).toString('base64'),
        MESSAGE_GATEWAY_KEY_ID: this.key.id,
        MESSAGE_GATEWAY_CALLBACK_URL: callbackUrl,
        MESSAGE_GATEWAY_DELIVER_AFTER_MS: String(deliverAfterMs),
        MESSAGE_GATEWAY_RECEIPT_RETRY_MS: String(receiptRetryMs),
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

  gateway(timeoutMs = 2000): SignedHttpGateway {
    return new SignedHttpGateway({ url: this.url, key: this.key }, timeoutMs)
  }

  async behave(behaviour: Behaviour | Outage): Promise<void> {
    await this.control('POST', 'behaviours', behaviour)
  }

  async behaveWell(): Promise<void> {
    await this.control('DELETE', 'behaviours')
  }

  async messages(phone?: string): Promise<readonly MessageRow[]> {
    const query = phone === undefined ? '' : `?phone=${phone}`
    return ((await this.control('GET', `messages${query}`)) as { messages: MessageRow[] }).messages
  }

  async message(id: string): Promise<MessageRow | undefined> {
    return (await this.messages()).find((one) => one.id === id)
  }

  async receipts(id: string): Promise<readonly ReceiptRow[]> {
    return ((await this.control('GET', `receipts?id=${id}`)) as { receipts: ReceiptRow[] }).receipts
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
