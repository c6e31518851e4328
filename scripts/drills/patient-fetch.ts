import { setTimeout as sleep } from 'node:timers/promises'

const refused = new Set(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'])
const patience = 60_000

export interface Patience {
  /** How often a request had to be sent again because nobody answered. */
  readonly repeated: () => number
  readonly answered: () => number
  /** Requests that were answered by 500 or worse, but for "come again". */
  readonly bugs: () => readonly string[]
  end(): void
}

/**
 * What stands before several APIs does by itself: a request that nobody took is sent again, until somebody does.
 * Every request of the cast carries its key, so that sending it twice does no harm.
 */
export function fetchPatiently(api: string): Patience {
  const original = globalThis.fetch
  let repeated = 0
  let answered = 0
  const bugs: string[] = []
  globalThis.fetch = async (input, init) => {
    if (typeof input !== 'string' || !input.startsWith(api)) return original(input, init)
    for (const deadline = performance.now() + patience; ;) {
      try {
        const response = await original(input, init)
        answered += 1
        if (response.status >= 500 && response.status !== 503)
          bugs.push(`${init?.method ?? 'GET'} ${input.slice(api.length)}: ${response.status}`)
        return response
      } catch (error) {
        const { cause } = error as { cause?: { code?: string } }
        if (!refused.has(cause?.code ?? '') || performance.now() > deadline) throw error
        repeated += 1
        await sleep(100)
      }
    }
  }
  return {
    repeated: () => repeated,
    answered: () => answered,
    bugs: () => bugs,
    end: () => {
      globalThis.fetch = original
    },
  }
}
