import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RunningGateway } from '../../messaging/run-gateway.ts'
import { World } from '../../support/world.ts'
import { type OutsideApp, outsideApp } from './outside-app.ts'

let world: World
let carrier: RunningGateway
let api: OutsideApp

beforeAll(async () => {
  ;[world, carrier] = await Promise.all([World.create(), new RunningGateway().start()])
  api = await outsideApp(world, { mode: 'embedded', gatewayUrl: carrier.url })
  await send('13800000001', '验证码 123456')
  await send('13800000002', '<script>alert(1)</script> & "quotes"')
})

afterAll(async () => {
  await api.app.close()
  await carrier.stop()
  await world.close()
})

const send = (to: string, text: string) =>
  carrier.gateway().send({ id: randomUUID(), to, template: 'oneTimeCode', text })
const get = (url: string, from = api) => from.app.inject({ method: 'GET', url })

describe('the outbox', () => {
  it('exists in the embedded mode only', async () => {
    const production = await outsideApp(world, { mode: 'production', gatewayUrl: carrier.url })
    expect((await get('/outbox', production)).statusCode).toBe(404)
    expect((await get('/outbox.json', production)).statusCode).toBe(404)
    await production.app.close()
  })

  it('shows what telephones received, newest first, and of one telephone when asked', async () => {
    const all = (await get('/outbox.json')).json<{ messages: { phone: string; text: string }[] }>()
    expect(all.messages.map(({ phone }) => phone)).toEqual(['13800000002', '13800000001'])
    const one = (await get('/outbox.json?phone=138%200000%200001')).json<{ messages: object[] }>()
    expect(one.messages).toMatchObject([{ text: '验证码 123456', template: 'oneTimeCode' }])
  })

  it('is a page that says what it is, refreshes itself without script, and writes texts as texts', async () => {
    const response = await get('/outbox')
    expect(response.headers['content-type']).toContain('text/html')
    expect(response.body).toContain('演示环境 outbox')
    expect(response.body).toContain('http-equiv="refresh"')
    expect(response.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;')
    expect(response.body).not.toContain('<script')
    expect(response.body.indexOf('13800000002')).toBeLessThan(response.body.indexOf('13800000001'))
    const filtered = await get('/outbox?phone=13800000001')
    expect(filtered.body).toContain('value="13800000001"')
    expect(filtered.body).not.toContain('13800000002')
    expect((await get('/outbox?phone=1%22%3E%3Cscript%3E')).body).not.toContain('<script')
  })

  it('says that it is busy while the gateway is away', async () => {
    const lonely = await outsideApp(world, { mode: 'embedded', gatewayUrl: 'http://127.0.0.1:1' })
    expect((await get('/outbox.json', lonely)).statusCode).toBe(503)
    await lonely.app.close()
  })
})
