import { describe, expect, it } from 'vitest'
import { forPeople, reasonOf } from '../../../web/staff/claim/for-people.ts'
import type { ClaimEvent } from '../../../web/staff/claim/event-words.ts'

const at = '2026-11-27T13:00:00.000Z'
const event = (sequence: number, type: string, more: Partial<ClaimEvent> = {}): ClaimEvent => ({
  sequence,
  type,
  data: {},
  note: null,
  fromStage: null,
  toStage: null,
  actorId: 'approver',
  actorName: '冯雪',
  actorKind: 'staff',
  at,
  ...more,
})

describe('what people read of the events', () => {
  const returned = [
    event(1, 'taskClosed', { note: '发票金额有误。' }),
    event(2, 'settlementReturned'),
    event(3, 'stageEntered', { toStage: 'adjustment' }),
    event(4, 'settlementReturned', { at: '2026-11-27T14:00:00.000Z' }),
    event(5, 'clockStarted', { actorId: 'adjuster', note: 'of somebody else' }),
  ]

  it('leaves out what the machinery notes for itself, but not the reason that stands with it', () => {
    expect(forPeople(returned).map(({ sequence, leads, note }) => [sequence, leads, note])).toEqual([
      [2, true, '发票金额有误。'],
      [3, false, null],
      [4, true, null],
    ])
  })

  it('has for every event of a command its one reason, and no other command’s', () => {
    expect(returned.map((one) => reasonOf(one, returned))).toEqual([
      '发票金额有误。',
      '发票金额有误。',
      '发票金额有误。',
      null,
      'of somebody else',
    ])
  })
})
