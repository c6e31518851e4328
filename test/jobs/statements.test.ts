import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingOf, type Statement, type StatementLine } from '../../db/statements/finding.ts'
import { daysToFetch, readFindings } from '../../db/statements/read-findings.ts'
import { ledgerEntries, statementLines } from '../../db/schema/index.ts'
import { intentStatuses, type IntentStatus } from '../../domain/claim/state.ts'
import { fen } from '../../domain/money.ts'
import { addCivilDays, civilDateOf, startOfDay } from '../../domain/time/civil-date.ts'
import { buryStatement, reconcile, type StatementDependencies } from '../../jobs/statements.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { RunningClaims } from '../support/running-claims.ts'

let running: RunningClaims
let journey: ClaimJourney
const today = civilDateOf(Date.now())
let lines = 0

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
})

afterAll(() => running.close())

function line(changes: Partial<StatementLine> = {}): StatementLine {
  lines += 1
  return {
    lineId: `T${lines}`,
    ref: `NOBODYS${lines}`,
    kind: 'executed',
    amountMinor: fen(300_000),
    at: startOfDay(today) + lines,
    ...changes,
  }
}

/** The dependencies of the job, with the bank of the run or with a statement that is made up. */
function dependencies(statement?: Partial<Statement>): StatementDependencies {
  const { world, telling } = running
  const bank = running.bank.gateway()
  return {
    database: world.database,
    execute: world.execute,
    tell: (told) => telling.tell(told),
    fetchStatement: async (day) =>
      statement === undefined
        ? bank.statement(day)
        : { status: 'received', day, final: true, contentHash: 'x', lines: [], ...statement },
  }
}

const reconcileToday = (statement?: Partial<Statement>) => reconcile(dependencies(statement), { day: today })

async function finding(lineId: string, day = today) {
  const { lines: all } = await readFindings(running.world.database, day)
  return all.find((one) => one.lineId === lineId)
}

/** Released, and paid or whatever the bank's behaviour makes of it. */
async function released(status: IntentStatus) {
  const claimId = await journey.report()
  await journey.toPayment(claimId)
  await journey.release(claimId)
  const state = await running.until(claimId, ({ intents }) => intents[0]?.status === status)
  const intent = state.intents[0]
  if (intent === undefined) throw new Error('Nothing was released.')
  return { claimId, ...intent }
}

const postings = (intentId: string) =>
  running.world.database.select().from(ledgerEntries).where(eq(ledgerEntries.intentId, intentId))

describe('a line of the statement', () => {
  const intent = { intentId: 'i', claimId: 'c', amountMinor: fen(100), status: 'paid' } as const
  const executed = { lineId: 'L', ref: 'R', kind: 'executed', amountMinor: fen(100), at: 1 } as const

  it('is what it is by our intent and by what came before it', () => {
    expect(findingOf(executed, intent, 0)).toBe('matched')
    expect(findingOf({ ...executed, kind: 'returned' }, intent, 0)).toBe('returned')
    expect(findingOf(executed, undefined, 0)).toBe('unknownReference')
    expect(findingOf({ ...executed, amountMinor: fen(101) }, intent, 0)).toBe('amountDiffers')
    expect(findingOf(executed, intent, 1)).toBe('paidTwice')
    expect(findingOf({ ...executed, kind: 'returned' }, intent, 1)).toBe('contradicts')
  })

  it('agrees only with a payment that the bank can have', () => {
    const agreeing = intentStatuses.filter(
      (status) => findingOf(executed, { ...intent, status }, 0) === 'matched',
    )
    expect(agreeing).toEqual(['submitting', 'unknown', 'accepted', 'paid', 'returned'])
  })
})

describe('the close of a day', () => {
  it('matches what the bank really paid, and adds nothing when the statement comes again or twice at once', async () => {
    const paid = await released('paid')
    await Promise.all([reconcileToday(), reconcileToday()])
    await reconcileToday()
    const { statement, lines: all } = await readFindings(running.world.database, today)
    expect(statement).toBe('receivedInPart')
    expect(all.filter(({ ref }) => ref === paid.ref)).toMatchObject([
      {
        finding: 'matched',
        ownerRole: null,
        dueAt: null,
        intentId: paid.id,
        claimId: paid.claimId,
        amountMinor: paid.amountMinor,
      },
    ])
    expect(await postings(paid.id)).toHaveLength(2)
  })

  it('gives whatever does not fit to finance, to be cleared by the end of the next working day', async () => {
    const paid = await released('paid')
    const foreign = line()
    const twice = [
      line({ ref: paid.ref, amountMinor: paid.amountMinor }),
      line({ ref: paid.ref, amountMinor: paid.amountMinor }),
    ]
    await reconcileToday({ lines: [foreign, ...twice], final: false })
    expect(await finding(foreign.lineId)).toMatchObject({
      finding: 'unknownReference',
      ownerRole: 'finance',
      claimId: null,
    })
    expect(await finding(twice[0]?.lineId ?? '')).toMatchObject({ finding: 'matched', ownerRole: null })
    const second = await finding(twice[1]?.lineId ?? '')
    expect(second).toMatchObject({ finding: 'paidTwice', ownerRole: 'finance', claimId: paid.claimId })
    expect(second?.dueAt ?? 0).toBeGreaterThan(Date.now())
    expect(second?.dueAt ?? 0).toBeLessThan(Date.now() + 15 * 86_400_000)
    expect(await postings(paid.id)).toHaveLength(2)
  })

  it('finds a second payment by a bank that pays one reference twice, within the same day', async () => {
    await running.bank.behave({ behaviour: 'paysTwice', match: { next: 1 } })
    const paid = await released('paid')
    await reconcileToday()
    const { lines: all } = await readFindings(running.world.database, today)
    expect(all.filter(({ ref }) => ref === paid.ref).map((one) => one.finding)).toEqual([
      'matched',
      'paidTwice',
    ])
  })

  it('learns from a line that a payment of unknown outcome was paid, and posts it once', async () => {
    await running.bank.behave({
      behaviour: 'timeoutButPaid',
      match: { next: 1 },
      parameters: { callsBack: false },
    })
    await running.bank.behave({ behaviour: 'serverError', match: { operation: 'query' } })
    const open = await released('submitting')
    await Promise.all([
      reconcileToday({
        lines: [line({ ref: open.ref, amountMinor: open.amountMinor, lineId: `L-${open.ref}` })],
        final: false,
      }),
      reconcileToday({
        lines: [line({ ref: open.ref, amountMinor: open.amountMinor, lineId: `L-${open.ref}` })],
        final: false,
      }),
    ])
    await running.until(open.claimId, ({ intents }) => intents[0]?.status === 'paid')
    await running.bank.control('DELETE', 'behaviours')
    expect(await postings(open.id)).toHaveLength(2)
    expect(await finding(`L-${open.ref}`)).toMatchObject({ finding: 'matched' })
  })

  it('takes money back that came back, in the ledger and at the claim', async () => {
    const paid = await released('paid')
    const returned = line({ ref: paid.ref, kind: 'returned', amountMinor: paid.amountMinor })
    // The bank may write the return before the execution.
    await reconcileToday({
      lines: [returned, line({ ref: paid.ref, amountMinor: paid.amountMinor })],
      final: false,
    })
    const state = await running.until(paid.claimId, ({ intents }) => intents[0]?.status === 'returned')
    expect(state.stage).toBe('payment')
    expect(await finding(returned.lineId)).toMatchObject({ finding: 'returned', ownerRole: null })
    const reasons = (await postings(paid.id)).map(({ reason }) => reason)
    expect(reasons.toSorted()).toEqual(['payment', 'payment', 'return', 'return'])
    await reconcileToday({ lines: [returned], final: false })
    expect(await postings(paid.id)).toHaveLength(4)
  })

  it('books payment and return of what nobody had heard of, whatever order the bank writes them in', async () => {
    await running.bank.behave({
      behaviour: 'timeoutButPaid',
      match: { next: 1 },
      parameters: { callsBack: false },
    })
    await running.bank.behave({ behaviour: 'serverError', match: { operation: 'query' } })
    const open = await released('submitting')
    const { ref, amountMinor } = open
    await reconcileToday({
      lines: [line({ ref, amountMinor, kind: 'returned' }), line({ ref, amountMinor })],
      final: false,
    })
    await running.until(open.claimId, ({ intents }) => intents[0]?.status === 'returned')
    await running.bank.control('DELETE', 'behaviours')
    expect(await postings(open.id)).toHaveLength(4)
  })

  it('shows another amount to people, and never books it', async () => {
    await running.bank.behave({
      behaviour: 'timeoutButPaid',
      match: { next: 1 },
      parameters: { callsBack: false },
    })
    await running.bank.behave({ behaviour: 'serverError', match: { operation: 'query' } })
    const open = await released('submitting')
    const wrong = line({ ref: open.ref, amountMinor: fen(open.amountMinor + 1) })
    await reconcileToday({ lines: [wrong], final: false })
    expect(await finding(wrong.lineId)).toMatchObject({ finding: 'amountDiffers', ownerRole: 'finance' })
    await running.until(open.claimId, ({ intents }) => intents[0]?.status === 'suspense')
    await running.bank.control('DELETE', 'behaviours')
    expect(await postings(open.id)).toEqual([])
  })

  it('finds what the ledger shows as paid and the bank does not, until a later statement shows it', async () => {
    const paid = await released('paid')
    const others = (await running.world.database.select().from(ledgerEntries)).filter(
      ({ intentId, reason, account }) => reason === 'payment' && account === 'bank' && intentId !== paid.id,
    )
    expect(others.length).toBeGreaterThan(0)
    await reconcileToday({ final: true })
    expect(await finding(`unseen:${paid.id}`)).toMatchObject({
      finding: 'notInStatement',
      ownerRole: 'finance',
      ref: paid.ref,
      amountMinor: paid.amountMinor,
      claimId: paid.claimId,
    })
    // Those that a line has shown are not missing.
    const { lines: all } = await readFindings(running.world.database, today)
    const shown = new Set(all.filter(({ kind }) => kind === 'executed').map(({ ref }) => ref))
    expect(all.filter(({ finding: found, ref }) => found === 'notInStatement' && shown.has(ref))).toEqual([])
    await reconcileToday({ final: true })
    const tomorrow = addCivilDays(today, 1)
    await reconcile(dependencies({ lines: [line({ ref: paid.ref, amountMinor: paid.amountMinor })] }), {
      day: tomorrow,
    })
    expect(await finding(`unseen:${paid.id}`)).toMatchObject({
      finding: 'matched',
      ownerRole: null,
      dueAt: null,
    })
  })
})

describe('a statement that does not come', () => {
  const away: StatementDependencies['fetchStatement'] = async () => ({
    status: 'unknown',
    reason: 'timedOut',
  })
  const yesterday = addCivilDays(today, -1)
  const dayBefore = addCivilDays(today, -2)

  it('makes the job fail, is shown as missing when it is given up, and is asked for again the next day', async () => {
    await expect(reconcile({ ...dependencies(), fetchStatement: away }, { day: dayBefore })).rejects.toThrow(
      dayBefore,
    )
    await buryStatement({ database: running.world.database }, { day: dayBefore })
    expect((await readFindings(running.world.database, dayBefore)).statement).toBe('statementMissing')
    const [row] = await running.world.database
      .select()
      .from(statementLines)
      .where(eq(statementLines.lineKey, `day:${dayBefore}`))
    expect(row).toMatchObject({ ownerRole: 'finance' })
    expect(await daysToFetch(running.world.database)).toEqual([dayBefore, yesterday])
    await reconcile(dependencies({}), {})
    expect((await readFindings(running.world.database, dayBefore)).statement).toBe('received')
    expect((await readFindings(running.world.database, yesterday)).statement).toBe('received')
  })

  it('does not undo a day that was received whole', async () => {
    await buryStatement({ database: running.world.database }, { day: yesterday })
    expect((await readFindings(running.world.database, yesterday)).statement).toBe('received')
  })

  it('is known to nobody before it was asked for', async () => {
    expect(await readFindings(running.world.database, '2020-01-01')).toEqual({
      day: '2020-01-01',
      statement: null,
      lines: [],
      quarantined: [],
    })
  })
})
