import { createServer, type AddressInfo } from 'node:net'

export interface CoreMetrics {
  /** Where Temporal's core shows its own figures; for the options of its runtime. */
  readonly bindAddress: string
  /** Those figures as text; empty while the core does not answer. */
  read(): Promise<string>
}

const answersWithin = 2000

/**
 * The core of Temporal's SDK is native code with an exporter of its own, which wants a port. It gets one that only
 * this machine reaches, and its figures are shown with ours: whoever scrapes knows one address a process.
 */
export async function coreMetrics(): Promise<CoreMetrics> {
  const bindAddress = `127.0.0.1:${await freePort()}`
  return {
    bindAddress,
    async read() {
      try {
        const response = await fetch(`http://${bindAddress}/metrics`, {
          signal: AbortSignal.timeout(answersWithin),
        })
        return response.ok ? await response.text() : ''
      } catch {
        return ''
      }
    },
  }
}

/** Somebody else may take it until the core does; the process then ends at its start and is started again. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
