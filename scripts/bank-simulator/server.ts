/**
 * A small bank as a process of its own (docs/bank-protocol.md): honest by default, with misbehaviours to
 * switch on, and a journal of its own that says what was really paid.
 */
import { bankSignature } from '../../bank/signature.ts'
import { Alarm } from './alarm.ts'
import { answerBankRequest, type Simulator } from './bank-api.ts'
import { Bank } from './bank.ts'
import { BehaviourRegister } from './behaviours.ts'
import { CallbackSender } from './callback-sender.ts'
import { answerControlRequest } from './control-api.ts'
import { serve } from './serve.ts'
import { readSettings } from './settings.ts'
import { Store } from './store.ts'
import { Traffic } from './traffic.ts'
import { SignatureDesk } from './visit.ts'

// The simulator is no part of the product and must not need the product's configuration.
// oxlint-disable-next-line node/no-process-env
const settings = readSettings(process.env)
const { callbackRetryMs, callbackUrl, dedupWindowMs, key } = settings

const store = new Store(settings.journalFile)
const bank = new Bank(store, { dedupWindowMs, callsBack: callbackUrl !== undefined })
const sender =
  callbackUrl === undefined
    ? undefined
    : new CallbackSender(store, { url: callbackUrl, key, retryMs: callbackRetryMs })
const nextStep = new Alarm(() => {
  bank.takeDueSteps(Date.now())
  simulator.changed()
})
const simulator: Simulator = {
  settings,
  store,
  bank,
  sender,
  behaviours: new BehaviourRegister(),
  changed: () => {
    nextStep.set(store.nextPaymentDue())
    sender?.wake()
  },
}

const traffic = new Traffic()
serve({
  port: settings.port,
  desk: new SignatureDesk(bankSignature, key),
  control: (door, visit) => answerControlRequest(simulator, door, traffic, visit),
  count: () => traffic.count(),
  answer: (visit) => answerBankRequest(simulator, visit),
  opened: () => simulator.changed(),
  stopped: () => {
    nextStep.set(undefined)
    sender?.stop()
    store.close()
  },
})
