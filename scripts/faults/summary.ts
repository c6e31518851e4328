/** What happened in the run, in figures. */
import type { Attempted, Fault, RunFolder } from './run-folder.ts'
import type { Counts } from './people/day.ts'
import type { Quiet } from './quiesce.ts'
import type { Watch } from './watch.ts'

type Figures = Readonly<Record<string, number>>

export interface Summary {
  readonly people: number
  readonly seconds: number
  readonly claims: { readonly reported: number; readonly finished: number }
  readonly acknowledgedClaims: number
  readonly operations: Readonly<Record<string, Figures>>
  readonly payments: Figures
  readonly unknownOutcomes: number
  /** Of the claims' events those that a run is also about, by their type. */
  readonly happened: Figures
  readonly kills: Figures
  readonly crashPoints: Figures
  /** Armed, and never hit in the whole run. */
  readonly missedPoints: Figures
  readonly freezes: Figures
  readonly proxyFaults: Figures
  readonly bankFaults: Figures
  /** Recoveries that no other fault cut short. */
  readonly recoveries: number
  readonly medianRecoveryMs: number
  readonly worstRecoveryMs: number
  readonly slowest: readonly Fault[]
  readonly rest: Quiet
}

export interface Told {
  readonly folder: RunFolder
  readonly watch: Watch
  readonly load: Counts & { readonly people: number; readonly missed: readonly string[] }
  readonly rest: Quiet
  readonly startedAt: number
}

export async function summarize({ folder, watch, load, rest, startedAt }: Told): Promise<Summary> {
  const { attempts, faults } = folder
  const measured = faults.filter(({ recoveredMs }) => recoveredMs !== null)
  const ordered = measured.toSorted((a, b) => (b.recoveredMs ?? 0) - (a.recoveredMs ?? 0))
  const slowest = ordered.slice(0, 5)
  const of = (kind: Fault['kind'], name: (fault: Fault) => string) =>
    counted(faults.filter((fault) => fault.kind === kind).map(name))
  const { people, reported, finished } = load
  const hit = new Set(faults.filter(({ kind }) => kind === 'crash').map(({ name }) => name))
  return {
    people,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    claims: { reported, finished },
    acknowledgedClaims: new Set(
      attempts
        .filter(({ type, outcome }) => type === 'registerClaim' && outcome === 'ok')
        .map(({ key }) => key),
    ).size,
    operations: byOutcome(attempts),
    payments: await watch.payments(),
    unknownOutcomes: await watch.unknownOutcomes(),
    happened: await watch.happened(),
    kills: of('kill', ({ target }) => target),
    crashPoints: of('crash', ({ name }) => name),
    missedPoints: counted(load.missed.filter((name) => !hit.has(name))),
    freezes: of('freeze', ({ target }) => target),
    proxyFaults: of('proxy', ({ target, name }) => `${target} ${name}`),
    bankFaults: of('bank', ({ name }) => name),
    recoveries: ordered.length,
    medianRecoveryMs: ordered[Math.floor(ordered.length / 2)]?.recoveredMs ?? 0,
    worstRecoveryMs: slowest[0]?.recoveredMs ?? 0,
    slowest,
    rest,
  }
}

function byOutcome(attempts: readonly Attempted[]): Readonly<Record<string, Figures>> {
  const types = Map.groupBy(attempts, ({ type }) => type)
  return Object.fromEntries(
    [...types]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([type, all]) => [type, counted(all.map(({ outcome }) => outcome))]),
  )
}

function counted(names: readonly string[]): Figures {
  const groups = Map.groupBy(names, (name) => name)
  return Object.fromEntries(
    [...groups].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, all]) => [name, all.length]),
  )
}

export const sum = (figures: Figures) => Object.values(figures).reduce((total, one) => total + one, 0)
const listed = (figures: Figures) =>
  Object.entries(figures)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

export function printSummary(summary: Summary, say: (text: string) => void): void {
  const { operations, kills, crashPoints, freezes, proxyFaults, bankFaults, payments, rest } = summary
  say('\noperation              ok   fail   info')
  for (const [type, { ok = 0, fail = 0, info = 0 }] of Object.entries(operations)) {
    const figures = [ok, fail, info].map((count) => String(count).padStart(6)).join(' ')
    say(`${type.padEnd(20)}${figures}`)
  }
  say(
    `\n${summary.people} people, ${summary.acknowledgedClaims} acknowledged claims, ${summary.claims.finished} carried to their end`,
  )
  say(`payments          ${sum(payments)}: ${listed(payments)}`)
  say(`unknown outcomes  ${summary.unknownOutcomes}`)
  say(`happened          ${listed(summary.happened)}`)
  say(`kills             ${sum(kills)}: ${listed(kills)}`)
  say(`crash points hit  ${sum(crashPoints)}: ${listed(crashPoints)}`)
  say(`points not hit    ${Object.keys(summary.missedPoints).length}: ${listed(summary.missedPoints)}`)
  say(`freezes           ${sum(freezes)}: ${listed(freezes)}`)
  say(`proxy faults      ${sum(proxyFaults)}: ${listed(proxyFaults)}`)
  say(`bank's faults     ${sum(bankFaults)}: ${listed(bankFaults)}`)
  say(
    `worst recovery    ${summary.worstRecoveryMs} ms of ${summary.recoveries} measured, half within ${summary.medianRecoveryMs} ms`,
  )
  const left = Object.keys(rest.left).length === 0 ? 'all at rest' : `not at rest: ${listed(rest.left)}`
  say(`quiet             after ${rest.took} ms, ${left}; ${summary.seconds} s in all`)
}
