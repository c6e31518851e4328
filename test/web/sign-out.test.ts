import { onlineManager } from '@tanstack/react-query'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

const asked: string[] = []
let answerTheEnd: () => void = () => undefined

beforeAll(() => {
  // The client reads where it is when it is loaded.
  vi.resetModules()
  const kept = new Map<string, string>()
  vi.stubGlobal('location', new URL('http://lipei.test/staff'))
  vi.stubGlobal('navigator', { onLine: true, language: 'zh-CN' })
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  })
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`)
    if (request.method === 'DELETE') await new Promise<void>((resolve) => (answerTheEnd = resolve))
    return Response.json({ csrfToken: 'token' })
  })
})

afterAll(() => {
  onlineManager.setOnline(true)
  vi.unstubAllGlobals()
})

it('who signs out asks nothing more while the end of the session is on its way, for it would be refused', async () => {
  const { queryClient, signOut } = await import('../../web/http/queries.ts')
  const { api } = await import('../../web/http/client.ts')
  const poll = () => queryClient.fetchQuery({ queryKey: ['poll'], queryFn: () => api.GET('/me') })
  await poll()
  const signingOut = signOut()
  await vi.waitFor(() => expect(asked).toContain('DELETE /session'))
  queryClient.removeQueries({ queryKey: ['poll'] })
  void poll().catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 50))
  answerTheEnd()
  await signingOut
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toEqual(['GET /me', 'GET /session', 'DELETE /session'])
})
