/** The endpoint of docs/message-protocol.md, with the misbehaviours that are switched on. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../domain/time/instant.ts'
import { isMessage, type MessageAnswer } from '../../messaging/protocol.ts'
import { messageSignature } from '../../messaging/signature.ts'
import { readJson } from '../../signed-http/read-json.ts'
import { sendPlain, sendSigned, type Visit } from '../bank-simulator/visit.ts'
import type { Behaviour, BehaviourRegister } from './behaviours.ts'
import type { GatewaySettings } from './settings.ts'
import type { Fate, Store } from './store.ts'

export interface Simulator {
  readonly settings: GatewaySettings
  readonly store: Store
  readonly behaviours: BehaviourRegister
  /** Arms the timers anew after a change of the store. */
  readonly changed: () => void
}

/** Numbers that no telephone has, told by how they begin. */
const unassigned = '199000'

export async function answerMessage(simulator: Simulator, visit: Visit): Promise<void> {
  if (visit.method !== 'POST' || visit.url.pathname !== '/v1/messages') {
    sendPlain(visit.response, 404, { error: 'notFound' })
    return
  }
  const message = readJson(visit.body)
  if (!isMessage(message)) {
    sendPlain(visit.response, 400, { error: 'malformed' })
    return
  }
  const { behaviours, settings, store } = simulator
  const now = Date.now()
  const answer = (content: MessageAnswer) =>
    sendSigned(messageSignature, visit, settings.key, Buffer.from(JSON.stringify(content)))
  if (message.to.startsWith(unassigned)) {
    answer({ id: message.id, status: 'rejected', reason: 'numberInvalid', at: now })
    return
  }
  const behaviour = behaviours.take(message)
  const row = store.accept(message, fateOf(behaviour, settings, now), now)
  simulator.changed()
  if (behaviour?.behaviour === 'slow') await sleep(behaviour.parameters?.delayMs ?? 1000)
  if (behaviour?.behaviour === 'lostReply') {
    visit.request.socket.resetAndDestroy()
    return
  }
  answer({ id: row.id, status: 'accepted', reference: row.reference, at: row.acceptedAt })
}

function fateOf(behaviour: Behaviour | undefined, { deliverAfterMs }: GatewaySettings, now: Instant): Fate {
  const honest: Fate = { outcome: 'delivered', dueAt: now + deliverAfterMs, receiptCopies: 1 }
  switch (behaviour?.behaviour) {
    case 'neverDelivered':
      return { ...honest, dueAt: null }
    case 'undeliverable':
      return { ...honest, outcome: 'undeliverable' }
    case 'duplicateReceipt':
      return { ...honest, receiptCopies: behaviour.parameters?.copies ?? 2 }
    case 'deliveredLater':
      return { ...honest, dueAt: now + (behaviour.parameters?.afterMs ?? 5000) }
    case undefined:
    case 'slow':
    case 'lostReply':
      return honest
  }
}
