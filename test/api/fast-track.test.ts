import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { softwareSender, systemSender, type AnyClaimCommand } from '../../db/commands.ts'
import { readState } from '../../db/reads/state.ts'
import { branches } from '../../db/schema/index.ts'
import { nextAutomatic } from '../../domain/claim/fast-track-steps.ts'
import { softwareId } from '../../domain/claim/software.ts'
import { goodAccount } from '../support/claim-journey.ts'
import { type Browser, type Method, TestApi } from '../support/api.ts'
import { grantSoftware, reportFast } from '../support/fast-claim.ts'
import type { Member } from '../support/world.ts'

let api: TestApi
let members: Readonly<Record<Desk, Member>>
let browsers: Readonly<Record<Desk, Browser>>

type Desk = 'customer' | 'handler' | 'approver' | 'elsewhere' | 'auditor' | 'administrator'

beforeAll(async () => {
  api = await TestApi.create()
  const { world } = api
  await grantSoftware(world)
  await world.member(['handler'])
  const branchId = randomUUID()
  await world.database.insert(branches).values({ id: branchId, code: '0202', name: '分部' })
  members = {
    customer: await world.customer(),
    handler: await world.member(['handler']),
    approver: await world.member(['approver'], { limitMinor: 5_000_000 }),
    elsewhere: await world.member(['approver'], { branchId, limitMinor: 5_000_000 }),
    auditor: await world.member(['auditor'], { branchId: null }),
    administrator: await world.member(['administrator'], { branchId: null }),
  }
  const entries = Object.entries(members).map(async ([desk, one]) => [desk, await api.browser(one)])
  browsers = Object.fromEntries(await Promise.all(entries)) as Record<Desk, Browser>
})

afterAll(() => api.close())

const as = (desk: Desk, method: Method, url: string, body?: object) =>
  api.as(browsers[desk], method, url, body)
const sampling = { sampleBasisPoints: 10_000, reason: 'sampling' }

/** What the worker would do, up to the payment. */
async function settled(): Promise<string> {
  const { world } = api
  const claimId = await reportFast(world, (command) => world.execute(command))
  for (;;) {
    const step = nextAutomatic(await readState(world.database, claimId))
    if (step === null) return claimId
    const sender = step.by === 'software' ? softwareSender : systemSender
    const command = { ...step, claimId, sender, key: randomUUID() } as unknown as AnyClaimCommand
    await world.execute(command)
  }
}

describe('the switch of the fast track', () => {
  it('is open as shipped, with a seed of its own and one claim in twenty drawn', async () => {
    const response = await as('approver', 'GET', '/fast-track')
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({
      open: true,
      sampleBasisPoints: 500,
      reason: 'shipped',
      setBy: null,
    })
  })

  it.each(['approver', 'administrator'] as const)(
    'is turned off and on by the %s, and all of it is kept',
    async (desk) => {
      const off = await as(desk, 'POST', '/fast-track', { open: false, reason: 'incident' })
      expect(off.json()).toMatchObject({ open: false, reason: 'incident', setBy: members[desk].personId })
      const again = await as(desk, 'POST', '/fast-track', { open: false, reason: 'incident' })
      expect(again.json()).toMatchObject({ code: 'alreadyDone' })
      const on = await as(desk, 'POST', '/fast-track', { open: true, reason: 'resumed' })
      const { history } = on.json<{ history: { open: boolean }[] }>()
      expect(history.slice(0, 2).map(({ open }) => open)).toEqual([true, false])
    },
  )

  it.each(['handler', 'auditor', 'customer'] as const)('is not for the %s to turn', async (desk) => {
    expect((await as(desk, 'POST', '/fast-track', { open: false, reason: 'incident' })).statusCode).toBe(403)
  })

  it('sets nothing aside that is shipped', async () => {
    const body = { open: false, reason: 'shipped' }
    expect((await as('approver', 'POST', '/fast-track', body)).statusCode).toBe(400)
  })
})

describe('the limit of the software', () => {
  it('is proposed by one administrator and confirmed by another, like that of a person', async () => {
    const path = `/people/${softwareId}`
    const proposed = await as('administrator', 'POST', `${path}/limits`, {
      line: 'health',
      limitMinor: 5_000_000,
    })
    expect(proposed.statusCode, proposed.body).toBe(201)
    const person = (await as('administrator', 'GET', path)).json()
    expect(person).toMatchObject({ nameMasked: 'Lipei software', accounts: [], roles: [] })
    const { grantId } = proposed.json<{ grantId: string }>()
    const confirmation = `${path}/limits/${grantId}/confirmation`
    expect((await as('administrator', 'POST', confirmation, {})).json()).toMatchObject({ code: 'ownWork' })
  })
})

describe('a report with figures', () => {
  it('keeps what was asked, the consent of the insured, and their account', async () => {
    const { world } = api
    const policyId = await world.policy('accident', members.customer)
    const response = await as('customer', 'POST', '/claims', {
      policyId,
      cause: 'fallOrInjury',
      lossAt: '2023-05-01T10:00:00+08:00',
      injury: true,
      narrative: '下楼时摔伤手腕',
      smallClaim: {
        lines: [{ coverage: 'accidentMedical', item: 'treatment', askedMinor: 300_000 }],
        agreedMinor: 290_000,
        noExclusion: true,
        socialInsuranceSettled: true,
        account: { ...goodAccount, number: '6222020200112233446' },
      },
    })
    expect(response.statusCode, response.body).toBe(201)
    const { claimId } = response.json<{ claimId: string }>()
    const state = await readState(world.database, claimId)
    expect(state.fastTrack).toMatchObject({ standing: 'asked', askedBy: members.customer.personId })
    expect(state.estimatedMinor).toBe(300_000)
    expect(state.parties[0]?.payeeHash).toMatch(/^[0-9a-zA-Z+/=_-]{20,}$/)
  })
})

describe('the audit of the fast track', () => {
  let claimId: string

  beforeAll(async () => {
    await as('administrator', 'POST', '/fast-track', sampling)
    claimId = await settled()
  })

  it('lists what was drawn to supervisors of the branch and auditors, and to nobody else', async () => {
    for (const desk of ['approver', 'auditor'] as const) {
      const { samples } = (await as(desk, 'GET', '/fast-track/samples')).json<{ samples: object[] }>()
      expect(samples).toMatchObject([{ claimId, paidMinor: 290_000, finding: null }])
    }
    expect((await as('elsewhere', 'GET', '/fast-track/samples')).json()).toEqual({ samples: [] })
    expect((await as('handler', 'GET', '/fast-track/samples')).statusCode).toBe(403)
  })

  it('records what a supervisor has found, once', async () => {
    const path = `/claims/${claimId}/fast-track-review`
    const body = { finding: 'paidTooMuch', note: '其中一张发票不属于本次事故。' }
    expect((await as('handler', 'POST', path, body)).statusCode).toBe(403)
    expect((await as('approver', 'POST', path, body)).statusCode).toBe(200)
    expect((await as('approver', 'POST', path, body)).json()).toMatchObject({ code: 'alreadyDone' })
    const { samples } = (await as('auditor', 'GET', '/fast-track/samples')).json<{ samples: object[] }>()
    expect(samples).toMatchObject([
      { claimId, finding: 'paidTooMuch', reviewedBy: members.approver.personId },
    ])
  })

  it('shows staff the rules that passed and who decided', async () => {
    const view = (await as('handler', 'GET', `/claims/${claimId}`)).json<{
      claim: { fastTrack: { check: { lines: { result: string }[] } } }
      people: { personId: string; name: string }[]
    }>()
    expect(view.claim.fastTrack.check.lines.every(({ result }) => result === 'pass')).toBe(true)
    expect(view.people).toContainEqual({ personId: softwareId, name: '闪赔系统 (software)' })
  })
})
