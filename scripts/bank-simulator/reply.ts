import { setTimeout as sleep } from 'node:timers/promises'
import { bankSignature, type BankKey } from '../../bank/signature.ts'
import type { Behaviour } from './behaviours.ts'
import { sendPlain, sendSigned, type Visit } from './visit.ts'

/**
 * Gives an answer, or what the behaviour makes of it. By now the bank has done its part: whatever happens here
 * happens to the answer only.
 */
export async function reply(
  visit: Visit,
  key: BankKey,
  content: object,
  behaviour: Behaviour | undefined,
): Promise<void> {
  const body = Buffer.from(JSON.stringify(content))
  switch (behaviour?.behaviour) {
    case 'timeoutButPaid':
    case 'timeoutNeverArrived':
    case 'notFoundThenPaid':
      return
    case 'slow':
      await sleep(behaviour.parameters?.delayMs ?? 1000)
      sendSigned(bankSignature, visit, key, body)
      return
    case 'lostReply':
      visit.request.socket.resetAndDestroy()
      return
    case 'unreadableAnswer':
      sendSigned(bankSignature, visit, key, body.subarray(0, body.length / 2))
      return
    case 'badSignatureAnswer':
      sendSigned(bankSignature, visit, { ...key, secret: Buffer.alloc(32) }, body)
      return
    case 'answerForOtherReference':
      sendSigned(bankSignature, visit, key, Buffer.from(JSON.stringify({ ...content, ref: 'SOMEBODYELSES' })))
      return
    case 'serverError':
      sendPlain(visit.response, behaviour.parameters?.status ?? 500, { error: 'serverError' })
      return
    case undefined:
    case 'duplicateCallback':
    case 'contradiction':
    case 'returnedLater':
    case 'paysTwice':
    case 'callbackBeforeReply':
    case 'badSignatureCallback':
      sendSigned(bankSignature, visit, key, body)
  }
}
