/** The simulator's switches and what the telephones have received. Unsigned, and reachable from this machine only. */
import { readJson } from '../../signed-http/read-json.ts'
import type { FrontDoor } from '../bank-simulator/front-door.ts'
import { sendPlain, type Visit } from '../bank-simulator/visit.ts'
import { isBehaviour, isOutage } from './behaviours.ts'
import type { Simulator } from './gateway-api.ts'

const mostMessages = 500

export function answerControlRequest({ behaviours, store }: Simulator, door: FrontDoor, visit: Visit): void {
  const query = visit.url.searchParams
  switch (`${visit.method} ${visit.url.pathname}`) {
    case 'GET /control/messages': {
      const since = query.get('since')
      if (since !== null) {
        sendPlain(visit.response, 200, { messages: store.messagesSince(Number(since)) })
        return
      }
      const limit = Math.min(Number(query.get('limit') ?? mostMessages) || mostMessages, mostMessages)
      sendPlain(visit.response, 200, { messages: store.messages(query.get('phone') ?? undefined, limit) })
      return
    }
    case 'GET /control/receipts':
      sendPlain(visit.response, 200, { receipts: store.receiptsOf(query.get('id') ?? '') })
      return
    case 'GET /control/behaviours':
      sendPlain(visit.response, 200, { behaviours: behaviours.list() })
      return
    case 'DELETE /control/behaviours':
      behaviours.clear()
      door.reopen()
      sendPlain(visit.response, 200, { behaviours: behaviours.list() })
      return
    case 'POST /control/behaviours': {
      const wanted = readJson(visit.body)
      if (isBehaviour(wanted)) behaviours.add(wanted)
      // The door shuts behind the caller, or they would not learn that it does.
      else if (isOutage(wanted)) visit.response.once('finish', () => door.shut(wanted))
      else {
        sendPlain(visit.response, 400, { error: 'malformed' })
        return
      }
      sendPlain(visit.response, 201, wanted)
      return
    }
    default:
      sendPlain(visit.response, 404, { error: 'notFound' })
  }
}
