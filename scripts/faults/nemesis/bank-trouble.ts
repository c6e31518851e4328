/** The bank misbehaves by itself, all the time and in every way that it knows. */
import { setTimeout as sleep } from 'node:timers/promises'
import { misbehave } from '../../demo/bank.ts'
import type { RunFolder } from '../run-folder.ts'
import type { Seeded } from '../seeded.ts'

export interface Misbehaviour {
  readonly match: { readonly operation?: 'query'; readonly next: number }
  readonly behaviour: string
  readonly parameters?: Readonly<Record<string, unknown>>
}

/** One misbehaviour for the next few requests. A payment that is hidden appears within the bank's grace. */
export function misbehaviour(random: Seeded): Misbehaviour {
  const match = { next: random.between(1, 2) }
  const callsBack = random.chance(0.5)
  const executes = random.chance(0.5)
  const copies = random.between(2, 6)
  const order = random.pick(['paidThenFailed', 'failedThenPaid'])
  const outOfOrder = random.chance(0.5)
  const fault = random.pick(['wrongKey', 'oldTimestamp', 'tamperedBody'])
  const submit = (behaviour: string, parameters?: Misbehaviour['parameters']): Misbehaviour =>
    parameters === undefined ? { match, behaviour } : { match, behaviour, parameters }
  const query = (behaviour: string): Misbehaviour => ({
    match: { ...match, operation: 'query' },
    behaviour,
  })
  return random.weighed([
    [9, submit('timeoutButPaid', { callsBack })],
    [6, submit('timeoutNeverArrived')],
    [9, submit('lostReply', { callsBack })],
    [6, submit('notFoundThenPaid', { hiddenMs: random.between(300, 1_200) })],
    [6, submit('serverError', { executes })],
    [3, submit('unreadableAnswer')],
    [3, submit('badSignatureAnswer')],
    [3, submit('answerForOtherReference')],
    [3, submit('slow', { delayMs: random.between(200, 2_500) })],
    [3, submit('duplicateCallback', { copies })],
    [2, submit('callbackBeforeReply')],
    [2, submit('badSignatureCallback', { fault })],
    [2, submit('returnedLater', { afterMs: random.between(300, 3_000) })],
    [1, submit('contradiction', { order, outOfOrder })],
    [1, submit('paysTwice')],
    [2, query('serverError')],
    [2, query('badSignatureAnswer')],
    [2, query('timeoutNeverArrived')],
    [1, submit('down', { forMs: random.between(300, 1_500), mode: random.pick(['answer503', 'refuse']) })],
  ])
}

/** Switches on one after the other until the day is over; then the bank is honest again. */
export async function troubleBank(
  bank: string,
  {
    random,
    folder,
    over,
  }: { readonly random: Seeded; readonly folder: RunFolder; readonly over: AbortSignal },
): Promise<void> {
  while (!over.aborted) {
    await sleep(random.between(400, 1_200))
    const next = misbehaviour(random)
    const name = next.match.operation === undefined ? next.behaviour : `query ${next.behaviour}`
    try {
      await misbehave(bank, next)
      folder.suffered({
        at: Date.now(),
        kind: 'bank',
        target: 'bank',
        name,
        recoveredMs: null,
        overlapping: true,
      })
    } catch {
      // A bank that is down, or that was killed, misbehaves enough.
    }
  }
}

export async function calmBank(bank: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    try {
      const { ok } = await fetch(`${bank}/control/behaviours`, { method: 'DELETE' })
      if (ok) return
    } catch {
      // It is still coming back.
    }
    await sleep(250)
  }
  throw new Error('The bank cannot be made honest again.')
}
