/**
 * A carrier of text messages as a process of its own (docs/message-protocol.md): honest by default, with
 * misbehaviours to switch on, and a journal of its own that says what every telephone has received.
 */
import { messageSignature } from '../../messaging/signature.ts'
import { Alarm } from '../bank-simulator/alarm.ts'
import { serve } from '../bank-simulator/serve.ts'
import { SignatureDesk } from '../bank-simulator/visit.ts'
import { BehaviourRegister } from './behaviours.ts'
import { answerControlRequest } from './control-api.ts'
import { answerMessage, type Simulator } from './gateway-api.ts'
import { ReceiptSender } from './receipt-sender.ts'
import { readSettings } from './settings.ts'
import { Store } from './store.ts'

// The simulator is no part of the product and must not need the product's configuration.
// oxlint-disable-next-line node/no-process-env
const settings = readSettings(process.env)
const { callbackUrl, key, receiptRetryMs } = settings

const store = new Store(settings.journalFile)
const sender =
  callbackUrl === undefined
    ? undefined
    : new ReceiptSender(store, { url: callbackUrl, key, retryMs: receiptRetryMs })
const nextDelivery = new Alarm(() => {
  store.takeDueSteps(Date.now())
  simulator.changed()
})
const simulator: Simulator = {
  settings,
  store,
  behaviours: new BehaviourRegister(),
  changed: () => {
    nextDelivery.set(store.nextDue('messages'))
    sender?.wake()
  },
}

serve({
  port: settings.port,
  desk: new SignatureDesk(messageSignature, key),
  control: (door, visit) => answerControlRequest(simulator, door, visit),
  answer: (visit) => answerMessage(simulator, visit),
  opened: () => simulator.changed(),
  stopped: () => {
    nextDelivery.set(undefined)
    sender?.stop()
    store.close()
  },
})
