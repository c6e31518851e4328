import type { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as KeptAnswers from '../../web/customer/kept/kept-answers.ts'

const kept = new Map<string, string>()

let queries: QueryClient
let answers: typeof KeptAnswers

const week = 7 * 24 * 60 * 60_000
const progress = (claimId: string) => ['claims', claimId, 'progress']
const found = () => kept.get('lipei.kept') ?? ''

/** Another opening of the page on the same telephone. */
async function open(): Promise<void> {
  vi.resetModules()
  ;({ queryClient: queries } = await import('../../web/http/queries.ts'))
  answers = await import('../../web/customer/kept/kept-answers.ts')
}

beforeEach(async () => {
  kept.clear()
  vi.useFakeTimers({ now: Date.parse('2026-03-09T10:30:00+08:00') })
  vi.stubGlobal('location', new URL('http://lipei.test/my'))
  vi.stubGlobal('navigator', { onLine: true, language: 'zh-CN' })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  })
  await open()
})

afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function told(personId: string, claimId: string): Promise<void> {
  answers.keepAnswers(personId)
  queries.setQueryData(progress(claimId), { claimId })
  await vi.advanceTimersByTimeAsync(1000)
}

describe('what a telephone keeps of the answers', () => {
  it('is progress, claims and policies, and neither session, documents nor messages', async () => {
    for (const key of [
      ['me'],
      ['claims', 'c1', 'documents'],
      ['claims', 'c1', 'messages'],
      ['policies', 'p1'],
    ])
      queries.setQueryData(key, { told: 'secret' })
    for (const key of [
      ['claims', 'own'],
      ['policies', 'own'],
    ])
      queries.setQueryData(key, { told: 'plain' })
    await told('anna', 'c1')
    expect(found()).not.toContain('secret')
    expect(found().match(/"told":"plain"/g)).toHaveLength(2)
    expect(found()).toContain('"claimId":"c1"')
  })

  it('grows over several openings, and is shown with the time at which it was true', async () => {
    const at = Date.now()
    await told('anna', 'c1')
    await open()
    await told('anna', 'c2')
    await open()
    expect(answers.showKeptAnswers()).toBe('anna')
    expect(queries.getQueryData(progress('c2'))).toEqual({ claimId: 'c2' })
    expect(queries.getQueryState(progress('c1'))?.dataUpdatedAt).toBe(at)
  })

  it('is deleted as soon as another person is known, and at the end', async () => {
    await told('anna', 'c1')
    await open()
    answers.keepAnswers('bert')
    expect(found()).toBe('')
    await told('bert', 'c2')
    expect(found()).not.toContain('c1')
    answers.forgetAnswers()
    queries.setQueryData(progress('c3'), { claimId: 'c3' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(found()).toBe('')
  })

  it('is shown for a week and then deleted, and never to pages of another build', async () => {
    await told('anna', 'c1')
    vi.advanceTimersByTime(week - 2000)
    await open()
    expect(answers.showKeptAnswers()).toBe('anna')
    vi.advanceTimersByTime(2000)
    expect(answers.showKeptAnswers()).toBeNull()
    expect(found()).toBe('')
    await told('anna', 'c1')
    kept.set('lipei.kept', found().replace('kept-answers', 'other-build'))
    await open()
    expect(answers.showKeptAnswers()).toBeNull()
  })
})
