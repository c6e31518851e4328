import { Counter, Registry } from 'prom-client'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../../scripts/embedded/ports.ts'
import { type OperationsServer, serveOperations } from '../../telemetry/operations-server.ts'
import { judgeReadiness, type PartStates } from '../../telemetry/readiness.ts'

const whole: PartStates = { database: 'ok', migrations: 'ok', temporal: 'connected' }

let served: OperationsServer | undefined
afterEach(() => served?.close())

async function serve(states: PartStates = whole, more = ''): Promise<string> {
  const registry = new Registry()
  new Counter({ name: 'counted_total', help: 'Counted.', registers: [registry] }).inc()
  const port = await freePort()
  served = await serveOperations({
    host: '127.0.0.1',
    port,
    registry,
    more: async () => more,
    readiness: async () => judgeReadiness(states, { needsTemporal: true }),
    standstill: () => [{ claimId: 'c1' }],
  })
  return `http://127.0.0.1:${port}`
}

describe('the port of whoever runs the process', () => {
  it('shows its own figures and those gathered elsewhere', async () => {
    const url = await serve(whole, 'core_total 7\n')
    const text = await (await fetch(`${url}/metrics`)).text()
    expect(text).toContain('counted_total 1')
    expect(text).toContain('core_total 7')
  })

  it('says what is missing, and what cannot go on', async () => {
    const url = await serve({ ...whole, temporal: 'unreachable' })
    expect((await fetch(`${url}/health/live`)).status).toBe(200)
    const ready = await fetch(`${url}/health/ready`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toMatchObject({ ready: false, missing: ['temporal'] })
    expect(await (await fetch(`${url}/standstill`)).json()).toEqual({ standstill: [{ claimId: 'c1' }] })
  })

  it('serves nothing else, and nothing at all on port 0', async () => {
    const url = await serve()
    expect((await fetch(`${url}/claims`)).status).toBe(404)
    const registry = new Registry()
    const readiness = async () => judgeReadiness(whole, { needsTemporal: false })
    await (await serveOperations({ host: '127.0.0.1', port: 0, registry, readiness })).close()
  })

  it('does not hide that its port is taken', async () => {
    const port = Number(new URL(await serve()).port)
    const readiness = async () => judgeReadiness(whole, { needsTemporal: false })
    const again = serveOperations({ host: '127.0.0.1', port, registry: new Registry(), readiness })
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('readiness', () => {
  it('needs Temporal where the work is Temporal’s only', () => {
    const states = { ...whole, temporal: 'unreachable' } as const
    expect(judgeReadiness(states, { needsTemporal: true })).toMatchObject({
      ready: false,
      missing: ['temporal'],
      degraded: [],
    })
    expect(judgeReadiness(states, { needsTemporal: false })).toMatchObject({
      ready: true,
      missing: [],
      degraded: ['temporal'],
    })
  })

  it('ends with the database, an old schema, or the process itself', () => {
    const away = { ...whole, database: 'unreachable', migrations: 'unknown' } as const
    const behind = { ...whole, migrations: 'behind' } as const
    expect(judgeReadiness(away, { needsTemporal: false }).missing).toEqual(['database'])
    expect(judgeReadiness(behind, { needsTemporal: false }).missing).toEqual(['migrations'])
    const stopping = judgeReadiness(whole, { needsTemporal: false, stopping: true })
    expect(stopping).toMatchObject({ ready: false, missing: ['process'] })
    expect(judgeReadiness({ ...whole, migrations: 'unknown' }, { needsTemporal: false }).ready).toBe(true)
  })
})
