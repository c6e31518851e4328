import { afterEach, describe, expect, it, vi } from 'vitest'
import { settlementPages, wordsOf } from './settlement-view.ts'

vi.hoisted(() => vi.stubGlobal('location', new URL('http://127.0.0.1')))

const clockOf = (kind: string, changes: object = {}) => ({
  kind,
  clock: {
    dueAt: '2026-03-20T18:00:00+08:00',
    steps: [],
    pausedAt: null,
    breachedAt: null,
    doneAt: null,
    ...changes,
  },
})
const clocks = {
  'approvalLevel:S1:1.0': clockOf('approvalLevel'),
  payment: clockOf('payment', { dueAt: '2026-03-24T18:00:00+08:00' }),
}
const decide = { kind: 'decideApproval', clockKey: 'approvalLevel:S1:1.0', assigneeId: null }
const release = { kind: 'releasePayment', clockKey: 'payment', assigneeId: null }
const approved = { state: 'approved' }

/** The deadline that each page shows, at noon of 16 March. */
async function deadlines(told: Parameters<typeof settlementPages>[0]) {
  vi.useFakeTimers({ now: Date.parse('2026-03-16T12:00:00+08:00'), toFake: ['Date'] })
  const pages = await settlementPages(told)
  const read = (text: string) => {
    const [, line] = /<p class="se-deadline">(.*?)<\/p>/.exec(text) ?? []
    return line === undefined ? null : wordsOf(line).trim()
  }
  return [read(pages.decision), read(pages.release)]
}

afterEach(() => {
  vi.useRealTimers()
})

describe('the deadline of a settlement', () => {
  it('is that of the decision while it waits for one', async () => {
    expect(await deadlines({ claim: { clocks, tasks: [decide] } })).toEqual([
      '核赔审批 剩余 4天6小时 3月20日 周五 18:00 前',
      null,
    ])
  })

  it('is that of the payment once it is approved, until it is released', async () => {
    const claim = { clocks, tasks: [release] }
    const told = '支付赔款（法定） 剩余 8天6小时 3月24日 周二 18:00 前'
    expect(await deadlines({ claim, settlement: approved })).toEqual([null, told])
    const intents = [{ id: 'P1', settlementId: 'S1', status: 'ready' }]
    expect(await deadlines({ claim: { ...claim, intents }, settlement: approved })).toEqual([null, null])
  })

  it('is on hold while its clock stands still, and late once it is over', async () => {
    const pausedAt = '2026-03-15T12:00:00+08:00'
    const held = { payment: clockOf('payment', { pausedAt }) }
    const [, onHold] = await deadlines({ claim: { clocks: held, tasks: [release] }, settlement: approved })
    expect(onHold).toBe('支付赔款（法定） 暂停计时')
    const over = { pausedAt, dueAt: '2026-03-14T12:00:00+08:00', breachedAt: '2026-03-14T12:00:00+08:00' }
    const [, late] = await deadlines({
      claim: { clocks: { payment: clockOf('payment', over) }, tasks: [release] },
      settlement: approved,
    })
    expect(late).toBe('支付赔款（法定） 已超期 2天 3月14日 周六 12:00 前')
  })
})
