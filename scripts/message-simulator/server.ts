/**
 * A carrier of text messages as a process of its own (docs/message-protocol.md): honest by default, with
 * misbehaviours to switch on, and a journal of its own that says what every telephone has received.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { messageSignature } from '../../messaging/signature.ts'
import { Alarm } from '../bank-simulator/alarm.ts'
import { FrontDoor } from '../bank-simulator/front-door.ts'
import { receive, sendPlain, SignatureDesk } from '../bank-simulator/visit.ts'
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

const desk = new SignatureDesk(messageSignature, key)
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
    answerControlRequest(simulator, door, visit)
    return
  }
  if (door.answers503) {
    sendPlain(response, 503, { error: 'down' })
    return
  }
  const fault = desk.fault(visit)
  if (fault === undefined) await answerMessage(simulator, visit)
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
  nextDelivery.set(undefined)
  sender?.stop()
  door.close()
  store.close()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
