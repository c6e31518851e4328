/** The customer's poll, unchanged nearly every time: how many one core of the API answers. */
import autocannon from 'autocannon'
import { HttpClient } from '../../scripts/demo/http-client.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Finding } from '../finding.ts'
import { processFigures } from '../process-figures.ts'
import type { BenchProduct } from '../product.ts'
import { spread } from '../statistics.ts'
import { reportOf } from '../claims/people.ts'

const customers = 8
const connections = 16
/** Seconds of a round. */
const duration = 5

interface Poll {
  readonly path: string
  readonly cookie: string
  readonly etag: string
}

export async function poll(bench: BenchProduct, rounds: number): Promise<Finding> {
  const polls: Poll[] = []
  for (const insured of await bench.policies(customers)) {
    const { claimId } = await bench.cast
      .any('handler')
      .http.post<{ claimId: string }>('/claims', reportOf(insured))
    const customer = await new HttpClient(bench.product.urls.api).signInCustomer(insured.phone)
    polls.push({ path: `/claims/${claimId}/progress`, cookie: customer.cookie, etag: '' })
  }
  await settled(bench, polls)
  const [perSecond, perCore, p99, live]: number[][] = [[], [], [], []]
  for (let round = 0; round < rounds; round += 1) {
    const known = await Promise.all(polls.map(async (one) => ({ ...one, etag: await etagOf(bench, one) })))
    const polled = await load(bench, known, 304)
    perSecond?.push(polled.perSecond)
    perCore?.push(polled.perCore)
    p99?.push(polled.p99)
    live?.push((await load(bench, [{ path: '/health/live', cookie: '', etag: '' }], 200)).perCore)
  }
  const core = spread(perCore ?? [])
  return {
    figures: [
      {
        name: 'polls answered by 304, with the load on the same machine',
        unit: '/s',
        value: spread(perSecond ?? []),
      },
      {
        name: 'polls a second of the API’s processor',
        unit: '/s',
        value: core,
        aim: { text: '≥ 10000', met: core.median >= 10_000 },
      },
      { name: 'poll: p99', unit: 'ms', value: spread(p99 ?? []) },
      { name: '/health/live a second of the API’s processor', unit: '/s', value: spread(live ?? []) },
    ],
    checked: 'every answer 304; without a session 401, with another version known 200 and the claim',
  }
}

async function ask({ product }: BenchProduct, { path, cookie }: Omit<Poll, 'etag'>, known: string) {
  return fetch(`${product.urls.api}${path}`, { headers: { cookie, 'if-none-match': known } })
}

/** The version that is current; it is sent only to its own customer, and whole to whoever knows another. */
async function etagOf(bench: BenchProduct, one: Poll): Promise<string> {
  const [whole, nobody] = [await ask(bench, one, '"0.0"'), await ask(bench, { ...one, cookie: '' }, '"0.0"')]
  const { claimId } = (await whole.json()) as { readonly claimId?: string }
  if (whole.status !== 200 || nobody.status !== 401 || !one.path.includes(`/${claimId}/`))
    throw new Error(`${one.path} answered ${whole.status}, and ${nobody.status} to nobody.`)
  return whole.headers.get('etag') ?? ''
}

/** Until the workflows have done what follows the report, so that no version changes under the load. */
async function settled(bench: BenchProduct, polls: readonly Poll[]): Promise<void> {
  let before = ''
  for (;;) {
    const now = (await Promise.all(polls.map((one) => etagOf(bench, one)))).join()
    if (now === before) return
    before = now
    await sleep(2000)
  }
}

async function load({ product }: BenchProduct, polls: readonly Poll[], expected: number) {
  const before = await processFigures(product.urls.metrics.api)
  const result = await autocannon({
    url: product.urls.api,
    connections,
    duration,
    requests: polls.map(({ path, cookie, etag }) => ({ path, headers: { cookie, 'if-none-match': etag } })),
  })
  const after = await processFigures(product.urls.metrics.api)
  const processor = after('process_cpu_seconds_total') - before('process_cpu_seconds_total')
  const counted = Object.entries(result.statusCodeStats ?? {}).map(([status, { count }]) => ({
    status,
    count,
  }))
  const right = counted.find(({ status }) => status === String(expected))?.count ?? 0
  if (counted.length !== 1 || right === 0 || result.errors > 0)
    throw new Error(`Answers: ${JSON.stringify(counted)}, ${result.errors} errors.`)
  return { perSecond: right / result.duration, perCore: right / processor, p99: result.latency.p99 }
}
