import { describe, expect, it } from 'vitest'
import { proposalNote } from '../../../web/staff/settlement/rulings.ts'

const event = (type: string, at: string, more: object = {}) => ({
  type,
  at,
  data: {},
  note: null,
  actorId: 'adjuster',
  ...more,
})

describe('what an adjuster tells the approvers', () => {
  const events = [
    event('taskClosed', '10:00', { note: '发票已核对。' }),
    event('settlementProposed', '10:00', { data: { settlement: { id: 'S1' } } }),
    event('settlementReturned', '11:00', { data: { settlementId: 'S1' }, note: '请更正账户。' }),
    event('settlementProposed', '12:00', { data: { settlement: { id: 'S2' } } }),
  ]
  const noteOf = (id: string) => proposalNote({ events } as never, { id })

  it('stands with their own proposal, and not with another', () => {
    expect(noteOf('S1')).toBe('发票已核对。')
    expect(noteOf('S2')).toBeNull()
    expect(noteOf('S3')).toBeNull()
  })
})
