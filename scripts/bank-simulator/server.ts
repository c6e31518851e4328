/**
 * A small bank as a process of its own (docs/bank-protocol.md): honest by default, with misbehaviours to
 * switch on, and a journal of its own that says what was really paid.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { bankSignature } from '../../bank/signature.ts'
import { Alarm } from './alarm.ts'
import { answerBankRequest, type Simulator } from './bank-api.ts'
import { Bank } from './bank.ts'
import { BehaviourRegister } from './behaviours.ts'
import { CallbackSender } from './callback-sender.ts'
import { answerControlRequest } from './control-api.ts'
import { FrontDoor } from './front-door.ts'
import { readSettings } from './settings.ts'
import { Store } from './store.ts'
import { Traffic } from './traffic.ts'
import { receive, sendPlain, SignatureDesk } from './visit.ts'

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

const desk = new SignatureDesk(bankSignature, key)
const traffic = new Traffic()
const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    response.destroy()
  })
})
const door = new FrontDoor(server)

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const visit = await receive(request, response)
  if (visit === undefined) {
    sendPlain(response, 413, { error: 'tooLong' })
    return
  }
  if (visit.url.pathname.startsWith('/control/')) {
    answerControlRequest(simulator, door, traffic, visit)
    return
  }
  traffic.count()
  if (door.answers503) {
    sendPlain(response, 503, { error: 'down' })
    return
  }
  const fault = desk.fault(visit)
  if (fault === undefined) await answerBankRequest(simulator, visit)
  else sendPlain(response, 401, { error: fault })
}

server.listen(settings.port, '127.0.0.1')
server.once('listening', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The simulator listens on no port')
  process.stdout.write(`ready http://127.0.0.1:${address.port}\n`)
  simulator.changed()
})

function stop(): void {
  nextStep.set(undefined)
  sender?.stop()
  door.close()
  store.close()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
