import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldContext } from '../../../db/encryption/field-cipher.ts'
import { codeNotice } from '../../../db/identity/code-notice.ts'
import { notices } from '../../../db/schema/index.ts'
import { World } from '../../support/world.ts'

let world: World

beforeAll(async () => {
  world = await World.create()
})
afterAll(async () => world.close())

describe('a one-time code', () => {
  const jobs: { queue: string; jobs: readonly object[] }[] = []
  const send = () =>
    codeNotice(world.cipher, async (_tx, queue, added) => void jobs.push({ queue, jobs: added }))

  it('is queued as a notice that shows it to nobody but the sender', async () => {
    const personId = await world.person()
    await world.database.transaction((tx) => send()(tx, { personId, phone: '13900000000', code: '654321' }))
    const [notice, ...others] = await world.database.select().from(notices)
    expect(others).toEqual([])
    expect(notice).toMatchObject({ personId, template: 'oneTimeCode', channel: 'sms', status: 'queued' })
    expect(JSON.stringify(notice)).not.toMatch(/654321|13900000000/)
    const id = notice?.id ?? ''
    const text = world.cipher.decrypt(notice?.textEncrypted ?? '', fieldContext('notice', id, 'text'))
    expect(text).toContain('654321')
    expect(jobs).toEqual([{ queue: 'notices', jobs: [{ noticeId: id }] }])
  })

  it('is not sent when the transaction that stored it fails', async () => {
    const personId = await world.person()
    const before = await world.database.$count(notices)
    const failing = world.database.transaction(async (tx) => {
      await send()(tx, { personId, phone: '13900000000', code: '111111' })
      throw new Error('lost')
    })
    await expect(failing).rejects.toThrow('lost')
    expect(await world.database.$count(notices)).toBe(before)
  })
})
