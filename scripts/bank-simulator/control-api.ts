/** The simulator's switches and its truth. Unsigned, and reachable from this machine only. */
import { randomUUID } from 'node:crypto'
import { isPaymentReport, readJson } from '../../bank/protocol.ts'
import type { Simulator } from './bank-api.ts'
import { isBehaviour, isOutage } from './behaviours.ts'
import type { FrontDoor } from './front-door.ts'
import type { Traffic } from './traffic.ts'
import { sendPlain, type Visit } from './visit.ts'

export function answerControlRequest(
  simulator: Simulator,
  door: FrontDoor,
  traffic: Traffic,
  visit: Visit,
): void {
  const { behaviours, store } = simulator
  const ref = visit.url.searchParams.get('ref') ?? undefined
  switch (`${visit.method} ${visit.url.pathname}`) {
    case 'POST /control/behaviours':
      switchOn(simulator, door, visit)
      return
    case 'GET /control/behaviours':
      sendPlain(visit.response, 200, { behaviours: behaviours.list() })
      return
    case 'DELETE /control/behaviours':
      behaviours.clear()
      door.reopen()
      sendPlain(visit.response, 200, { behaviours: behaviours.list() })
      return
    case 'GET /control/journal':
      sendPlain(visit.response, 200, { rows: store.journal(ref) })
      return
    case 'GET /control/callbacks':
      sendPlain(visit.response, 200, { callbacks: ref === undefined ? [] : store.callbacksOf(ref) })
      return
    case 'POST /control/callbacks':
      callBack(simulator, visit)
      return
    case 'GET /control/traffic':
      sendPlain(visit.response, 200, traffic.summary())
      return
    case 'DELETE /control/traffic':
      traffic.restart()
      sendPlain(visit.response, 200, traffic.summary())
      return
    default:
      sendPlain(visit.response, 404, { error: 'notFound' })
  }
}

function switchOn({ behaviours }: Simulator, door: FrontDoor, visit: Visit): void {
  const wanted = readJson(visit.body)
  if (isBehaviour(wanted)) {
    behaviours.add(wanted)
    sendPlain(visit.response, 201, wanted)
  } else if (isOutage(wanted)) {
    // The door shuts behind the caller, or they would not learn that it does.
    visit.response.once('finish', () => {
      door.shut(wanted)
    })
    sendPlain(visit.response, 201, wanted)
  } else {
    sendPlain(visit.response, 400, { error: 'malformed' })
  }
}

/** A well-signed callback about whatever is wished, such as a payment that nobody has ordered. */
function callBack({ changed, store }: Simulator, visit: Visit): void {
  const report = readJson(visit.body)
  if (!isPaymentReport(report)) {
    sendPlain(visit.response, 400, { error: 'malformed' })
    return
  }
  const messageId = randomUUID()
  store.addCallback({
    messageId,
    ref: report.ref,
    body: JSON.stringify({ messageId, ...report }),
    copies: 1,
    fault: null,
    mostAttempts: null,
    dueAt: Date.now(),
  })
  changed()
  sendPlain(visit.response, 201, { messageId })
}
