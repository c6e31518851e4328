import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BankFacts } from '../../../../scripts/faults/checker/bank-journal.ts'
import { invariants } from '../../../../scripts/faults/checker/every-invariant.ts'
import { judge } from '../../../../scripts/faults/checker/judge.ts'
import type { Attempt } from '../../../../scripts/faults/checker/run-folder.ts'
import type { TemporalFacts } from '../../../../scripts/faults/checker/temporal/workflows.ts'
import { ClaimJourney, goodAccount } from '../../../support/claim-journey.ts'
import { shortTerms } from '../../../support/short-terms.ts'
import { RecordedClaims, type Tampered } from './recorded-claims.ts'

let claims: RecordedClaims
let temporal: TemporalFacts
/** By person, the ids of the roles that they hold. */
let grants: ReadonlyMap<string, readonly string[]>

/** A claim that was paid, one whose payment came back and was paid anew, one that was withdrawn, one that goes on. */
beforeAll(async () => {
  claims = await RecordedClaims.start()
  const { running } = claims
  const journey = await ClaimJourney.create(running)
  await shortTerms(running.world, { firstContact: 300 })
  const paid = await journey.report()
  await journey.toAdjustment(paid)
  await journey.settle(paid)
  const withdrawn = await journey.report()
  await running.until(withdrawn, ({ clocks }) => clocks['firstContact']?.clock.breachedAt !== null)
  await running.by(journey.customer, withdrawn, 'withdrawClaim', {})
  const returned = await journey.report(300_000)
  await journey.toPayment(returned, 310_000)
  const { settlements } = await running.state(returned)
  const match = { amountMinor: settlements[0]?.amountMinor ?? 0, next: 1 }
  await running.bank.behave({ behaviour: 'returnedLater', parameters: { afterMs: 0 }, match })
  await journey.release(returned)
  await running.until(returned, ({ intents }) => intents[0]?.status === 'returned')
  await journey.changeAccount(returned, { ...goodAccount, number: '6222020200098765432' })
  await journey.repay(returned)
  await journey.toApproval(await journey.report(), 320_000)
  for (const claimId of [paid, returned]) await running.until(claimId, ({ outcome }) => outcome === 'paid')
  for (const claimId of [paid, returned, withdrawn]) await running.known(claimId)
  await running.telling.settle()
  temporal = await claims.temporal()
  const { database } = await claims.evidence(temporal)
  const held = Map.groupBy(database.grants, ({ personId }) => personId)
  grants = new Map([...held].map(([person, rows]) => [person, rows.map(({ id }) => id)]))
}, 90_000)

afterAll(() => claims.close())

async function judged(tampered: Tampered, chosen: readonly string[], live = false) {
  const evidence = await claims.evidence(live ? null : temporal, tampered)
  return judge(
    evidence,
    invariants.filter(({ id }) => chosen.includes(id)),
  )
}

type ChangedAttempts = NonNullable<Tampered['attempts']>

/** The attempts without those of one kind, or with one of them changed. */
const without =
  (gone: (attempt: Attempt) => boolean): ChangedAttempts =>
  (attempts) =>
    attempts.filter((attempt) => !gone(attempt))

function changed(type: string, change: (attempt: Attempt) => Partial<Attempt>): ChangedAttempts {
  return (attempts) => {
    const place = attempts.findLastIndex((attempt) => attempt.type === type && attempt.outcome === 'ok')
    return attempts.map((attempt, index) => (index === place ? { ...attempt, ...change(attempt) } : attempt))
  }
}

/** Another request of the same person that was told the same. */
function repeatedUnderAnotherKey(type: string): ChangedAttempts {
  return (attempts) => {
    const found = attempts.find((attempt) => attempt.type === type && attempt.outcome === 'ok')
    return found === undefined ? attempts : [...attempts, { ...found, key: `other-${found.key ?? ''}` }]
  }
}

/** The first execution of the journal once more, as if it had been ordered once more. */
function executedTwice({ movements, takenIn }: BankFacts): BankFacts {
  const first = movements.find(({ kind }) => kind === 'executed')
  return { takenIn, movements: first === undefined ? movements : [...movements, first] }
}

const aPaidClaim = `(select id from claims where outcome = 'paid' order by case_number limit 1)`
const aPaidIntent = `(select id from payment_intents where status = 'paid' order by id limit 1)`
const approverOfIt = `(select (data -> 'approval' ->> 'personId')::uuid from claim_events
  where type = 'settlementDecided' and claim_id = ${aPaidClaim} limit 1)`

/** A change of one member of the data of the first event of a type in the claim that was paid first. */
const eventChanged = (type: string, path: string, value: string): string =>
  `update claim_events set data = jsonb_set(data, '${path}', ${value})
   where claim_id = ${aPaidClaim} and type = '${type}'
     and sequence = (select min(sequence) from claim_events where claim_id = ${aPaidClaim} and type = '${type}')`

/** What is planted, and the invariant that has to see it; others may see it, too. */
const planted: readonly (readonly [id: string, what: string, tampered: Tampered])[] = [
  [
    'I1',
    'an acknowledged report that is another claim than was said',
    {
      attempts: changed('registerClaim', ({ reply }) => ({
        reply: { ...(reply as object), caseNumber: 'LP0000' },
      })),
    },
  ],
  ['I1', 'a claim that nobody reported', { attempts: without(({ type }) => type === 'registerClaim') }],
  [
    'I1',
    'two claims of one report',
    {
      sql: [
        `update audit_entries set request_id = (select request_id from audit_entries
           where action = 'registerClaim' and outcome = 'done' order by at limit 1)
         where action = 'registerClaim' and outcome = 'done'`,
      ],
    },
  ],
  [
    'I2',
    'a living claim without a workflow',
    {
      sql: [`update claims set created_at = now() - interval '1 minute'`],
      temporal: (facts) => ({
        ...facts,
        executions: facts.executions.filter(({ status }) => status !== 'RUNNING'),
      }),
    },
  ],
  [
    'I2',
    'a workflow without a claim',
    {
      temporal: (facts) => ({
        ...facts,
        executions: facts.executions.map((one, index) =>
          index > 0 ? one : { ...one, workflowId: 'claim/nobody' },
        ),
      }),
    },
  ],
  [
    'I3',
    'a move that is not allowed',
    {
      sql: [
        `update claim_events set data = jsonb_set(data, '{to}', '"payment"') where type = 'stageEntered'
           and data ->> 'to' = 'documents' and claim_id = ${aPaidClaim}`,
      ],
    },
  ],
  [
    'I3',
    'an event that is gone',
    { sql: [`delete from claim_events where type = 'claimClosed' and claim_id = ${aPaidClaim}`] },
  ],
  [
    'I3',
    'a row in another stage than its events',
    { sql: [`update claims set stage = 'survey' where id = ${aPaidClaim}`] },
  ],
  [
    'I4',
    'an acknowledged change of which nothing is left',
    { sql: [`update audit_entries set request_id = 'x' where action = 'withdrawClaim'`] },
  ],
  [
    'I4',
    'a claim that is older than an answer',
    { sql: [`update claims set version = 1, told_version = 1`] },
  ],
  ['I5', 'a version that is missing', { sql: [`update contents set version = 7 where kind = 'sheet'`] }],
  ['I5', 'a version that was answered to two requests', { attempts: repeatedUnderAnotherKey('saveSheet') }],
  [
    'I7',
    'less that was approved than was paid',
    { sql: [eventChanged('settlementProposed', '{settlement,amountMinor}', `to_jsonb(1)`)] },
  ],
  [
    'I7',
    'a payment under a reference that is not ours',
    { sql: [`update payment_intents set ref = 'OTHER' where id = ${aPaidIntent}`] },
  ],
  [
    'I8',
    'a payment that says paid, whose money has not moved',
    { bank: (bank) => ({ ...bank, movements: [] }) },
  ],
  [
    'I8',
    'money that moved for a payment that says failed',
    { sql: [`update payment_intents set status = 'failed' where id = ${aPaidIntent}`] },
  ],
  ['I9', 'a reference that was executed twice', { bank: executedTwice }],
  [
    'I9',
    'a reference that the bank took in twice',
    { bank: (bank) => ({ ...bank, takenIn: [...bank.takenIn, ...bank.takenIn] }) },
  ],
  [
    'I9',
    'a double execution by the bank that no statement has shown',
    {
      bank: (bank) => ({
        ...executedTwice(bank),
        takenIn: bank.takenIn.map((one) => ({ ...one, executions: 2 })),
      }),
    },
  ],
  [
    'I10',
    'an approver whose role had ended',
    {
      sql: [
        `update role_grants set valid_to = valid_from where person_id = ${approverOfIt} and role = 'approver'`,
      ],
    },
  ],
  [
    'I10',
    'an approver with a limit below the level',
    { sql: [`update authority_limits set limit_minor = 1 where person_id = ${approverOfIt}`] },
  ],
  [
    'I10',
    'an approver who proposed it',
    {
      sql: [eventChanged('settlementProposed', '{settlement,proposedBy}', `to_jsonb(${approverOfIt}::text)`)],
    },
  ],
  [
    'I10',
    'an approval that came from an account of somebody else',
    {
      sql: [
        `update accounts set person_id = (select releaser.actor_id from claim_events releaser
           where releaser.type = 'intentOpened' and releaser.claim_id = ${aPaidClaim} limit 1)
         where person_id = ${approverOfIt}`,
      ],
    },
  ],
  [
    'I10',
    'fewer levels than the table asks for',
    {
      sql: [
        `update rule_versions set document = jsonb_set(document, '{rows}', (
           select jsonb_agg(jsonb_set(row, '{gives,levels}', '[1000000, 5000000]'))
           from jsonb_array_elements(document -> 'rows') row)) where table_id = 'authorityLevels'`,
      ],
    },
  ],
  [
    'I10',
    'an account that was changed after the approval',
    { sql: [eventChanged('intentOpened', '{intent,payeeHash}', `'"other"'`)] },
  ],
  [
    'I11',
    'two requests that were told that they decided',
    { attempts: repeatedUnderAnotherKey('decideSettlement') },
  ],
  [
    'I11',
    'a level with two decisions',
    {
      sql: [
        `insert into claim_events (claim_id, sequence, type, data, actor_id, actor_kind, command_id, at)
         select claim_id, 9999, type, data, actor_id, actor_kind, command_id, at from claim_events
         where type = 'settlementDecided' and claim_id = ${aPaidClaim} limit 1`,
      ],
    },
  ],
  [
    'I12',
    'a right that was used after it was taken',
    { attempts: (attempts) => [revocation(), ...attempts] },
  ],
  [
    'I13',
    'a clock that was done in time and breached',
    { sql: [`update claim_clocks set breached_at = due_at + interval '1 ms' where status = 'doneInTime'`] },
  ],
  [
    'I13',
    'an end after the term without a breach',
    { sql: [eventChanged('clockFinished', '{clock,clock,dueAt}', `to_jsonb(1)`)] },
  ],
  [
    'I14',
    'a workflow that knows an older state',
    {
      temporal: (facts) => ({
        ...facts,
        known: new Map(
          [...facts.known].map(([id, answer]) => [
            id,
            { told: { ...answer?.told, version: 0 }, doing: null, beside: answer?.beside ?? null },
          ]),
        ),
      }),
    },
  ],
  [
    'I14',
    'a workflow that knew an older state than its row, which has moved since',
    {
      sql: [`update claims set version = version + 1, told_version = version + 1`],
      temporal: (facts) => ({
        ...facts,
        known: new Map(
          [...facts.known].map(([id, answer]) => [
            id,
            { told: { ...answer?.told, version: 0 }, doing: null, beside: answer?.beside ?? null },
          ]),
        ),
      }),
    },
  ],
  [
    'I14',
    'a task that the lists still hold open',
    { sql: [`update tasks set closed_at = null where claim_id = ${aPaidClaim}`] },
  ],
  [
    'I14',
    'a payment with another status in the lists than in the claim',
    { sql: [`update payment_intents set status = 'accepted' where id = ${aPaidIntent}`] },
  ],
  [
    'I15',
    'a group that does not balance',
    {
      sql: [
        `update ledger_entries set amount_minor = amount_minor + 1 where side = 'debit' and reason = 'payment'`,
      ],
    },
  ],
  ['I15', 'a payment that was posted twice', { sql: postedTwice() }],
  ['I15', 'money that moved and was never posted', { bank: executedTwice }],
  [
    'I16',
    'a line of the audit that was changed',
    {
      sql: [
        `update audit_entries set actor_id = gen_random_uuid() where chain = ${aPaidClaim}::text and sequence = 3`,
      ],
    },
  ],
  [
    'I16',
    'a line of the audit that is gone, with its place closed up',
    {
      sql: [
        `delete from audit_entries where chain = ${aPaidClaim}::text
           and sequence = (select max(sequence) from audit_entries where chain = ${aPaidClaim}::text)`,
      ],
    },
  ],
  [
    'I16',
    'an event without its line',
    { sql: [`update claim_events set command_id = gen_random_uuid() where type = 'sheetProposed'`] },
  ],
  [
    'I16',
    'a chain that was emptied',
    { sql: [`delete from audit_entries where chain = ${aPaidClaim}::text`] },
  ],
  [
    'I17',
    'another answer to the same request',
    { attempts: changed('saveSheet', () => ({ bodyHash: 'other' })) },
  ],
  [
    'I17',
    'another request that succeeded under a used key',
    { attempts: changed('saveSheet', () => ({ args: { other: 1 } })) },
  ],
  [
    'I17',
    'a request that took effect twice',
    {
      attempts: (attempts) => {
        const [first, second] = attempts.filter(
          ({ type, outcome }) => type === 'withdrawClaim' && outcome === 'ok',
        )
        const other = attempts.find(({ type }) => type === 'saveSheet')
        return attempts.map((one) =>
          one === second ? { ...one, opId: other?.opId ?? '', key: first?.key ?? '' } : one,
        )
      },
    },
  ],
  [
    'I21',
    'a workflow that has failed',
    {
      temporal: (facts) => ({
        ...facts,
        executions: facts.executions.map((one, index) => (index > 0 ? one : { ...one, status: 'FAILED' })),
      }),
    },
  ],
  [
    'I21',
    'a workflow whose tasks fail',
    {
      temporal: (facts) => ({
        ...facts,
        pending: facts.pending.map((one) => ({ ...one, taskAttempt: 9 })),
      }),
    },
  ],
  [
    'I21',
    'a step that the workflow has not taken',
    {
      sql: [
        `update claims set told = jsonb_set(told, '{payable}', 'true'), updated_at = now() - interval '2 minutes'
         where stage <> 'archived'`,
      ],
    },
  ],
  [
    'I21',
    'a payment that hangs',
    { sql: [`update payment_intents set status = 'unknown', updated_at = now() - interval '2 minutes'`] },
  ],
  [
    'I22',
    'a version that nobody told',
    { sql: [`update claims set told_version = 0 where id = ${aPaidClaim}`] },
  ],
  ['I22', 'a job that is dead', { sql: [`update pgboss.job set state = 'failed' where name = 'notices'`] }],
  [
    'I22',
    'a callback that was kept and not applied',
    {
      sql: [`insert into bank_messages (message_id, ref, body, received_at) values ('m', 'r', '{}', now())`],
    },
  ],
]

/** An end of every role, answered before anything was sent. */
function revocation(): Attempt {
  const decided = claims.attempts.find(({ type }) => type === 'decideSettlement')
  return {
    opId: 'revocation',
    person: 'administrator',
    type: 'endRole',
    claimId: null,
    args: { grantIds: grants.get(decided?.person ?? '') },
    key: 'revocation',
    tInv: 0,
    tRet: 1,
    outcome: 'ok',
    http: 200,
    code: null,
    bodyHash: '',
    reply: {},
  }
}

function postedTwice(): readonly string[] {
  const columns = `claim_id, intent_id, account, side, amount_minor, currency, reason, event_sequence, posting_date, at`
  return [
    `insert into ledger_entries (group_id, ${columns})
     select '00000000-0000-4000-8000-000000000000', ${columns} from ledger_entries
     where intent_id = ${aPaidIntent} and reason = 'payment'`,
  ]
}

const every = invariants.map(({ id }) => id)
const atAllTimes = invariants.filter(({ live }) => live).map(({ id }) => id)

describe('a run in which nothing went wrong', () => {
  it('is green, and everything was looked at', async () => {
    const verdict = await judged({}, every)
    expect(verdict.invariants.filter(({ violated }) => violated > 0)).toEqual([])
    expect(verdict.invariants.filter(({ checked }) => checked === 0)).toEqual([])
    expect(verdict.green).toBe(true)
  })

  it('is green when clocks have moved a claim since its workflow was asked', async () => {
    const { invariants: judgements } = await judged(
      { sql: [`update claims set version = version + 1, told_version = version + 1`] },
      ['I14'],
    )
    expect(judgements[0]).toMatchObject({ violated: 0, exercised: true })
  })

  it('is green while it goes on, too', async () => {
    expect((await judged({}, atAllTimes, true)).invariants.filter(({ violated }) => violated > 0)).toEqual([])
  })
})

describe('what is planted is seen', () => {
  it('by every invariant', () => {
    const replayed = 'I24'
    const seen = new Set(planted.map(([id]) => id))
    expect(every.filter((id) => id !== replayed && !seen.has(id))).toEqual([])
  })

  it.each(planted)('%s: %s', async (id, _what, tampered) => {
    const { green, invariants: judgements } = await judged(tampered, [id])
    expect(judgements[0]?.violations.map(({ why }) => why)).not.toEqual([])
    expect(green).toBe(false)
  })
})

describe('a run that left nothing behind', () => {
  it.each(['I7', 'I9', 'I10'])('is not green because %s had nothing to look at', async (id) => {
    const tables = ['payment_attempts', 'ledger_entries', 'payment_intents', 'contents']
    const { invariants: judgements } = await judged(
      {
        sql: tables.map((table) => `delete from ${table}`),
        bank: () => ({ movements: [], takenIn: [] }),
      },
      [id],
    )
    expect(judgements[0]).toMatchObject({ checked: 0, violated: 1, exercised: false })
  })
})
