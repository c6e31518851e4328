import { describe, expect, it } from 'vitest'
import { countActions } from '../../bench/counts/count.ts'
import { gates, judge, type CountedClaim } from '../../bench/counts/gates.ts'

const marker = (markerName: string, workflowTaskCompletedEventId: string) => ({
  eventType: 'EVENT_TYPE_MARKER_RECORDED',
  markerRecordedEventAttributes: { markerName, workflowTaskCompletedEventId },
})
const event = (name: string) => ({ eventType: `EVENT_TYPE_${name}` })

describe('the actions of a history', () => {
  it('are its start, signals, timers, activities and children, and not what the server notes of its tasks', () => {
    const billed = [
      'WORKFLOW_EXECUTION_STARTED',
      'WORKFLOW_EXECUTION_SIGNALED',
      'TIMER_STARTED',
      'ACTIVITY_TASK_SCHEDULED',
      'START_CHILD_WORKFLOW_EXECUTION_INITIATED',
    ]
    const free = ['WORKFLOW_TASK_SCHEDULED', 'TIMER_CANCELED', 'TIMER_FIRED', 'WORKFLOW_EXECUTION_COMPLETED']
    expect(countActions(billed.map(event))).toBe(5)
    expect(countActions([...billed, ...free].map(event))).toBe(5)
  })

  it('count the local activities of one task once', () => {
    const local = ['4', '4', '9'].map((task) => marker('core_local_activity', task))
    expect(countActions([...local, marker('core_patch', '9')])).toBe(2)
  })
})

describe('the verdict on a claim', () => {
  const claim = (events: number, bytes: number): CountedClaim => ({
    kind: 'full',
    peopleCommands: 7,
    workflowCommands: 9,
    workflows: [
      { workflowId: 'claim/1', actions: 20, events: events - 25, bytes: bytes - 4000 },
      { workflowId: 'payment/1', actions: 6, events: 25, bytes: 4000 },
    ],
  })

  it('adds the payment to the claim', () => {
    expect(judge(claim(100, 14_000))).toEqual({
      kind: 'full',
      actions: 26,
      events: 100,
      bytes: 14_000,
      verdict: 'aim met',
    })
  })

  it.each([
    [101, 14_000, 'above the aim'],
    [100, 14_001, 'above the aim'],
    [105, 14_500, 'above the aim'],
    [106, 14_000, 'RED'],
    [100, 14_501, 'RED'],
  ])('for %d events and %d bytes is: %s', (events, bytes, verdict) => {
    expect(judge(claim(events, bytes)).verdict).toBe(verdict)
  })

  it('has for no claim a red line below its aim', () => {
    for (const { aim, red } of Object.values(gates)) {
      expect(red.events).toBeGreaterThan(aim.events)
      expect(red.bytes).toBeGreaterThan(aim.bytes)
    }
  })
})
