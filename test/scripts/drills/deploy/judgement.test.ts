import { describe, expect, it } from 'vitest'
import type { ClaimHistory } from '../../../../scripts/drills/deploy/histories.ts'
import {
  checkForced,
  checkGate,
  checkNewWay,
  checkNoneFailed,
  checkStops,
  type Forced,
  type Replayed,
  type Stops,
} from '../../../../scripts/drills/deploy/judgement.ts'
import { faultsOf } from '../faults-of.ts'

const history = (workflowId: string, changed: Partial<ClaimHistory> = {}): ClaimHistory => ({
  workflowId,
  isRunning: true,
  failedTasks: 0,
  patches: new Set(),
  ...changed,
})

describe('the gate before a deployment', () => {
  const next: Replayed = { code: 0, stored: 30, storedFaults: 0, live: 14, liveFaults: 0 }
  const bad: Replayed = { code: 1, stored: 30, storedFaults: 20, live: 14, liveFaults: 14 }
  const judged = (changed: { readonly next?: Partial<Replayed>; readonly bad?: Partial<Replayed> }) =>
    faultsOf((verdict) =>
      checkGate(verdict, { next: { ...next, ...changed.next }, bad: { ...bad, ...changed.bad } }),
    )

  it('holds when it lets one version through and refuses the other', () => {
    expect(judged({})).toEqual({})
  })

  it.each([
    ['the next version is refused', { next: { code: 1, liveFaults: 1 } }],
    ['no living claim was replayed', { next: { live: 0 } }],
    ['the wrong version passes the stored histories', { bad: { storedFaults: 0 } }],
    ['the wrong version passes the living histories', { bad: { liveFaults: 0 } }],
    ['the wrong version is let through', { bad: { code: 0 } }],
  ])('does not hold when %s', (_, changed) => {
    expect(judged(changed)).not.toEqual({})
  })
})

describe('the next version over living claims', () => {
  const judged = (...claims: readonly ClaimHistory[]) =>
    faultsOf((verdict) => checkNewWay(verdict, claims, 'claim/new', 'step'))

  it('holds when no task fails and new claims take the new way', () => {
    expect(judged(history('claim/old'), history('claim/new', { patches: new Set(['step']) }))).toEqual({})
  })

  it('does not hold when a task failed for other steps, or nobody takes the new way', () => {
    const taken = history('claim/new', { patches: new Set(['step']) })
    expect(judged(history('claim/old', { failedTasks: 1 }), taken)).not.toEqual({})
    expect(judged(history('claim/new'))).not.toEqual({})
    expect(judged(history('claim/old', { patches: new Set(['step']) }))).not.toEqual({})
  })
})

describe('a version that was forced', () => {
  const seen: Forced = {
    claims: [history('claim/1', { failedTasks: 1 }), history('claim/2')],
    ids: ['claim/1', 'claim/2'],
    metric: 1,
  }
  const judged = (changed: Partial<Forced>) =>
    faultsOf((verdict) => checkForced(verdict, { ...seen, ...changed }))

  it('shows when tasks fail, workflows live and the alert counts them', () => {
    expect(judged({})).toEqual({})
  })

  it.each([
    ['no task fails', { claims: [history('claim/1'), history('claim/2')] }],
    [
      'a workflow fails with its task',
      { claims: [history('claim/1', { failedTasks: 1 }), history('claim/2', { isRunning: false })] },
    ],
    ['a workflow is gone', { claims: [history('claim/1', { failedTasks: 1 })] }],
    ['the metric counts nothing', { metric: 0 }],
  ])('does not hold when %s', (_, changed) => {
    expect(judged(changed)).not.toEqual({})
  })
})

describe('workflows that have ended', () => {
  const judged = (...ended: readonly { readonly workflowId: string; readonly status: string }[]) =>
    faultsOf((verdict) => checkNoneFailed(verdict, ended, 'claim/begun'))

  it('hold when they completed, but for the one that was ended by hand', () => {
    const completed = { workflowId: 'payment/1', status: 'COMPLETED' }
    expect(judged(completed, { workflowId: 'claim/begun', status: 'TERMINATED' })).toEqual({})
    expect(judged(completed, { workflowId: 'claim/1', status: 'FAILED' })).not.toEqual({})
    expect(judged(completed, { workflowId: 'claim/1', status: 'TERMINATED' })).not.toEqual({})
    expect(judged()).not.toEqual({})
  })
})

describe('graceful stops', () => {
  const cut = { why: 'ECONNRESET', port: 40_001, began: 0, ended: 1 }
  const seen: Stops = {
    name: 'jobs',
    times: 2,
    endings: Array.from({ length: 2 }, () => 'jobs is started again in 250 ms: ended with 0'),
    probed: { answered: new Map([[200, 500]]), refused: 0, cut: [] },
    aborted: [],
    attempts: [{ type: 'callCustomer', http: 200 }],
  }
  const judged = (changed: Partial<Stops>) =>
    faultsOf((verdict) => checkStops(verdict, { ...seen, ...changed }))
  const probed = (changed: Partial<Stops['probed']>) => ({ probed: { ...seen.probed, ...changed } })

  it('hold when nobody notices them', () => {
    expect(judged({})).toEqual({})
  })

  it('of the API may be met by nobody listening, and by "come again"', () => {
    const answered = new Map([
      [200, 500],
      [503, 3],
    ])
    const attempts = [
      { type: 'callCustomer', http: null },
      { type: 'callCustomer', http: 503 },
    ]
    expect(judged({ name: 'api', ...probed({ refused: 40, answered }), attempts })).toEqual({})
  })

  it.each([
    ['a program had to be killed', { endings: ['ended with 0', 'ended by SIGKILL'] }],
    ['a program ended with an error', { endings: ['ended with 0', 'ended with 1'] }],
    ['a stop did not happen', { endings: ['ended with 0'] }],
    ['a request was cut that had been taken', { ...probed({ cut: [cut] }), aborted: [cut] }],
    ['a request was cut while jobs are stopped', probed({ cut: [cut] })],
    ['a request was answered as a bug', probed({ answered: new Map([[500, 1]]) })],
    ['nothing was asked meanwhile', { ...probed({ answered: new Map() }), attempts: [] }],
    ['an operation was answered as a bug', { attempts: [{ type: 'callCustomer', http: 500 }] }],
    ['nobody listens while jobs are stopped', probed({ refused: 1 })],
    [
      'an operation goes unanswered while jobs are stopped',
      { attempts: [{ type: 'callCustomer', http: null }] },
    ],
  ])('do not hold when %s', (_, changed) => {
    expect(judged(changed)).not.toEqual({})
  })

  it('of the API may reset what was never taken, and abort nothing that was', () => {
    expect(judged({ name: 'api', ...probed({ cut: [cut] }) })).toEqual({})
    expect(judged({ name: 'api', ...probed({ cut: [cut] }), aborted: [cut] })).not.toEqual({})
  })
})
