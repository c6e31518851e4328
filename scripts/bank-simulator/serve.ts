/** A simulator as a process: it listens on this machine, lets visitors in by the front door, and ends by a signal. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { FrontDoor } from './front-door.ts'
import { receive, sendPlain, type SignatureDesk, type Visit } from './visit.ts'

export interface Service {
  /** 0 takes a free port. */
  readonly port: number
  readonly desk: SignatureDesk
  /** Requests below `/control/`, which need no signature and are heard while the door answers 503. */
  readonly control: (door: FrontDoor, visit: Visit) => void
  /** Hears of every other request, whether it is let in or not. */
  readonly count?: () => void
  /** Genuine requests. */
  readonly answer: (visit: Visit) => Promise<void>
  /** When it listens for the first time. */
  readonly opened: () => void
  readonly stopped: () => void
}

/** Starts it, and tells its address on standard output. */
export function serve({ port, desk, control, count, answer, opened, stopped }: Service): void {
  const server = createServer((request, response) => {
    receiveVisitor(request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      response.destroy()
    })
  })
  const door = new FrontDoor(server)

  async function receiveVisitor(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const visit = await receive(request, response)
    if (visit === undefined) return sendPlain(response, 413, { error: 'tooLong' })
    if (visit.url.pathname.startsWith('/control/')) return control(door, visit)
    count?.()
    if (door.answers503) return sendPlain(response, 503, { error: 'down' })
    const fault = desk.fault(visit)
    return fault === undefined ? answer(visit) : sendPlain(response, 401, { error: fault })
  }

  server.listen(port, '127.0.0.1')
  server.once('listening', () => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The simulator listens on no port')
    process.stdout.write(`ready http://127.0.0.1:${address.port}\n`)
    opened()
  })

  function stop(): void {
    stopped()
    door.close()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
