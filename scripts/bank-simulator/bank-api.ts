/** The endpoints of docs/bank-protocol.md, with the misbehaviours that are switched on. */
import { isInstruction, readJson } from '../../bank/protocol.ts'
import { isCivilDate } from '../../domain/time/civil-date.ts'
import type { Bank } from './bank.ts'
import type { BehaviourRegister } from './behaviours.ts'
import type { CallbackSender } from './callback-sender.ts'
import { planOf } from './plan.ts'
import { reply } from './reply.ts'
import type { SimulatorSettings } from './settings.ts'
import type { Store } from './store.ts'
import { sendPlain, type Visit } from './visit.ts'

export interface Simulator {
  readonly settings: SimulatorSettings
  readonly store: Store
  readonly bank: Bank
  readonly sender: CallbackSender | undefined
  readonly behaviours: BehaviourRegister
  /** Arms the timers anew after a change of the store. */
  readonly changed: () => void
}

export async function answerBankRequest(simulator: Simulator, visit: Visit): Promise<void> {
  const [, version, resource, id] = visit.url.pathname.split('/')
  if (version !== 'v1') {
    sendPlain(visit.response, 404, { error: 'notFound' })
    return
  }
  if (visit.method === 'POST' && resource === 'payments' && id === undefined) await submit(simulator, visit)
  else if (visit.method === 'GET' && resource === 'payments' && id !== undefined)
    await query(simulator, visit, id)
  else if (visit.method === 'GET' && resource === 'statements' && id !== undefined)
    await statement(simulator, visit, id)
  else sendPlain(visit.response, 404, { error: 'notFound' })
}

async function submit(simulator: Simulator, visit: Visit): Promise<void> {
  const { bank, behaviours, sender, settings } = simulator
  const instruction = readJson(visit.body)
  if (!isInstruction(instruction)) {
    sendPlain(visit.response, 400, { error: 'malformed' })
    return
  }
  const behaviour = behaviours.take('submit', instruction)
  if (behaviour?.behaviour === 'timeoutNeverArrived') return
  if (behaviour?.behaviour === 'serverError' && behaviour.parameters?.executes === false) {
    await reply(visit, settings.key, {}, behaviour)
    return
  }
  const report = bank.submit(instruction, visit.body, planOf(behaviour, settings.executeAfterMs), Date.now())
  simulator.changed()
  if (behaviour?.behaviour === 'callbackBeforeReply' && report.status === 'paid') {
    // The answer was written before the money moved and was overtaken: it still says "accepted".
    await sender?.settled(instruction.ref, 2_000)
    await reply(visit, settings.key, { ...report, status: 'accepted' }, behaviour)
    return
  }
  await reply(visit, settings.key, report, behaviour)
}

async function query(
  { bank, behaviours, settings, store }: Simulator,
  visit: Visit,
  ref: string,
): Promise<void> {
  const { amountMinor, payeeAccount } = store.newestPayment(ref) ?? {}
  const behaviour = behaviours.take('query', {
    ref,
    ...(amountMinor === undefined ? {} : { amountMinor }),
    ...(payeeAccount === undefined ? {} : { payeeAccount }),
  })
  await reply(visit, settings.key, bank.query(ref, Date.now()), behaviour)
}

async function statement(
  { bank, behaviours, settings }: Simulator,
  visit: Visit,
  day: string,
): Promise<void> {
  if (!isCivilDate(day)) {
    sendPlain(visit.response, 404, { error: 'notFound' })
    return
  }
  await reply(visit, settings.key, bank.statement(day, Date.now()), behaviours.take('statement', {}))
}
