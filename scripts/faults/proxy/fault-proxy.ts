/** A TCP proxy that can be told to be slow, to reset, to swallow, to lose a reply, or to send a request twice. */
import { connect, createServer, type Server, type Socket } from 'node:net'
import { Lane, type Weather } from './lane.ts'

export type Mode =
  | { readonly kind: 'pass' }
  | { readonly kind: 'latency'; readonly ms: number }
  /** Every connection is reset, and every new one as soon as it speaks. */
  | { readonly kind: 'reset' }
  /** Nothing passes in either direction until the mode changes; then it passes late, as after a partition. */
  | { readonly kind: 'blackHole' }
  /** Forwards what holds these bytes, waits for the reply, drops it and resets the connection; so many times. */
  | { readonly kind: 'dropReply'; readonly after: string; readonly times: number }
  /** Sends what begins with these bytes again on a second connection, whose reply nobody reads; so many times. */
  | { readonly kind: 'duplicate'; readonly of: string; readonly times: number }

export interface Target {
  readonly host: string
  readonly port: number
}

interface Pair {
  readonly client: Socket
  readonly upstream: Socket
  /** Its next reply is dropped. */
  condemned: boolean
}

/** Long enough for the bank to read a request that nobody waits for the answer of. */
const secondConnectionLasts = 3_000

export class FaultProxy {
  #target: Target
  readonly #server: Server
  readonly #pairs = new Set<Pair>()
  #mode: Mode = { kind: 'pass' }
  #left = 0
  #hits = 0
  #passable = Promise.withResolvers<void>()

  private constructor(target: Target) {
    this.#target = target
    this.#passable.resolve()
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#accept(client))
  }

  static async listen(target: Target): Promise<FaultProxy> {
    const proxy = new FaultProxy(target)
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject)
      proxy.#server.listen(0, '127.0.0.1', resolve)
    })
    return proxy
  }

  get port(): number {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The proxy does not listen.')
    return address.port
  }

  /** Connections go there from now on; those that are open stay as they are. */
  lead(target: Target): void {
    this.#target = target
  }

  /** How often the present mode has struck: connections reset, replies dropped, requests doubled. */
  get hits(): number {
    return this.#hits
  }

  /** Changes what happens from now on, to connections that are open too. */
  become(mode: Mode): void {
    this.#mode = mode
    this.#hits = 0
    this.#left = 'times' in mode ? mode.times : 0
    for (const pair of this.#pairs) pair.condemned = false
    if (mode.kind === 'blackHole') this.#passable = Promise.withResolvers()
    else this.#passable.resolve()
    if (mode.kind === 'reset') for (const pair of this.#pairs) this.#reset(pair)
  }

  async close(): Promise<void> {
    this.become({ kind: 'pass' })
    for (const { client, upstream } of this.#pairs) {
      client.destroy()
      upstream.destroy()
    }
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  readonly #weather: Weather = {
    latencyMs: () => (this.#mode.kind === 'latency' ? this.#mode.ms : 0),
    passable: () => this.#passable.promise,
  }

  #accept(client: Socket): void {
    const upstream = connect({ ...this.#target, allowHalfOpen: true })
    client.setNoDelay(true)
    upstream.setNoDelay(true)
    const pair: Pair = { client, upstream, condemned: false }
    this.#pairs.add(pair)
    const there = new Lane(upstream, this.#weather)
    const back = new Lane(client, this.#weather)
    client.on('data', (piece: Buffer) => this.#request(pair, there, piece))
    upstream.on('data', (piece: Buffer) => {
      if (pair.condemned) this.#reset(pair)
      else back.carry(piece)
    })
    client.on('end', () => there.end())
    upstream.on('end', () => back.end())
    // Each side learns of the other's death as it would without us.
    client.on('error', () => upstream.resetAndDestroy())
    upstream.on('error', () => client.resetAndDestroy())
    client.on('close', () => {
      this.#pairs.delete(pair)
      if (!upstream.destroyed) upstream.end()
    })
    upstream.on('close', () => {
      if (!client.destroyed) client.end()
    })
  }

  #request(pair: Pair, there: Lane, piece: Buffer): void {
    const mode = this.#mode
    if (mode.kind === 'reset') {
      this.#reset(pair)
      return
    }
    if (mode.kind === 'dropReply' && this.#left > 0 && piece.includes(mode.after)) {
      this.#left -= 1
      pair.condemned = true
    }
    if (mode.kind === 'duplicate' && this.#left > 0 && piece.toString('latin1').startsWith(mode.of)) {
      this.#left -= 1
      this.#hits += 1
      this.#repeat(piece)
    }
    there.carry(piece)
  }

  #reset(pair: Pair): void {
    this.#hits += 1
    pair.client.resetAndDestroy()
    pair.upstream.destroy()
  }

  #repeat(piece: Buffer): void {
    const second = connect(this.#target)
    second.on('error', () => undefined)
    second.on('data', () => undefined)
    second.end(piece)
    setTimeout(() => second.destroy(), secondConnectionLasts).unref()
  }
}
