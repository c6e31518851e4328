import { describe, expect, it } from 'vitest'
import { failings, longestRecovery } from '../../../scripts/faults/demands.ts'
import type { Summary } from '../../../scripts/faults/summary.ts'

const good: Summary = {
  people: 26,
  seconds: 640,
  claims: { reported: 90, finished: 60 },
  acknowledgedClaims: 90,
  operations: {},
  payments: { paid: 100 },
  unknownOutcomes: 70,
  happened: { 'clocks breached': 30, 'claims reopened': 4 },
  kills: { api: 20, worker: 20 },
  crashPoints: { 'api.command.committed': 60, 'worker.bank.sent': 60 },
  missedPoints: {},
  freezes: {},
  proxyFaults: {},
  bankFaults: {},
  recoveries: 80,
  medianRecoveryMs: 3_000,
  worstRecoveryMs: longestRecovery,
  slowest: [],
  rest: { took: 1_000, left: {} },
}
const judged = [{ id: 'I1', checked: 90 }]

describe('a fault run', () => {
  it('is worth something when everything was done that it is about, within its limits', () => {
    expect(failings(good, judged, 10)).toEqual([])
  })

  it.each<[string, Partial<Summary>, RegExp]>([
    ['a recovery took too long', { worstRecoveryMs: longestRecovery + 1 }, /recovery took 15001 ms/],
    ['no recovery was seen', { recoveries: 0 }, /No recovery/],
    ['hardly anything was paid', { payments: { paid: 3, failed: 90 } }, /paid 3, at least 20/],
    ['hardly anything was killed', { kills: { api: 4 } }, /kills 4/],
    ['hardly anybody died at a crash point', { crashPoints: { 'api.reply.due': 4 } }, /crashPoints 4/],
    ['the bank was hardly ever in doubt', { unknownOutcomes: 1 }, /unknownOutcomes 1/],
    ['it did not come to rest', { rest: { took: 60_000, left: { jobs: 2 } } }, /jobs 2/],
    ['something never happened', { happened: { 'clocks breached': 0 } }, /clocks breached/],
  ])('fails when %s', (_case, change, why) => {
    expect(failings({ ...good, ...change }, judged, 10)).toEqual([expect.stringMatching(why)])
  })

  it('fails when an invariant had nothing to judge', () => {
    expect(failings(good, [...judged, { id: 'I13', checked: 0 }], 10)).toEqual([
      'I13 had no object to judge.',
    ])
  })

  it('need not have seen everything in a minute', () => {
    expect(failings({ ...good, happened: { 'claims reopened': 0 } }, judged, 1.5)).toEqual([])
  })
})
