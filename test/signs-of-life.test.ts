import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { signsOfLife } from '../signs-of-life.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Runs an activity of so many milliseconds, and answers how often it was said to live. */
async function lived(ms: number, isLocal: boolean): Promise<number> {
  const heartbeat = vi.fn()
  const context = { info: { isLocal }, heartbeat } as unknown as Parameters<typeof signsOfLife>[0]
  const done = signsOfLife(context).inbound?.execute?.(
    { args: [], headers: {} },
    () => new Promise((resolve) => setTimeout(resolve, ms)),
  )
  await vi.advanceTimersByTimeAsync(60_000)
  await done
  return heartbeat.mock.calls.length
}

it('are given once a second while the activity runs, and no more when it is done', async () => {
  expect(await lived(4_500, false)).toBe(4)
})

it('are not given of what is short, nor of what is local', async () => {
  expect(await lived(900, false)).toBe(0)
  expect(await lived(4_500, true)).toBe(0)
})
