import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendNotice, type NoticeDependencies, type NoticeJob } from '../../jobs/notices.ts'
import type { MessageGateway } from '../../messaging/gateway.ts'
import { openNoticeText } from '../../db/notices/notice-text.ts'
import { RunningGateway } from '../messaging/run-gateway.ts'
import { NoticeWorld } from './notice-world.ts'

let notices: NoticeWorld
let carrier: RunningGateway
let later: { job: NoticeJob; seconds: number }[]

beforeAll(async () => {
  ;[notices, carrier] = await Promise.all([NoticeWorld.create(), new RunningGateway().start()])
})

afterAll(async () => {
  await notices.close()
  await carrier.stop()
})

beforeEach(async () => {
  later = []
  await carrier.behaveWell()
})

function dependencies(gateway: MessageGateway = carrier.gateway()): NoticeDependencies {
  const { database, cipher } = notices.world
  return { database, cipher, gateway, later: async (job, seconds) => void later.push({ job, seconds }) }
}

const send = (noticeId: string, gateway?: MessageGateway) => sendNotice(dependencies(gateway), { noticeId })

/** Hands the message in and dies before anybody hears of it. */
const dyingAfterSending: MessageGateway = {
  send: async (message) => {
    await carrier.gateway().send(message)
    throw new Error('killed')
  },
}

describe('a notice', () => {
  it('goes to the party of its claim in both languages, and what was sent is kept encrypted', async () => {
    const { noticeId, phone } = await notices.report()
    await send(noticeId)
    const [message] = await carrier.messages(phone)
    expect(message).toMatchObject({ id: noticeId, template: 'acknowledgement' })
    expect(message?.text).toMatch(/^【Lipei 理赔】您的报案已受理，案件号 LP/)
    expect(message?.text).toMatch(/\n\[Lipei\] We have your report, case LP/)
    const row = await notices.notice(noticeId)
    expect(row).toMatchObject({
      status: 'sent',
      tries: 1,
      gatewayReference: message?.reference,
      failure: null,
    })
    expect(row.sentAt).not.toBeNull()
    expect(row.textEncrypted).not.toContain('案件号')
    expect(openNoticeText(notices.world.cipher, noticeId, row.textEncrypted ?? '')).toBe(message?.text)
  })

  it('reaches the telephone once when its job runs twice, and when it runs ten times at once', async () => {
    const { noticeId, phone } = await notices.report()
    await send(noticeId)
    await send(noticeId)
    expect(await carrier.messages(phone)).toMatchObject([{ submissions: 1 }])
    const another = await notices.report()
    await Promise.all(Array.from({ length: 10 }, () => send(another.noticeId)))
    expect(await carrier.messages(another.phone)).toHaveLength(1)
    expect((await notices.notice(another.noticeId)).status).toBe('sent')
  })

  it('whose job died between sending and recording is recorded by the next try and arrives once', async () => {
    const { noticeId, phone } = await notices.report()
    await expect(send(noticeId, dyingAfterSending)).rejects.toThrow('killed')
    expect((await notices.notice(noticeId)).status).toBe('queued')
    await send(noticeId)
    expect(await carrier.messages(phone)).toMatchObject([{ submissions: 2 }])
    expect(await notices.notice(noticeId)).toMatchObject({ status: 'sent', tries: 2 })
  })

  it('whose answer was lost waits, and is taken for the same message when it is sent again', async () => {
    const { noticeId, phone } = await notices.report()
    await carrier.behave({ behaviour: 'lostReply', match: { to: phone, next: 1 } })
    await send(noticeId)
    expect(later).toMatchObject([{ job: { noticeId } }])
    await send(noticeId)
    expect(await carrier.messages(phone)).toHaveLength(1)
    expect((await notices.notice(noticeId)).status).toBe('sent')
  })

  it('waits longer each time for a gateway that is down, up to a minute, and fails after a day', async () => {
    const { noticeId, phone } = await notices.report()
    await carrier.behave({ behaviour: 'down', parameters: { forMs: 60_000 } })
    for (let tries = 0; tries < 9; tries += 1) await send(noticeId)
    const pauses = later.map(({ seconds }) => seconds)
    expect(pauses).toHaveLength(9)
    expect(pauses[0]).toBe(1)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(60)
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(30)
    expect(await notices.notice(noticeId)).toMatchObject({ status: 'queued', tries: 9 })
    await notices.age(noticeId, 25 * 3_600_000)
    await send(noticeId)
    expect(await notices.notice(noticeId)).toMatchObject({ status: 'failed', failure: 'gatewayUnreachable' })
    await carrier.behaveWell()
    expect(await carrier.messages(phone)).toEqual([])
  })

  it('fails at once when the carrier refuses the number, or when nobody knows one', async () => {
    const refused = await notices.report('19900012345')
    await send(refused.noticeId)
    expect(await notices.notice(refused.noticeId)).toMatchObject({
      status: 'failed',
      failure: 'numberInvalid',
    })
    const unknown = await notices.report(null)
    await send(unknown.noticeId)
    expect(await notices.notice(unknown.noticeId)).toMatchObject({ status: 'failed', failure: 'noPhone' })
    expect(later).toEqual([])
  })

  it('to a member of staff goes to the work telephone', async () => {
    const { personId } = notices.handler
    const parameters = { caseNumber: 'LP1', task: 'survey', dueAt: Date.UTC(2026, 10, 24, 10) }
    const id = await notices.toStaff(personId, 'delay', parameters)
    await send(id)
    const message = await carrier.message(id)
    expect(message).toMatchObject({ phone: '02000000000' })
    expect(message?.text).toContain('「查勘」应于11月24日 周二 18:00 前完成')
  })

  it('that is not ours is nobody’s failure', async () => {
    await expect(send('00000000-0000-4000-8000-00000000dead')).resolves.toBeUndefined()
  })
})

describe('a one-time code', () => {
  it('goes as it was written to the number that asked for it', async () => {
    const id = await notices.code('13900000001', '424242')
    await send(id)
    const [message] = await carrier.messages('13900000001')
    expect(message?.text).toMatch(/^【理赔】验证码424242，5分钟内有效/)
    const row = await notices.notice(id)
    expect(JSON.stringify(row)).not.toContain('424242')
    expect(JSON.stringify(row)).not.toContain('13900000001')
  })

  it('is never handed in twice, whatever becomes of the first try', async () => {
    const killed = await notices.code('13900000002', '111111')
    await expect(send(killed, dyingAfterSending)).rejects.toThrow('killed')
    await send(killed)
    expect(await carrier.messages('13900000002')).toMatchObject([{ submissions: 1 }])
    expect(await notices.notice(killed)).toMatchObject({ status: 'failed', failure: 'interrupted', tries: 1 })

    const lost = await notices.code('13900000003', '222222')
    await carrier.behave({ behaviour: 'lostReply', match: { to: '13900000003' } })
    await send(lost)
    await send(lost)
    expect(await carrier.messages('13900000003')).toMatchObject([{ submissions: 1 }])
    expect(later).toEqual([])

    const raced = await notices.code('13900000004', '333333')
    await Promise.all(Array.from({ length: 10 }, () => send(raced)))
    expect(await carrier.messages('13900000004')).toMatchObject([{ submissions: 1 }])
    expect(await notices.notice(raced)).toMatchObject({ status: 'sent', failure: null, tries: 1 })
  })

  it('that has expired while it waited is not sent any more', async () => {
    const id = await notices.code('13900000005', '444444')
    await notices.age(id, 5 * 60_000 + 1000)
    await send(id)
    expect(await notices.notice(id)).toMatchObject({ status: 'failed', failure: 'expired' })
    expect(await carrier.messages('13900000005')).toEqual([])
  })
})
