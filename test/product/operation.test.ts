import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { twoCars } from '../../scripts/demo/scenarios/motor.ts'
import { createTemporal } from '../../temporal.ts'
import { type Artefact, files, logs, tables, temporalRecords } from '../support/canaries/artefacts.ts'
import { Canaries } from '../support/canaries/canaries.ts'
import { enterEverything, PlantedStory } from '../support/canaries/planted-claims.ts'
import { PlantedRequests } from '../support/canaries/planted-requests.ts'
import { measured, ProductUnderTest, until } from '../support/product/product-under-test.ts'
import { type CollectedSpan, TraceCollector } from '../support/product/trace-collector.ts'

let running: ProductUnderTest
let collector: TraceCollector
const canaries = new Canaries()
let planted: PlantedRequests
/** What each process shows after a claim has gone its whole way and one workflow cannot go on. */
let shown: Readonly<Record<'api' | 'worker' | 'jobs', string>>

beforeAll(async () => {
  collector = await TraceCollector.start()
  running = await ProductUnderTest.start({
    LOG_LEVEL: 'debug',
    METRICS_SAMPLE_INTERVAL_MS: '500',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  })
  await startUnknownWorkflow()
  planted = await PlantedRequests.begin(canaries, running.product.urls.api)
  await enterEverything(running.cast, canaries, twoCars)
  const { api, worker, jobs } = running.product.urls.metrics
  await until('the failed task to be counted', async () => (await text(worker)).includes(failedTasks), 15_000)
  await until('a claim to be counted', async () => (await text(jobs)).includes('lipei_claims{'), 15_000)
  shown = { api: await text(api), worker: await text(worker), jobs: await text(jobs) }
}, 180_000)

afterAll(async () => {
  planted.end()
  await running.stop()
  collector.stop()
})

const failedTasks = 'temporal_workflow_task_execution_failed_total{'

async function text(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`)).text()
}

/** A task that fails whenever it is tried, as after a deploy that broke a workflow. */
async function startUnknownWorkflow(): Promise<void> {
  const config = readConfig(running.product.environment)
  const temporal = createTemporal(config)
  const options = { workflowId: 'poison', taskQueue: config.taskQueue, args: [] }
  await temporal.client.workflow.start('noSuchWorkflow', options)
  await temporal.close()
}

/** Names as a query writes them: a histogram is asked for by its buckets, sum or count. */
function namesShown(): ReadonlySet<string> {
  const types = Object.values(shown).flatMap((one) => [...one.matchAll(/^# TYPE (\w+) (\w+)$/gm)])
  return new Set(
    types.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  )
}

const labelsShown = (name: string): ReadonlySet<string> =>
  new Set(
    Object.values(shown)
      .flatMap((one) => [...one.matchAll(new RegExp(`^${name}\\{(.*)\\} `, 'gm'))])
      .flatMap(([, labels = '']) => [...labels.matchAll(/(\w+)="/g)].map(([, label = '']) => label)),
  )

const file = (name: string) => readFileSync(new URL(`../../docker/${name}`, import.meta.url), 'utf8')

interface Board {
  readonly panels: readonly {
    readonly title: string
    readonly targets?: readonly { readonly expr: string }[]
  }[]
}

const board = JSON.parse(file('grafana/lipei.json')) as Board
const alerts = [...file('prometheus/alerts.yml').matchAll(/^ +expr: (.*)$/gm)].map(([, expr = '']) => expr)
const queries = [
  ...board.panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
  ...alerts.map((expr) => ['alert', expr] as const),
]

describe('the board and the alerts', () => {
  it('ask for many figures', () => {
    expect(queries.length).toBeGreaterThan(50)
    expect(alerts.length).toBeGreaterThan(8)
  })

  it.each(queries)('ask only for figures that the processes show: %s, %s', (_title, expr) => {
    const names = [...expr.matchAll(/\b(?:lipei|temporal|nodejs|process)_\w+/g)].map(([name]) => name)
    const known = namesShown()
    expect(names.filter((name) => !known.has(name))).toEqual([])
    // Labels of Prometheus itself, and of buckets.
    const given = ['job', 'instance', 'le']
    const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/,\s*/))
    const chosen = [...expr.matchAll(/[{,]\s*(\w+)(?:=~?|!=)"/g)].map(([, label = '']) => label)
    const labels = names.map(labelsShown).filter((found) => found.size > 0)
    if (labels.length === 0) return
    const unknown = [...grouped, ...chosen].filter(
      (label) => !given.includes(label) && labels.every((found) => !found.has(label)),
    )
    expect(unknown).toEqual([])
  })
})

describe('the processes', () => {
  it('are alive and ready on ports of their own, and the public port shows no figures', async () => {
    for (const url of Object.values(running.product.urls.metrics)) {
      expect((await fetch(`${url}/health/live`)).status).toBe(200)
      expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ ready: true, missing: [] })
    }
    expect((await fetch(`${running.product.urls.api}/metrics`)).status).toBe(404)
  })

  it('count the way of a claim: requests, commands, tells, the bank, jobs, and Temporal’s own work', () => {
    const wanted: readonly (readonly [keyof typeof shown, RegExp])[] = [
      ['api', /^lipei_http_requests_total\{method="POST",route="\/claims",status="201"\} 3$/m],
      ['api', /^lipei_commands_total\{command="registerClaim",outcome="done"\} 3$/m],
      ['api', /^lipei_tells_total\{outcome="told"\} [1-9]/m],
      ['api', /^nodejs_eventloop_lag_p99_seconds /m],
      ['worker', /^lipei_commands_total\{command="gatePayment",outcome="done"\} 2$/m],
      ['worker', /^lipei_bank_calls_total\{call="submit",outcome="(?:accepted|paid)"\} 2$/m],
      ['worker', /^temporal_activity_execution_latency_seconds_count\{.*submitPayment.*\} 2$/m],
      ['jobs', /^lipei_jobs_total\{queue="notices",outcome="done"\} [1-9]/m],
      ['jobs', /^lipei_payment_intents\{status="paid"\} 2$/m],
      ['jobs', /^lipei_pay_lane_open 1$/m],
    ]
    expect(wanted.filter(([name, line]) => !line.test(shown[name]))).toEqual([])
  })
})

describe('a workflow that cannot go on', () => {
  it('is named and counted while the others go on', { timeout: 60_000 }, async () => {
    const { jobs } = running.product.urls.metrics
    const named = async () => {
      const { standstill } = (await (await fetch(`${jobs}/standstill`)).json()) as {
        standstill: readonly { readonly workflowId: string }[]
      }
      return standstill.some(({ workflowId }) => workflowId === 'poison')
    }
    measured(
      'until Temporal reports a workflow that cannot go on',
      await until('the report', named, 50_000, 500),
    )
    expect(await text(jobs)).toContain('lipei_workflows_stuck{type="noSuchWorkflow"} 1\n')
  })
})

describe('the trace of a report', () => {
  /** From the span up to the first one that has not ended, which is not sent yet. */
  const way = (span: CollectedSpan | undefined) =>
    span === undefined ? [] : collector.above(span).map(({ name, service }) => `${service} ${name}`)
  const found = (name: string, traceId?: string) =>
    collector.spans.find((span) => span.name === name && (traceId ?? span.traceId) === span.traceId)

  it('goes from the request through command, tell and workflow to the activity and its command', async () => {
    // A report whose tell is late is told by the sweep, in a trace of its own; the first one in a new API may be.
    const told = () =>
      collector.spans.find(
        ({ name, traceId }) =>
          name === 'POST /claims' && found('command sendChecklist', traceId) !== undefined,
      )
    await until(
      'the traces',
      () => told() !== undefined && found('command gatePayment') !== undefined,
      15_000,
    )
    const traceId = told()?.traceId ?? ''
    expect(way(found('command registerClaim', traceId))).toEqual([
      'lipei-api command registerClaim',
      'lipei-api POST /claims',
    ])
    expect(way(found('StartWorkflow:claimWorkflow', traceId))).toEqual([
      'lipei-api StartWorkflow:claimWorkflow',
      'lipei-api POST /claims',
    ])
    // The claim lives on, so its own span is not sent yet: what hangs on it has a parent that nobody has seen.
    expect(way(found('command sendChecklist', traceId))).toEqual([
      'lipei-worker command sendChecklist',
      'lipei-worker RunActivity:issueCommand',
      'lipei-worker StartActivity:issueCommand',
    ])
    expect(way(found('command gatePayment'))).toEqual([
      'lipei-worker command gatePayment',
      'lipei-worker RunActivity:issuePaymentCommand',
      'lipei-worker StartActivity:issuePaymentCommand',
      'lipei-worker RunWorkflow:paymentWorkflow',
      'lipei-worker StartWorkflow:paymentWorkflow',
      'lipei-worker RunActivity:startPayment',
      'lipei-worker StartActivity:startPayment',
    ])
    const spans = collector.spans.filter((span) => span.traceId === traceId)
    const known = new Set(spans.map(({ spanId }) => spanId))
    const unseen = new Set(
      spans.flatMap(({ parentSpanId }) => parentSpanId ?? []).filter((id) => !known.has(id)),
    )
    expect(unseen.size).toBe(1)
  })

  it('says what was asked by codes and ids only', () => {
    const attributes = new Set(collector.spans.flatMap((span) => Object.keys(span.attributes)))
    expect(attributes).toContain('lipei.command')
    const free = [...attributes].filter((name) => /url|message|stack|header|body|query/.test(name))
    expect(free).toEqual([])
    expect(found('POST /claims')?.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/claims',
      'http.response.status_code': '201',
    })
  })
})

describe('what people enter', { timeout: 120_000 }, () => {
  it('is found in no log, metric, trace, refusal, file or history, nor in clear in the database', async () => {
    // Errors are where values slip out: everything is entered once more while the database dies.
    const story = await PlantedStory.plant(running.cast, canaries, twoCars)
    const loss = { cause: 'collision', lossAt: '2018-06-01T08:30:00+08:00', estimatedMinor: 1, narrative: '' }
    const [reported] = await Promise.allSettled([story.report(loss), running.kill('postgres')])
    expect(reported.status).toBe('fulfilled')
    await until('everything to be told', async () => (await running.untold()) === 0, 30_000)

    expect(canaries.count).toBeGreaterThan(100)
    expect([...canaries.kinds].toSorted()).toEqual([
      'account',
      'cookie',
      'identityNumber',
      'name',
      'oneTimeCode',
      'password',
      'phone',
      'plate',
      'text',
      'vehicle',
    ])
    expect(planted.problems.length).toBeGreaterThan(15)
    const { temporal, metrics } = running.product.urls
    const shownNow = await Promise.all(Object.values(metrics).map(text))
    const artefacts: readonly Artefact[] = [
      ...logs(running),
      ...files(running),
      ...(await tables(running)),
      ...(await temporalRecords(temporal)),
      ...shownNow.map((content) => ({ where: 'metrics', content })),
      ...collector.bodies.map((content) => ({ where: 'traces', content })),
      ...planted.problems.map((content) => ({ where: `problem ${content.slice(0, 300)}`, content })),
    ]
    expect(artefacts.length).toBeGreaterThan(100)
    const bytes = artefacts.reduce((sum, { content }) => sum + content.length, 0)
    process.stdout.write(
      `    ${canaries.count} values looked for in ${artefacts.length} artefacts, ${(bytes / 1e6).toFixed(1)} MB\n`,
    )
    const found = artefacts.flatMap(({ where, content }) => canaries.lookIn(where, content))
    expect(found.map(({ label, where }) => `${label} in ${where}`)).toEqual([])
  })
})
