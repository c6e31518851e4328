/** The day's work of everybody: claims are reported, and each is carried to its end by its people. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Seeded } from '../seeded.ts'
import type { Kind } from './book.ts'
import { ClaimFile } from './claim-file.ts'
import type { Office } from './office.ts'
import { stepsOf } from './steps.ts'

/** What a repair costs: without survey, with one, and with two and three levels of approval. */
const repairs = [
  [5, 4_000],
  [3, 12_000],
  [1, 80_000],
  [1, 240_000],
] as const
const kinds: readonly (readonly [number, Kind])[] = [
  [7, 'bill'],
  [3, 'repair'],
]
/** Two people do the same at the same moment. */
const rivalShare = 0.1
const reopenedShare = 0.5
const revisitedShare = 0.3
const mostRemembered = 60
/** Before a claim that waits for its workflow is looked at again; milliseconds. */
const pause = 250

/** What is reported: the kind of policy, and what the loss costs. */
export interface Loss {
  readonly kind: Kind
  readonly yuan: number
}

export interface Day {
  readonly office: Office
  readonly random: Seeded
  /** Claims that are carried at the same time. */
  readonly atOnce: number
  /** Aborted when no new claim is reported and nothing new is begun. */
  readonly over: AbortSignal
  /** Instead of everything that happens, this alone. */
  readonly only?: Loss
}

/** How a claim's life went on the side of its people. */
export interface Counts {
  reported: number
  finished: number
  /** Every claim of the day, by its id. */
  readonly files: Map<string, ClaimFile>
}

export async function work(day: Day): Promise<Counts> {
  const counts: Counts = { reported: 0, finished: 0, files: new Map() }
  const closed: ClaimFile[] = []
  const desks = Array.from({ length: day.atOnce }, async (_, desk) => {
    for (let number = 1; !day.over.aborted; number += 1) {
      const file = await open(day, day.random.fork(`claim ${desk}.${number}`))
      if (!(await report(file))) {
        await sleep(pause)
        continue
      }
      counts.reported += 1
      counts.files.set(file.claimId, file)
      if (!(await carry(day, file))) break
      counts.finished += 1
      closed.push(file)
      if (closed.length > mostRemembered) closed.shift()
      if (file.random.chance(revisitedShare)) await revisit(day, file.random.pick(closed))
    }
  })
  await Promise.all(desks)
  return counts
}

async function open({ office, only }: Day, random: Seeded): Promise<ClaimFile> {
  const kind = only?.kind ?? random.weighed(kinds)
  const sold = await office.book.next(kind)
  const yuan = only?.yuan ?? (kind === 'bill' ? 2_800 : random.weighed(repairs))
  return new ClaimFile(office, random, sold, yuan)
}

/** By the customer on the portal or by a handler on the telephone. */
export async function report(file: ClaimFile): Promise<boolean> {
  const { kind, insured } = file.sold
  const by = file.random.chance(0.5) ? file.customer : file.random.pick(file.office.all('handler'))
  const { policyNumber, plate } = insured
  const loss =
    kind === 'bill'
      ? { cause: 'hospitalisation', narrative: '摔伤后住院治疗。' }
      : { plate, cause: 'singleVehicle', narrative: '倒车时碰撞护栏。' }
  const lossAt = '2023-05-01T03:20:00+08:00'
  const body = { policyNumber, lossAt, estimatedMinor: file.yuan * 100, ...loss }
  const { outcome, reply } = await by.perform({
    type: 'registerClaim',
    method: 'POST',
    path: '/claims',
    claimId: null,
    body,
  })
  if (outcome === 'ok') file.claimId = String(reply['claimId'])
  return outcome === 'ok'
}

/** A closed claim is looked at again: its money may have come back, or somebody wants it reopened. */
async function revisit(day: Day, file: ClaimFile): Promise<void> {
  const view = await file.look()
  const contact = file.office.find(view?.claim.contactId ?? null)
  const isPaid = view?.claim.stage === 'afterCare' && view.claim.outcome === 'paid'
  if (isPaid && contact !== undefined && file.random.chance(reopenedShare)) {
    await contact.perform(file.on('reopenClaim', '/reopening', { note: '客户补充了单据。' }))
  }
  await carry(day, file)
}

/** True when the claim is closed; false when the day is over before. */
async function carry({ over }: Day, file: ClaimFile): Promise<boolean> {
  while (!over.aborted) {
    const view = await file.look()
    if (view?.claim.stage === 'afterCare' || view?.claim.stage === 'archived') return true
    const steps = view === undefined ? [] : await stepsOf(file, view)
    if (steps.length === 0) {
      await sleep(pause)
      continue
    }
    const step = file.random.pick(steps)
    const rival = file.random.chance(rivalShare) ? file.rival(step) : undefined
    const { by, operation } = step
    const [answered] = await Promise.all([by.perform(operation), rival?.perform(operation)])
    file.heard(operation, answered)
  }
  return false
}
