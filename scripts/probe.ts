/**
 * `node scripts/probe.ts URL`: ends with 0 when what listens there answers that it is well. It is the health check of
 * our containers, whose image has no client for HTTP but Node itself.
 */
const [url] = process.argv.slice(2)
if (url === undefined) throw new Error('The URL to ask is missing.')

/** Milliseconds; less than the container's own limit, after which it would say only that it was slow. */
const patience = 4000

try {
  const { ok, status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) })
  process.stdout.write(`${url} answers ${status}\n`)
  process.exitCode = ok ? 0 : 1
} catch (error) {
  const { cause } = error as { cause?: { code?: string } }
  process.stdout.write(`${url} does not answer: ${cause?.code ?? (error as Error).name}\n`)
  process.exitCode = 1
}
