import { describe, expect, it } from 'vitest'
import type { JournalRow } from '../../../../scripts/bank-simulator/store-schema.ts'
import {
  type AtRest,
  type ClaimAtRest,
  type IntentAtRest,
  restoredVersions,
} from '../../../../scripts/drills/restore/at-rest.ts'
import {
  checkAcknowledged,
  checkAmounts,
  checkGaps,
  checkNothingLeft,
  checkPaidOnce,
  checkPaused,
  checkReopening,
  checkRestored,
} from '../../../../scripts/drills/restore/judgement.ts'
import type { Disaster } from '../../../../scripts/drills/restore/moment.ts'
import type { Gaps } from '../../../../scripts/gaps/find-gaps.ts'
import { faultsOf } from '../faults-of.ts'

const moment = new Date('2026-11-01T10:00:00Z')
const startedAt = new Date('2026-11-01T10:11:00Z')

const claim = (
  id: string,
  restoredVersion: number | null,
  changed: Partial<ClaimAtRest> = {},
): ClaimAtRest => ({
  id,
  stage: 'documents',
  version: (restoredVersion ?? 0) + 1,
  toldVersion: 0,
  epoch: 2,
  restoredVersion,
  ...changed,
})

/** Before the disaster: of the first epoch, and told what it says. */
const old = (id: string, version: number): ClaimAtRest =>
  claim(id, null, { version, toldVersion: version, epoch: 1 })

const intent = (id: string, status: string): IntentAtRest => ({ id, claimId: 'kept', ref: `P-${id}`, status })

function atRest(claims: readonly ClaimAtRest[], intents: readonly IntentAtRest[]): AtRest {
  return {
    claims: new Map(claims.map((one) => [one.id, one])),
    intents: new Map(intents.map((one) => [one.id, one])),
    notices: new Set(['notice']),
    answered: new Map(),
  }
}

/** One claim is as it was, one was set back from 9 to 5, one was lost whole, and with it a payment. */
function disaster(changed: Partial<Disaster> = {}): Disaster {
  const rows = {
    claims: [
      { id: 'kept', stage: 'payment', version: 7 },
      { id: 'setBack', stage: 'documents', version: 5 },
    ],
    intents: [{ id: 'early', claimId: 'kept', ref: 'P-early', status: 'ready' }],
  }
  return {
    at: moment,
    startedAt,
    justBefore: rows,
    justAfter: rows,
    last: atRest(
      [old('kept', 7), old('setBack', 9), old('lost', 20)],
      [intent('early', 'paid'), intent('late', 'paid')],
    ),
    restored: atRest([claim('kept', 7), claim('setBack', 5)], [intent('early', 'unknown')]),
    ...changed,
  }
}

const executed = (ref: string, payeeAccount: string, amountMinor: number): JournalRow => ({
  id: 1,
  kind: 'executed',
  ref,
  bankReference: `B-${ref}`,
  payeeAccount,
  amountMinor,
  at: moment.getTime(),
})
const journal = [executed('P-early', 'A1', 310_000), executed('P-late', 'A2', 311_000)] as const

describe('what came back', () => {
  const restoredTo = (restored: AtRest) =>
    faultsOf((verdict) => checkRestored(verdict, disaster({ restored })))

  it('is right when it is what there was at the moment', () => {
    expect(faultsOf((verdict) => checkRestored(verdict, disaster()))).toEqual({})
  })

  it('is wrong when a claim was dropped', () => {
    expect(restoredTo(atRest([claim('kept', 7)], [intent('early', 'unknown')]))).toEqual({
      'claims are there as they were at the moment, and no other': ['setBack is missing'],
    })
  })

  it.each([
    ['an earlier version', 4],
    ['what came after the moment', 6],
  ])('is wrong when a claim has %s', (_, version) => {
    const restored = atRest([claim('kept', 7), claim('setBack', version)], [intent('early', 'unknown')])
    expect(restoredTo(restored)).toEqual({
      'claims are there as they were at the moment, and no other': [`setBack has version ${version}`],
    })
  })

  it('is wrong when a payment was dropped, or stands as if it were known', () => {
    const claims = [claim('kept', 7), claim('setBack', 5)]
    expect(restoredTo(atRest(claims, []))).toHaveProperty('payments of the moment are there', [
      'P-early is missing',
    ])
    expect(restoredTo(atRest(claims, [intent('early', 'ready')]))).toEqual({
      'payments that are not final are unknown before anything starts': ['P-early is ready'],
    })
  })

  it('is wrong when a claim goes on in the epoch that its workflow knows', () => {
    const claims = [claim('kept', 7, { epoch: 1 }), claim('setBack', 5, { toldVersion: 6 })]
    expect(restoredTo(atRest(claims, [intent('early', 'unknown')]))).toEqual({
      'claims begin a new epoch, of which nobody was told': ['kept', 'setBack'],
    })
  })

  it('is wrong when somebody was acknowledged more before the moment', () => {
    const attempt = { outcome: 'ok', key: 'k', type: 'callCustomer', claimId: 'setBack' } as const
    const [before, after] = [moment.getTime() - 1, moment.getTime() + 1]
    const judged = (version: number, tRet: number) =>
      faultsOf((verdict) =>
        checkAcknowledged(
          verdict,
          [
            { ...attempt, version: 3, tRet: before },
            { ...attempt, version, tRet },
          ],
          { at: moment.getTime(), versions: restoredVersions(disaster().restored) },
        ),
      )
    expect(judged(5, before)).toEqual({})
    expect(judged(6, after)).toEqual({})
    expect(judged(6, before)).toEqual({
      'what people were acknowledged before the moment is there': ['callCustomer of setBack: 6, not 5'],
    })
  })
})

describe('the pay lane', () => {
  it('is wrong when it is open at the start, or paused for anything else', () => {
    expect(faultsOf((verdict) => checkPaused(verdict, 'restore'))).toEqual({})
    expect(faultsOf((verdict) => checkPaused(verdict, null))).not.toEqual({})
    expect(faultsOf((verdict) => checkPaused(verdict, 'bankIncident'))).not.toEqual({})
  })

  it('is wrong when money leaves while it is shut', () => {
    const still = { before: 32, after: 32 }
    expect(faultsOf((verdict) => checkNothingLeft(verdict, [], still))).toEqual({})
    expect(faultsOf((verdict) => checkNothingLeft(verdict, ['P-1'], still))).not.toEqual({})
    expect(faultsOf((verdict) => checkNothingLeft(verdict, [], { before: 32, after: 33 }))).not.toEqual({})
  })

  it('is wrong when one person opens it, or two cannot', () => {
    const right = { refusal: 'secondPersonNeeded', openAfterOne: false, openAfterTwo: true }
    const judged = (changed: Partial<typeof right> | { refusal: null }) =>
      faultsOf((verdict) => checkReopening(verdict, { ...right, ...changed }))
    expect(judged({})).toEqual({})
    expect(judged({ refusal: null })).not.toEqual({})
    expect(judged({ openAfterOne: true })).not.toEqual({})
    expect(judged({ openAfterTwo: false })).not.toEqual({})
  })
})

describe('the list of gaps', () => {
  const listed = (claimId: string, version: number) => ({
    claimId,
    caseNumber: null,
    known: { stage: 'documents', version },
    restored: null,
  })
  const all = {
    claims: [listed('setBack', 9), listed('lost', 20)],
    payments: [{ intentId: 'late', claimId: 'lost' }],
    references: [{ ref: 'P-late' }],
    messages: [{ id: 'gone' }],
  } as unknown as Gaps
  const sent = [
    { id: 'notice', template: 't', at: moment.getTime() - 5, to: '…1' },
    { id: 'gone', template: 't', at: moment.getTime() + 5, to: '…1' },
    { id: 'new', template: 't', at: startedAt.getTime() + 5, to: '…1' },
  ]
  const judged = (changed: Partial<Gaps>, by: Disaster = disaster()) =>
    faultsOf((verdict) => checkGaps(verdict, { ...all, ...changed }, by, { journal, sent }))

  it('is right when it names all that was lost and nothing else', () => {
    expect(judged({})).toEqual({})
  })

  it.each([
    ['a claim that was lost', { claims: [listed('setBack', 9)] }],
    ['a claim that was set back', { claims: [listed('lost', 20)] }],
    ['how far a claim had come', { claims: [listed('setBack', 8), listed('lost', 20)] }],
    ['a payment', { payments: [] }],
    ['a reference that only the bank knows', { references: [] }],
    ['a message', { messages: [] }],
  ])('is wrong when it misses %s', (_, changed) => {
    expect(Object.keys(judged(changed))).toHaveLength(1)
  })

  it.each([
    ['a claim that is as it was', { claims: [...all.claims, listed('kept', 7)] }],
    ['more than ever was', { claims: [listed('setBack', 10), listed('lost', 20)] }],
    ['a payment that is there', { payments: [...all.payments, { intentId: 'early', claimId: 'kept' }] }],
    ['a message that is there', { messages: [...all.messages, ...sent.slice(0, 1)] }],
  ])('is wrong when it names %s', (_, changed) => {
    expect(Object.keys(judged(changed))).toHaveLength(1)
  })

  it('may lack what the workflow itself had done last, of which only a dead worker knew', () => {
    const { last } = disaster()
    const died = disaster({ last: { ...last, answered: new Map([['lost', new Set([20])]]) } })
    expect(judged({ claims: [listed('setBack', 9), listed('lost', 19)] }, died)).toEqual({})
    expect(judged({ claims: [listed('setBack', 9), listed('lost', 18)] }, died)).not.toEqual({})
  })
})

describe("the bank's journal", () => {
  const once = [
    { who: 'one', account: 'A1', times: 1 },
    { who: 'nobody', account: 'A9', times: 0 },
  ]

  it('is right when everybody was paid once', () => {
    expect(faultsOf((verdict) => checkPaidOnce(verdict, journal, once))).toEqual({})
  })

  it('is wrong when a reference was paid twice, a loss twice under two references, or not at all', () => {
    const again = executed('P-early', 'A8', 310_000)
    const other = executed('P-other', 'A1', 310_000)
    const judged = (rows: readonly JournalRow[]) => faultsOf((verdict) => checkPaidOnce(verdict, rows, once))
    expect(judged([...journal, again])).toEqual({
      'references that the bank has paid once': ['P-early was paid more than once'],
    })
    expect(judged([...journal, other])).toEqual({
      'losses that were paid as often as they have to be: once, or not yet': [
        'one was paid 2 times instead of 1',
      ],
    })
    expect(judged(journal.slice(1))).toEqual({
      'losses that were paid as often as they have to be: once, or not yet': [
        'one was paid 0 times instead of 1',
      ],
    })
  })

  it('is wrong when an amount of the people left twice, lost claims included, or not at all', () => {
    const [payable, lost] = [
      { claimId: 'kept', yuan: 3100 },
      { claimId: 'lost', yuan: 3110 },
    ]
    const judged = (rows: readonly JournalRow[]) =>
      faultsOf((verdict) => checkAmounts(verdict, rows, [payable], [payable, lost]))
    expect(judged(journal)).toEqual({})
    expect(judged([...journal, ...journal.slice(1)])).toEqual({
      'no claim of the people was paid twice, lost ones included': ['lost: 2 times'],
    })
    expect(judged([])).toEqual({ 'claims of the people were paid exactly once': ['kept: 0 times'] })
  })
})
