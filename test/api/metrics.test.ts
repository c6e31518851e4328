import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TestApi } from '../support/api.ts'

const registry = new Registry()
let api: TestApi

beforeAll(async () => {
  api = await TestApi.create({ metrics: registry })
})
afterAll(() => api.close())

it('requests are counted by route and status, problems by code, and addresses are not shown', async () => {
  const handler = await api.browser(await api.world.member(['handler']))
  const secret = '3f0f6a52-8c43-4d8e-9a54-5a8d1f0b7f11'
  await api.as(handler, 'GET', '/worklist?view=team')
  await api.as(handler, 'GET', `/claims/${secret}`)
  await api.as(null, 'GET', `/claims/${secret}`)
  await api.as(null, 'GET', `/nothing/${secret}`)
  const text = await registry.metrics()
  const counted = text.split('\n').filter((line) => /^lipei_http_(?:requests|refusals)_total\{/.test(line))
  expect(counted).toEqual([
    'lipei_http_requests_total{method="GET",route="/worklist",status="200"} 1',
    'lipei_http_requests_total{method="GET",route="/claims/:claimId",status="404"} 1',
    'lipei_http_requests_total{method="GET",route="/claims/:claimId",status="401"} 1',
    'lipei_http_requests_total{method="any",route="none",status="404"} 1',
    'lipei_http_refusals_total{code="notFound"} 2',
    'lipei_http_refusals_total{code="notSignedIn"} 1',
  ])
  expect(text).toContain('lipei_http_request_duration_seconds_count{method="GET",route="/worklist"} 1')
  expect(text).toContain('lipei_http_requests_in_flight 0')
  expect(text).not.toContain(secret)
})
