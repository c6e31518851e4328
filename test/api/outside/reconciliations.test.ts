import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeInStatement } from '../../../db/statements/take-in.ts'
import { fen } from '../../../domain/money.ts'
import { startOfDay } from '../../../domain/time/civil-date.ts'
import { type Member, World } from '../../support/world.ts'
import { type OutsideApp, outsideApp } from './outside-app.ts'

let world: World
let api: OutsideApp
let finance: Member

beforeAll(async () => {
  world = await World.create()
  api = await outsideApp(world, {})
  finance = await world.member(['finance'])
})

afterAll(async () => {
  await api.app.close()
  await world.close()
})

const ordered = async () => {
  const { rows } = await world.database.execute(sql`select data from pgboss.job where name = 'statements'`)
  return rows
}

describe('the close of a day', () => {
  it('is ordered once under one key, as a job', async () => {
    const key = 'reconcile-1'
    const first = await api.as(finance, 'POST', '/reconciliations', { day: '2026-01-05' }, key)
    const again = await api.as(finance, 'POST', '/reconciliations', { day: '2026-01-05' }, key)
    expect([first.statusCode, again.statusCode]).toEqual([202, 202])
    expect(await ordered()).toEqual([{ data: { day: '2026-01-05' } }])
  })

  it('cannot be ordered for a day that does not exist or has not come', async () => {
    for (const day of ['2026-02-30', '2999-01-01', 'yesterday']) {
      const response = await api.as(finance, 'POST', '/reconciliations', { day })
      expect(response.statusCode).toBe(400)
    }
    expect((await api.as(finance, 'GET', '/reconciliations?day=2026-02-30')).statusCode).toBe(400)
  })

  it('is shown line by line, with whom and by when', async () => {
    const day = '2026-01-06'
    const line = {
      lineId: 'LINE77',
      ref: 'NOBODYS',
      kind: 'executed',
      amountMinor: fen(500),
      at: startOfDay(day),
    } as const
    await takeInStatement(world.database, { day, final: true, contentHash: 'x', lines: [line] })
    const response = await api.as(finance, 'GET', `/reconciliations?day=${day}`)
    expect(response.json()).toEqual({
      day,
      statement: 'received',
      lines: [
        {
          lineId: 'LINE77',
          kind: 'executed',
          ref: 'NOBODYS',
          amountMinor: 500,
          at: `${day}T00:00:00.000+08:00`,
          finding: 'unknownReference',
          ownerRole: 'finance',
          dueAt: expect.stringMatching(/^\d{4}-.*\+08:00$/) as string,
          intentId: null,
          claimId: null,
        },
      ],
      quarantined: [],
    })
  })

  it('is for finance alone', async () => {
    const approver = await world.member(['approver'])
    expect((await api.as(approver, 'GET', '/reconciliations?day=2026-01-06')).statusCode).toBe(403)
    expect((await api.as(approver, 'POST', '/reconciliations', { day: '2026-01-06' })).statusCode).toBe(403)
  })
})
