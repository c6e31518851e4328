import { describe, expect, it } from 'vitest'
import type { Told } from '../domain/claim/told.ts'
import { createTelling } from '../telling.ts'

const told = (claimId: string): Told => ({ claimId }) as Told

/** A Temporal that answers when it is let. */
function slowTemporal() {
  const waiting: { readonly claimId: string; readonly answer: (error?: Error) => void }[] = []
  const send = ({ claimId }: Told) =>
    new Promise<void>((resolve, reject) => {
      const answer = (error?: Error) => (error === undefined ? resolve() : reject(error))
      waiting.push({ claimId, answer })
    })
  return { waiting, send }
}

describe('telling', () => {
  it('has at most 64 on their way; whoever comes then is left to the sweep', async () => {
    const { waiting, send } = slowTemporal()
    const marked: string[] = []
    const telling = createTelling({ send, markTold: async ({ claimId }) => void marked.push(claimId) })
    for (let index = 0; index < 70; index += 1) telling.tell(told(String(index)))
    expect(waiting).toHaveLength(64)
    waiting[0]?.answer()
    await expect.poll(() => marked).toEqual(['0'])
    telling.tell(told('70'))
    expect(waiting.at(-1)?.claimId).toBe('70')
    for (const { answer } of waiting) answer()
    await telling.settle()
    expect(marked).toHaveLength(65)
  })

  it('marks nothing as told that did not arrive, and disturbs nobody', async () => {
    const { waiting, send } = slowTemporal()
    const marked: string[] = []
    const failed: string[] = []
    const telling = createTelling({
      send,
      markTold: async ({ claimId }) => void marked.push(claimId),
      onFailure: (_error, { claimId }) => failed.push(claimId),
    })
    telling.tell(told('lost'))
    telling.tell(told('arrives'))
    waiting[0]?.answer(new Error('unreachable'))
    waiting[1]?.answer()
    await telling.settle()
    expect({ marked, failed }).toEqual({ marked: ['arrives'], failed: ['lost'] })
  })

  it('is not held up by a row that cannot be marked', async () => {
    const failed: string[] = []
    const telling = createTelling({
      send: async () => undefined,
      markTold: async () => Promise.reject(new Error('the database is away')),
      onFailure: (_error, { claimId }) => failed.push(claimId),
    })
    telling.tell(told('sent'))
    await telling.settle()
    expect(failed).toEqual(['sent'])
  })

  it('settles only when everything on its way has ended', async () => {
    const { waiting, send } = slowTemporal()
    const telling = createTelling({ send, markTold: async () => undefined })
    telling.tell(told('slow'))
    let settled = false
    const settling = telling.settle().then(() => (settled = true))
    await new Promise((resume) => setTimeout(resume, 20))
    expect(settled).toBe(false)
    waiting[0]?.answer()
    await settling
    expect(settled).toBe(true)
  })
})
