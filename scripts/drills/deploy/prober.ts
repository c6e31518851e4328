/** Requests without end, each on a connection of its own, so that one that was refused is told from one that was cut. */
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A request whose connection stood, and which has no whole answer. */
export interface Cut {
  readonly why: string
  /** Of the client. */
  readonly port: number
  readonly began: number
  readonly ended: number
}

export interface Probed {
  /** Answers by status. */
  readonly answered: Map<number, number>
  /** Nobody listened: between the old process and the new one. */
  refused: number
  readonly cut: Cut[]
}

const pause = 10
const patience = 15_000

export async function probe(url: string, cookie: string, atOnce: number, over: AbortSignal): Promise<Probed> {
  const probed: Probed = { answered: new Map(), refused: 0, cut: [] }
  const prober = async (): Promise<void> => {
    while (!over.aborted) {
      const outcome = await once(url, cookie)
      if (typeof outcome === 'number') probed.answered.set(outcome, (probed.answered.get(outcome) ?? 0) + 1)
      else if (outcome.why === 'ECONNREFUSED') probed.refused += 1
      else probed.cut.push(outcome)
      await sleep(pause)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, prober))
  return probed
}

function once(url: string, cookie: string): Promise<number | Cut> {
  return new Promise((resolve) => {
    const began = Date.now()
    let port = 0
    const cut = (why: string): void => resolve({ why, port, began, ended: Date.now() })
    const sent = request(url, { agent: false, headers: { cookie } }, (answer) => {
      answer.on('error', (error) => cut(error.message))
      answer.on('end', () => (answer.complete ? resolve(answer.statusCode ?? 0) : cut('cut off')))
      answer.resume()
    })
    sent.on('socket', (socket) => socket.on('connect', () => (port = socket.localPort ?? 0)))
    sent.setTimeout(patience, () => sent.destroy(new Error(`no answer in ${patience} ms`)))
    sent.on('error', (error) => cut('code' in error ? String(error.code) : error.message))
    sent.end()
  })
}
