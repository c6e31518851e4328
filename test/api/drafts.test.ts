import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportDrafts } from '../../db/schema/index.ts'
import { refusalOf } from '../support/api.ts'
import { Office } from './claims/office.ts'

let office: Office

beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

interface Draft {
  readonly draftId: string
  readonly version: number
  readonly form: Record<string, unknown>
}

const half = { cause: 'collision', 'reporter.phone': '1380013', narrative: '倒车时撞到邻居' }

async function begin(form: object = half): Promise<Draft> {
  return (await office.as('customer', 'POST', '/drafts', { form })).json<Draft>()
}

describe('a draft', () => {
  it('keeps what was typed, whole or half, and nothing of it lies in the database in clear', async () => {
    const { draftId } = await begin()
    const found = await office.as('customer', 'GET', `/drafts/${draftId}`)
    expect(found.json()).toMatchObject({ version: 1, form: half })
    expect(found.headers['etag']).toBe('"1"')
    const stored = JSON.stringify(await office.api.world.database.select().from(reportDrafts))
    expect(stored).not.toContain('邻居')
  })

  it('is begun once under one key', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const [first, again] = await Promise.all(
      [1, 2].map(() => office.as('customer', 'POST', '/drafts', { form: half }, key)),
    )
    expect(again?.json<Draft>().draftId).toBe(first?.json<Draft>().draftId)
  })

  it('is saved on the version that was read; somebody who read an older one hears the newest', async () => {
    const { draftId } = await begin()
    const save = (form: object, version: number) =>
      office.as('customer', 'PUT', `/drafts/${draftId}`, { form }, { 'if-match': `"${version}"` })
    expect((await save({ cause: 'fire' }, 1)).json()).toMatchObject({ version: 2 })
    expect((await save({ cause: 'flood' }, 1)).json()).toMatchObject({
      status: 412,
      code: 'versionStale',
      version: 2,
    })
    expect((await save({ cause: 'fire' }, 1)).statusCode).toBe(200)
    const blind = await office.as('customer', 'PUT', `/drafts/${draftId}`, { form: {} })
    expect(refusalOf(blind)).toEqual({ status: 400, code: 'versionMissing' })
  })

  it('belongs to one person: for everybody else it does not exist', async () => {
    const { draftId } = await begin()
    for (const method of ['GET', 'PUT'] as const) {
      const payload = method === 'PUT' ? { form: {} } : undefined
      const response = await office.as('stranger', method, `/drafts/${draftId}`, payload, {
        'if-match': '"1"',
      })
      expect(refusalOf(response)).toEqual({ status: 404, code: 'notFound' })
    }
    await office.as('stranger', 'DELETE', `/drafts/${draftId}`)
    const registering = await office.as('stranger', 'POST', '/claims', office.report({ draftId }))
    expect(registering.statusCode).not.toBe(201)
    expect((await office.as('customer', 'GET', `/drafts/${draftId}`)).statusCode).toBe(200)
  })

  it('becomes a claim once, and is open no longer', async () => {
    const { draftId } = await begin()
    const [report, key] = [office.report({ draftId }), { 'idempotency-key': randomUUID() }]
    const first = await office.as('customer', 'POST', '/claims', report, key)
    expect(first.statusCode).toBe(201)
    expect((await office.as('customer', 'POST', '/claims', report, key)).body).toBe(first.body)
    const twice = await office.as('customer', 'POST', '/claims', office.report({ draftId }))
    expect(refusalOf(twice)).toEqual({ status: 409, code: 'alreadyDone' })
    const { drafts } = (await office.as('customer', 'GET', '/drafts')).json<{ drafts: Draft[] }>()
    expect(drafts.map((one) => one.draftId)).not.toContain(draftId)
  })

  it('is thrown away when its owner says so', async () => {
    const { draftId } = await begin()
    expect((await office.as('customer', 'DELETE', `/drafts/${draftId}`)).statusCode).toBe(204)
    expect((await office.as('customer', 'GET', `/drafts/${draftId}`)).statusCode).toBe(404)
  })

  it('takes no nested values and no names that are no fields', async () => {
    for (const form of [{ cause: { deep: true } }, { '__proto__.x': 1 }, { 'a b': 1 }]) {
      const refused = await office.as('customer', 'POST', '/drafts', { form })
      expect(refusalOf(refused)).toEqual({ status: 400, code: 'malformed' })
    }
  })
})
