import { describe, expect, it } from 'vitest'
import { namedDecider } from '../../../web/staff/settlement/named.ts'

const task = (kind: string, clockKey: string | null, assigneeId: string | null) => ({
  kind,
  clockKey,
  assigneeId,
})
const people = [
  { personId: 'tang', name: '唐杰' },
  { personId: 'feng', name: '冯雪' },
]
const nameFor = (id: string, ...tasks: readonly ReturnType<typeof task>[]) =>
  namedDecider({ claim: { tasks }, people } as never, { id })?.name

describe('who is named for a decision', () => {
  it('is the person with its task, of several settlements that of this one', () => {
    const tasks = [
      task('releasePayment', 'approvalLevel:S2:1', 'tang'),
      task('decideApproval', 'approvalLevel:S1:1', 'tang'),
      task('decideApproval', 'approvalLevel:S2:1', 'feng'),
    ]
    expect(nameFor('S1', ...tasks)).toBe('唐杰')
    expect(nameFor('S2', ...tasks)).toBe('冯雪')
  })

  it('is nobody while nobody has the task, or none is open', () => {
    expect(nameFor('S1', task('decideApproval', 'approvalLevel:S1:1', null))).toBeUndefined()
    expect(nameFor('S1')).toBeUndefined()
  })
})
