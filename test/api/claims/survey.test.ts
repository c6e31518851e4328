import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../support/api.ts'
import { Office } from './office.ts'

let office: Office
let claimId: string

const report = { findings: '前保险杠断裂，大灯破损', conclusion: '与报案一致' }
const signed = { ...report, statements: [{ by: 'driver', text: '倒车时碰撞护栏' }] }

beforeAll(async () => {
  office = await Office.open()
  claimId = await office.reported({ estimatedMinor: 20_000_000, injury: true, doubtful: undefined })
  await office.toAdjustment(claimId)
})
afterAll(() => office.close())

const save = (body: object, headers = {}, of = claimId) =>
  office.as('surveyor', 'PUT', `/claims/${of}/survey/report`, body, headers)

interface View {
  readonly survey: { readonly version: number; readonly hash: string }
}

describe('a survey', () => {
  it('is taken or declined by the surveyor who was asked, and by nobody else', async () => {
    expect((await office.state(claimId)).stage).toBe('survey')
    const other = await office.api.browser(await office.api.world.member(['surveyor']))
    const foreign = await office.api.as(other, 'POST', `/claims/${claimId}/survey/acceptance`, {})
    expect(refusalOf(foreign)).toEqual({ status: 404, code: 'notFound' })
    const taken = await office.done('surveyor', 'POST', `/claims/${claimId}/survey/acceptance`)
    expect(taken.stage).toBe('survey')
    const twice = await office.as('surveyor', 'POST', `/claims/${claimId}/survey/refusal`, {})
    expect(refusalOf(twice)).toEqual({ status: 409, code: 'alreadyDone' })
  })

  it('has a report in versions: who has not seen the newest hears which it is', async () => {
    const first = await save(report)
    expect(first.json()).toMatchObject({ stage: 'survey' })
    expect((await save(signed)).json()).toMatchObject({ status: 412, code: 'versionStale' })
    const key = { 'idempotency-key': randomUUID(), 'if-match': '"1"' }
    const second = await save(signed, key)
    expect(second.statusCode).toBe(200)
    expect((await save(signed, key)).body).toBe(second.body)
    expect((await save(signed, { 'if-match': 'x' })).statusCode).toBe(400)
    expect((await save({ ...signed, approved: true }, { 'if-match': '"2"' })).statusCode).toBe(400)
  })

  it('is submitted complete and as it was last saved', async () => {
    const { survey } = (await office.as('surveyor', 'GET', `/claims/${claimId}`)).json<View>()
    const submit = (reportVersion: number, reportHash: string) =>
      office.as('surveyor', 'POST', `/claims/${claimId}/survey/report/submission`, {
        reportVersion,
        reportHash,
      })
    expect(refusalOf(await submit(1, survey.hash))).toEqual({ status: 412, code: 'contentChanged' })
    expect((await submit(survey.version, survey.hash)).json()).toMatchObject({ stage: 'adjustment' })
    expect(refusalOf(await save(signed, { 'if-match': '"2"' }))).toEqual({ status: 409, code: 'wrongStage' })
  })

  it('can be given to a surveyor by a supervisor', async () => {
    const another = await office.reported({ estimatedMinor: 20_000_000, injury: true })
    await office.toAdjustment(another)
    const { personId } = await office.api.world.member(['surveyor'])
    const given = await office.done('approver', 'POST', `/claims/${another}/survey/assignment`, {
      surveyorId: personId,
    })
    expect(given.stage).toBe('survey')
    const nobody = await office.as('approver', 'POST', `/claims/${another}/survey/assignment`, {
      surveyorId: randomUUID(),
    })
    expect(refusalOf(nobody)).toEqual({ status: 409, code: 'noCandidate' })
  })
})
