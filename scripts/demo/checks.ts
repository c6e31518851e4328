/** What has to be equal at the end: outcome, bank, books, approvals, audit, and what each workflow knows. */
import { isDeepStrictEqual } from 'node:util'
import { journalOf } from './bank.ts'
import type { Played } from './scenario.ts'
import type { ClaimView } from './claim-file.ts'

export interface Check {
  readonly name: string
  readonly checked: number
  readonly faults: readonly string[]
}

interface LedgerEntry {
  readonly account: string
  readonly side: 'debit' | 'credit'
  readonly amountMinor: number
}

interface AuditPage {
  readonly entries: readonly {
    readonly outcome: 'done' | 'refused'
    readonly commandId: string
    readonly firstEvent: number | null
    readonly lastEvent: number | null
  }[]
  readonly verification: { readonly intact: boolean }
}

interface Examined {
  readonly played: Played
  readonly claim: ClaimView
}

type Examination = (examined: Examined) => Promise<string | null>

const net = (rows: readonly { readonly sign: number; readonly amountMinor: number }[]) =>
  rows.reduce((sum, { sign, amountMinor }) => sum + sign * amountMinor, 0)

async function paidByBank({ played, claim }: Examined): Promise<number> {
  const journals = await Promise.all(
    claim.intents.map((intent) => journalOf(played.story.bankUrl, intent.ref)),
  )
  return net(
    journals.flat().map(({ kind, amountMinor }) => ({ sign: kind === 'executed' ? 1 : -1, amountMinor })),
  )
}

async function paidByLedger({ played }: Examined): Promise<number> {
  const { entries } = await played.story.cast
    .any('auditor')
    .http.get<{ entries: readonly LedgerEntry[] }>(played.story.path('/ledger'))
  const bank = entries.filter((entry) => entry.account === 'bank')
  return net(bank.map(({ side, amountMinor }) => ({ sign: side === 'credit' ? 1 : -1, amountMinor })))
}

function approvedAmount({ claim }: Examined): number {
  const standing = claim.settlements.filter((one) => one.state === 'approved' && one.kind !== 'repayment')
  return standing.reduce((sum, one) => sum + one.amountMinor, 0)
}

const endedAsExpected: Examination = async ({ played, claim }) => {
  const { outcome } = played.scenario.expected
  return claim.outcome === outcome ? null : `ended as ${claim.outcome ?? 'open'} instead of ${outcome}`
}

const sameMoney: Examination = async (examined) => {
  const expected = examined.played.scenario.expected.paidMinor
  const amounts = [await paidByBank(examined), await paidByLedger(examined), approvedAmount(examined)]
  return amounts.every((amount) => amount === expected)
    ? null
    : `expected ${expected}, bank ${amounts[0]}, ledger ${amounts[1]}, approved ${amounts[2]}`
}

/** The entries of the accepted commands divide the claim's events among them: none left out, none twice. */
const auditedOnce: Examination = async ({ played }) => {
  const { cast, claimId } = played.story
  const { http } = cast.any('auditor')
  const { entries, verification } = await http.get<AuditPage>(`/audit?chain=${claimId}&limit=500`)
  const { events } = await http.get<{ events: readonly { readonly sequence: number }[] }>(
    `/claims/${claimId}/history?limit=500`,
  )
  if (!verification.intact) return 'the chain of the audit is broken'
  const done = entries.filter((entry) => entry.outcome === 'done')
  if (new Set(done.map((entry) => entry.commandId)).size !== done.length) return 'a command is audited twice'
  let next = 1
  for (const { firstEvent, lastEvent } of done) {
    if (firstEvent === null || lastEvent === null) continue
    if (firstEvent !== next) return `the events from ${next} on are not audited once`
    next = lastEvent + 1
  }
  return next - 1 === events.at(-1)?.sequence ? null : 'the last events are not audited'
}

const workflowKnows: Examination = async ({ played }) => {
  const http = played.story.cast.any('auditor').http
  for (let tries = 0; ; tries += 1) {
    const { told, row } = await http.get<{ told: unknown; row: unknown }>(played.story.path('/workflow'))
    if (isDeepStrictEqual(told, row)) return null
    if (tries === 20) return 'the workflow knows another state than the row'
    await new Promise((resume) => setTimeout(resume, 250))
  }
}

const examinations: readonly (readonly [string, Examination])[] = [
  ['every claim ended as expected', endedAsExpected],
  ['bank journal = ledger = approved = expected', sameMoney],
  ['every command audited once', auditedOnce],
  ["the workflow's told state equals its row", workflowKnows],
]

export async function examine(all: readonly Played[]): Promise<readonly Check[]> {
  const examined = await Promise.all(
    all.map(async (played) => ({ played, claim: await played.story.view() })),
  )
  const checks: Check[] = []
  for (const [name, examination] of examinations) {
    const faults: string[] = []
    for (const one of examined) {
      const fault = await examination(one)
      if (fault !== null) faults.push(`${one.played.scenario.title}: ${fault}`)
    }
    checks.push({ name, checked: examined.length, faults })
  }
  return checks
}
