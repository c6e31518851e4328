import type { Server } from 'node:http'
import type { Outage } from './behaviours.ts'

const portTakenRetryMs = 100

/** The way into the bank: open, answering 503, or closed altogether. Payments inside go on. */
export class FrontDoor {
  readonly #server: Server
  #answers503Until = 0
  #opening: NodeJS.Timeout | undefined

  constructor(server: Server) {
    this.#server = server
  }

  get answers503(): boolean {
    return Date.now() < this.#answers503Until
  }

  /** `refuse` closes the port itself, the control API with it, and opens the same port again. */
  shut({ parameters }: Outage): void {
    const forMs = parameters?.forMs ?? 1000
    if (parameters?.mode !== 'refuse') {
      this.#answers503Until = Date.now() + forMs
      return
    }
    const address = this.#server.address()
    if (address === null || typeof address === 'string') return
    this.close()
    const open = () => this.#server.listen(address.port, '127.0.0.1')
    // Somebody else may have been given the free port meanwhile.
    const tryAgain = () => {
      this.#opening = setTimeout(open, portTakenRetryMs)
    }
    this.#server.on('error', tryAgain)
    this.#server.once('listening', () => this.#server.off('error', tryAgain))
    this.#opening = setTimeout(open, forMs)
  }

  reopen(): void {
    this.#answers503Until = 0
  }

  close(): void {
    clearTimeout(this.#opening)
    this.#server.close()
    this.#server.closeAllConnections()
  }
}
