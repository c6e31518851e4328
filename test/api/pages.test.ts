import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf, TestApi } from '../support/api.ts'

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
let api: TestApi
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lipei-pages-'))
  for (const face of ['customer', 'staff', 'assets']) mkdirSync(join(folder, face))
  writeFileSync(join(folder, 'customer', 'index.html'), '<title>customer</title>')
  writeFileSync(join(folder, 'staff', 'index.html'), '<title>staff</title>')
  writeFileSync(join(folder, 'offline.js'), 'keep()')
  writeFileSync(join(folder, 'assets', 'main-1a2b3c.js'), 'run()')
  writeFileSync(join(folder, 'assets', 'main-1a2b3c.js.br'), 'shorter')
  api = await TestApi.create({ pagesFolder: folder })
})
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (url: string, headers: Readonly<Record<string, string>> = html) =>
  api.app.inject({ url, headers })

describe('the pages', () => {
  it('answer a navigation to every address of their face, and are asked for each time', async () => {
    for (const [url, title] of [
      ['/my', 'customer'],
      ['/my/claims/1', 'customer'],
      ['/staff', 'staff'],
      ['/staff/worklist?view=team', 'staff'],
    ] as const) {
      const page = await get(url)
      expect(page.statusCode, url).toBe(200)
      expect(page.body).toContain(title)
      expect(page.headers['cache-control']).toBe('no-cache')
    }
    expect((await get('/')).headers.location).toBe('/my')
  })

  it('run no inline script, and nothing from elsewhere', async () => {
    const policy = String((await get('/my')).headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("default-src 'self';")
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/)
  })

  it('are kept for an opening without network under the address of the customer alone', async () => {
    const worker = await get('/my/offline.js', {})
    expect(worker.statusCode).toBe(200)
    expect(worker.headers['content-type']).toContain('javascript')
    expect(worker.headers['service-worker-allowed']).toBe('/my')
    expect(worker.headers['cache-control']).toBe('no-cache')
    expect(String(worker.headers['content-security-policy'])).toContain("worker-src 'self'")
    expect((await get('/staff/offline.js', {})).statusCode).toBe(404)
  })

  it('hide no problem of the API: what is no navigation, and what lies elsewhere, is refused as ever', async () => {
    const missing = { status: 404, code: 'notFound' }
    expect(refusalOf(await get('/my/x', { accept: 'application/json' }))).toEqual(missing)
    expect(refusalOf(await get('/nowhere'))).toEqual(missing)
    expect(refusalOf(await get('/claims'))).toEqual({ status: 401, code: 'notSignedIn' })
    const posted = await api.app.inject({ method: 'POST', url: '/my/x', headers: html, payload: {} })
    expect(refusalOf(posted)).toEqual(missing)
  })

  it('load files that are named by their content, once and compressed', async () => {
    const file = await get('/assets/main-1a2b3c.js', { 'accept-encoding': 'br' })
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(file.headers['content-encoding']).toBe('br')
    expect((await get('/assets/main-1a2b3c.js', {})).body).toBe('run()')
    for (const url of [
      '/assets/none.js',
      '/assets/',
      '/assets/main-1a2b3c.js.br',
      '/assets/..%2fstaff%2findex.html',
    ])
      expect((await get(url)).statusCode, url).toBeGreaterThanOrEqual(400)
  })

  it('live where no route of the API does', async () => {
    const { paths } = (await get('/openapi.json')).json<{ paths: object }>()
    expect(Object.keys(paths).filter((path) => /^\/(?:my|staff|assets)(?:\/|$)/.test(path))).toEqual([])
  })

  it('are absent from an API that was given none', async () => {
    const bare = await TestApi.create()
    try {
      expect((await bare.app.inject({ url: '/my', headers: html })).statusCode).toBe(404)
    } finally {
      await bare.close()
    }
  })
})
