/** What has to hold after a restore, asked of the product that runs again. */
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { Refused } from '../../demo/http-client.ts'
import { type AtHand, together } from '../at-hand.ts'
import type { Verdict } from '../verdict.ts'
import type { AtRest } from './at-rest.ts'

export async function checkBankWasAsked(verdict: Verdict, at: AtHand, restored: AtRest): Promise<void> {
  const asked = await at.query<{ id: string }>(
    `select distinct data ->> 'intentId' as id from claim_events
     where type = 'intentAnswered' and data ->> 'source' in ('query', 'statement') and at > (select paused_at from pay_lane)`,
  )
  const unknown = [...restored.intents.values()].filter(({ status }) => status === 'unknown')
  const answered = new Set(asked.map(({ id }) => id))
  verdict.check(
    'unknown payments that the bank has answered for',
    unknown.length,
    unknown.filter(({ id }) => !answered.has(id)).map(({ ref }) => `${ref} was not asked about`),
  )
}

/** Of payments in claims that have lived through it, by the claims' own events in their order. */
export async function checkAskedFirst(verdict: Verdict, at: AtHand, startedAt: Date): Promise<void> {
  const sent = await at.query<{ ref: string; asked: boolean }>(
    `select i.ref, exists (select from claim_events answered where answered.claim_id = gated.claim_id
         and answered.type = 'intentAnswered' and answered.data ->> 'intentId' = gated.data ->> 'intentId'
         and answered.data ->> 'source' = 'query' and answered.at > $1 and answered.sequence < gated.sequence) as asked
     from claim_events gated join claims c on c.id = gated.claim_id
       join payment_intents i on i.id = (gated.data ->> 'intentId')::uuid
     where gated.type = 'intentGated' and gated.at > $1 and c.restored_version is not null`,
    [startedAt],
  )
  verdict.check(
    'payments of claims that were there were asked about before they were sent',
    sent.length,
    sent.filter(({ asked }) => !asked).map(({ ref }) => `${ref} was sent unasked`),
  )
}

/** The row is read and the workflow asked one after the other: what moves between the two is asked again. */
const settling = 20_000

export async function checkWorkflowsFollow(verdict: Verdict, at: AtHand): Promise<void> {
  const { claims } = await at.rows()
  const living = claims.filter(({ stage }) => stage !== 'archived')
  const different = await together(living, async ({ id }) => {
    const deadline = performance.now() + settling
    for (;;) {
      const difference = await differenceOf(at, id)
      if (difference === null || performance.now() > deadline) return difference
      await sleep(500)
    }
  })
  verdict.check(
    'workflows know what their rows say',
    living.length,
    different.filter((difference) => difference !== null),
  )
}

async function differenceOf({ cast }: AtHand, claimId: string): Promise<string | null> {
  try {
    const { told, row } = await cast
      .any('auditor')
      .http.get<{ told: unknown; row: unknown }>(`/claims/${claimId}/workflow`)
    if (isDeepStrictEqual(told, row)) return null
    return `${claimId}: ${JSON.stringify(told)} instead of ${JSON.stringify(row)}`
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return `${claimId}: ${error.code}`
  }
}

export async function checkBooks(verdict: Verdict, at: AtHand): Promise<void> {
  const groups = await at.query<{ group_id: string; difference: string }>(
    `select group_id, sum(case side when 'debit' then amount_minor else -amount_minor end)::text as difference
     from ledger_entries group by group_id, currency`,
  )
  const wrong = groups.filter(({ difference }) => difference !== '0').map(({ group_id: id }) => `group ${id}`)
  verdict.check('groups of the ledger balance', groups.length, wrong)
  const booked = await at.query<{ ref: string; paid: string }>(
    `select i.ref, coalesce(sum(case l.side when 'credit' then l.amount_minor else -l.amount_minor end), 0)::text as paid
     from payment_intents i left join ledger_entries l on l.intent_id = i.id and l.account = 'bank'
     where i.status in ('paid', 'returned') and (i.id not in (select (data ->> 'intentId')::uuid from claim_events where type = 'intentSuspended'))
     group by i.ref`,
  )
  const journal = Map.groupBy(await at.journal(), ({ ref }) => ref)
  const faults = booked.flatMap(({ ref, paid }) => {
    const rows = journal.get(ref) ?? []
    const moved = rows.reduce((sum, row) => sum + (row.kind === 'executed' ? 1 : -1) * row.amountMinor, 0)
    return String(moved) === paid ? [] : [`${ref}: ledger ${paid}, bank ${moved}`]
  })
  verdict.check('payments stand in the ledger as at the bank', booked.length, faults)
}

export async function checkAudit(verdict: Verdict, at: AtHand): Promise<void> {
  const { claims } = await at.rows()
  const auditor = at.cast.any('auditor').http
  const faults: string[] = []
  for (const { id } of claims) {
    const { verification } = await auditor.get<{ verification: { intact: boolean } }>(
      `/audit?chain=${id}&limit=1`,
    )
    if (!verification.intact) faults.push(`the chain of ${id} is broken`)
  }
  verdict.check('chains of the audit are unbroken', claims.length, faults)
}
