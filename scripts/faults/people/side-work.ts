/** What goes on beside the claims: limits are taken and given, the bank's statement is asked for, lists are read. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Seeded } from '../seeded.ts'
import type { Office } from './office.ts'
import type { Person } from './person.ts'

export interface SideWork {
  readonly office: Office
  readonly random: Seeded
  readonly over: AbortSignal
}

interface Limit {
  readonly id: string
  readonly line: string | null
  readonly limitMinor: number
  readonly validTo: string | null
  readonly confirmedAt: string | null
}

/** Takes an approver's limit away and gives it back, with a second administrator, while claims wait for approvals. */
export async function changeLimits({ office, random, over }: SideWork): Promise<void> {
  const [first, second] = office.all('administrator')
  if (first === undefined || second === undefined) throw new Error('Two administrators are needed.')
  while (!(await waited(over, random.between(3_000, 7_000)))) {
    const approver = random.pick(office.all('approver'))
    const limit = await currentLimit(first, approver)
    if (limit === undefined) continue
    const path = `/people/${approver.id}/limits`
    const on = { method: 'POST', claimId: null } as const
    const ended = { personId: approver.id, grantId: limit.id }
    const { outcome } = await first.perform({
      ...on,
      type: 'endLimit',
      path: `${path}/${limit.id}/end`,
      args: ended,
    })
    if (outcome !== 'ok') continue
    await waited(over, random.between(200, 1_500))
    const body = { line: limit.line, limitMinor: limit.limitMinor }
    const args = { personId: approver.id, ...body }
    const { reply } = await first.perform({ ...on, type: 'grantLimit', path, body, args })
    const granted = { personId: approver.id, grantId: String(reply['grantId']) }
    await second.perform({
      ...on,
      type: 'confirmLimit',
      path: `${path}/${granted.grantId}/confirmation`,
      args: granted,
    })
  }
}

async function currentLimit(reader: Person, { id }: Person): Promise<Limit | undefined> {
  const { reply } = await reader.read({
    type: 'readPerson',
    method: 'GET',
    path: `/people/${id}`,
    claimId: null,
  })
  const limits = (reply['limits'] ?? []) as readonly Limit[]
  return limits.find(({ validTo, confirmedAt }) => validTo === null && confirmedAt !== null)
}

/** Finance looks what the bank says of the day that still runs. */
export async function askForStatements({ office, random, over }: SideWork): Promise<void> {
  while (!(await waited(over, random.between(2_000, 5_000)))) await askForStatement(office, random)
}

export async function askForStatement(office: Office, random: Seeded): Promise<void> {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  await random.pick(office.all('finance')).perform({
    type: 'orderStatement',
    method: 'POST',
    path: '/reconciliations',
    claimId: null,
    body: { day },
  })
}

/** Staff look through what waits for them, customers through their own claims. */
export async function readLists({ office, random, over }: SideWork): Promise<void> {
  while (!(await waited(over, random.between(150, 500)))) {
    const staff = random.chance(0.6)
    const by = random.pick(office.all(staff ? random.pick(['handler', 'adjuster', 'finance']) : 'customer'))
    const path = staff ? '/worklist' : '/claims'
    await by.read({ type: staff ? 'readWorklist' : 'readOwnClaims', method: 'GET', path, claimId: null })
  }
}

/** True when the day was over before. */
async function waited(over: AbortSignal, ms: number): Promise<boolean> {
  if (!over.aborted) await sleep(ms, undefined, { signal: over }).catch(() => undefined)
  return over.aborted
}
