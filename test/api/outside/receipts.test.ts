import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditEntries, claims, notices as noticeTable } from '../../../db/schema/index.ts'
import { sendNotice } from '../../../jobs/notices.ts'
import type { MessageReceipt } from '../../../messaging/protocol.ts'
import { messageSignature } from '../../../messaging/signature.ts'
import { newNonce, type SharedKey } from '../../../signed-http/signature.ts'
import { eventually } from '../../activities/bank/run-simulator.ts'
import { NoticeWorld } from '../../jobs/notice-world.ts'
import { RunningGateway } from '../../messaging/run-gateway.ts'
import { type OutsideApp, outsideApp } from './outside-app.ts'

const path = '/message-gateway/receipts'
const key: SharedKey = { id: 'lipei', secret: Buffer.alloc(32, 5) }
let notices: NoticeWorld
let api: OutsideApp

beforeAll(async () => {
  notices = await NoticeWorld.create()
  api = await outsideApp(notices.world, { messageKeys: [key] })
})

afterAll(async () => {
  await api.app.close()
  await notices.close()
})

const receiptFor = (id: string, changes: Partial<MessageReceipt> = {}): MessageReceipt => ({
  receiptId: randomUUID(),
  id,
  status: 'delivered',
  at: Date.now(),
  ...changes,
})

async function tell(receipt: object, signer = key, sentBody = JSON.stringify(receipt)) {
  const body = Buffer.from(JSON.stringify(receipt))
  const subject = { direction: 'callback', method: 'POST', path } as const
  const headers = messageSignature.sign(signer, subject, body, { timestamp: Date.now(), nonce: newNonce() })
  const response = await api.app.inject({
    method: 'POST',
    url: path,
    headers: { ...headers, 'content-type': 'application/json' },
    payload: sentBody,
  })
  return response.statusCode
}

async function stateOf(claimId: string) {
  const [row] = await notices.world.database.select().from(claims).where(eq(claims.id, claimId))
  if (row === undefined) throw new Error(`There is no claim ${claimId}.`)
  return row.state
}

const deliveriesRecorded = (claimId: string) =>
  notices.world.database
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.chain, claimId), eq(auditEntries.action, 'recordNoticeDelivery')))

describe('a receipt', () => {
  it('of the list of documents ends the clock of that duty (Compulsory Motor Regulation, article 28)', async () => {
    const { claimId, noticeId } = await notices.report()
    expect((await stateOf(claimId)).clocks['documentsNotice']?.clock.doneAt).toBeNull()
    expect(await tell(receiptFor(noticeId))).toBe(204)
    expect((await stateOf(claimId)).clocks['documentsNotice']?.clock.doneAt).not.toBeNull()
    expect((await notices.notice(noticeId)).status).toBe('delivered')
  })

  it('counts once, with its first instant, however often and with whatever instant it comes', async () => {
    const { claimId, noticeId } = await notices.report()
    const first = Date.now()
    expect(await tell(receiptFor(noticeId, { at: first }))).toBe(204)
    const later = Array.from({ length: 8 }, (_, index) => tell(receiptFor(noticeId, { at: first + index })))
    expect(new Set(await Promise.all(later))).toEqual(new Set([204]))
    expect((await notices.notice(noticeId)).deliveredAt).toBe(first)
    expect(await deliveriesRecorded(claimId)).toHaveLength(1)
    expect(await tell(receiptFor(noticeId, { status: 'undeliverable' }))).toBe(204)
    expect((await notices.notice(noticeId)).status).toBe('delivered')
  })

  it('lies neither in the future nor before the notice was written, whatever the carrier’s clock says', async () => {
    const [early, late] = [await notices.report(), await notices.report()]
    const day = 86_400_000
    expect(await tell(receiptFor(early.noticeId, { at: Date.now() - day }))).toBe(204)
    expect(await tell(receiptFor(late.noticeId, { at: Date.now() + day }))).toBe(204)
    const first = await notices.notice(early.noticeId)
    expect(first.deliveredAt).toBe(first.queuedAt)
    expect((await notices.notice(late.noticeId)).deliveredAt ?? 0).toBeLessThanOrEqual(Date.now() + 1000)
  })

  it('of the one-time notice stops the term of determination at the instant of delivery (Interpretation II, article 15)', async () => {
    const { claimId } = await notices.report()
    const { customer, handler, world } = notices
    const issue = (type: string, sender: object, body: object, more: object = {}) =>
      world.execute({ type, claimId, sender, key: randomUUID(), body, ...more } as never)
    await issue('recordFirstContact', handler, { reached: true })
    const [wanted] = (await stateOf(claimId)).checklist
    const document = { mediaType: 'image/jpeg', size: 1000, name: 'a.jpg', channel: 'upload' }
    const received = { item: wanted?.item, documentId: randomUUID(), contentHash: 'a'.repeat(64) }
    await issue('receiveDocument', customer, received, { document })
    await issue('issueNotice', handler, { items: [], newReason: false })
    const [notice] = await world.database
      .select()
      .from(noticeTable)
      .where(and(eq(noticeTable.claimId, claimId), eq(noticeTable.template, 'supplement')))
    expect((await stateOf(claimId)).clocks['determination']?.clock.pausedAt).toBeNull()
    await new Promise((resume) => setTimeout(resume, 30))
    const at = Date.now() - 10
    expect(await tell(receiptFor(notice?.id ?? '', { at }))).toBe(204)
    expect((await stateOf(claimId)).clocks['determination']?.clock.pausedAt).toBe(at)
    expect(await tell(receiptFor(notice?.id ?? '', { at: at + 5 }))).toBe(204)
    expect((await stateOf(claimId)).clocks['determination']?.clock.pausedAt).toBe(at)
  })

  it('that is not genuine is refused, and changes nothing', async () => {
    const { noticeId } = await notices.report()
    const receipt = receiptFor(noticeId)
    expect(await tell(receipt, { ...key, secret: Buffer.alloc(32) })).toBe(401)
    expect(await tell(receipt, key, JSON.stringify({ ...receipt, at: 1 }))).toBe(401)
    expect(await tell({ hello: true })).toBe(400)
    expect((await notices.notice(noticeId)).status).toBe('queued')
  })

  it('for a notice that nobody knows is answered, so that it does not come for ever', async () => {
    expect(await tell(receiptFor(randomUUID()))).toBe(204)
  })

  it('that it could not be delivered shows as a failure, and a delivery after all ends that', async () => {
    const { noticeId } = await notices.report()
    await tell(receiptFor(noticeId, { status: 'undeliverable' }))
    expect(await notices.notice(noticeId)).toMatchObject({ status: 'failed', failure: 'undeliverable' })
    await tell(receiptFor(noticeId))
    expect(await notices.notice(noticeId)).toMatchObject({
      status: 'delivered',
      failure: null,
      failedAt: null,
    })
  })

  it('for a member of staff says nothing to the claim', async () => {
    const parameters = { caseNumber: 'LP1', task: 'survey', dueAt: Date.now() }
    const id = await notices.toStaff(notices.handler.personId, 'delay', parameters)
    expect(await tell(receiptFor(id))).toBe(204)
    expect((await notices.notice(id)).status).toBe('delivered')
  })
})

describe('the way of a notice', () => {
  it('leads to the telephone and back by itself, also while the API is away for a moment', async () => {
    const probe = await outsideApp(notices.world, {})
    const address = await probe.app.listen({ host: '127.0.0.1', port: 0 })
    await probe.app.close()
    const carrier = await new RunningGateway({ callbackUrl: `${address}${path}`, deliverAfterMs: 10 }).start()
    const { claimId, noticeId } = await notices.report()
    const { database, cipher } = notices.world
    await sendNotice(
      { database, cipher, gateway: carrier.gateway(), later: async () => undefined },
      { noticeId },
    )
    await eventually(
      () => carrier.receipts(noticeId),
      ([receipt]) => (receipt?.attempts ?? 0) >= 2,
    )
    const listening = await outsideApp(notices.world, { messageKeys: [carrier.key] })
    await listening.app.listen({ host: '127.0.0.1', port: Number(new URL(address).port) })
    await eventually(
      () => notices.notice(noticeId),
      ({ status }) => status === 'delivered',
    )
    const message = await carrier.message(noticeId)
    expect((await notices.notice(noticeId)).deliveredAt).toBe(message?.deliveredAt)
    // The notice is marked first, the claim hears of it next.
    await expect.poll(() => deliveriesRecorded(claimId)).toHaveLength(1)
    await listening.app.close()
    await carrier.stop()
  })
})
