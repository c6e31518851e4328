import { lines } from '../../domain/policy/terms.ts'
import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimClocks, claimEvents } from '../../db/schema/index.ts'
import type { Member } from '../support/world.ts'
import { Office } from './claims/office.ts'

const day = 86_400_000

let office: Office
let colleague: Member
/** Late by its first call; fresh; waiting for a decision. */
let late: string
let fresh: string
let asked: string

interface Cases {
  readonly cases: readonly {
    readonly claimId: string
    readonly term: string
    readonly line: string
    readonly branchId: string
    readonly contactId: string
    readonly clock: { readonly kind: string } | null
    readonly work: readonly { readonly kind: string; readonly assigneeId: string | null }[]
    readonly why: readonly { readonly code: string }[]
  }[]
  readonly count: number
  readonly next: string | null
}

interface Load {
  readonly people: readonly {
    readonly personId: string
    readonly roles: readonly { readonly role: string }[]
    readonly tasks: number
    readonly holding: number
    readonly late: number
    readonly contact: number
  }[]
}

interface Board {
  readonly open: number
  readonly late: number
  readonly today: number
  readonly byTerm: readonly { readonly stage: string; readonly term: string; readonly count: number }[]
  readonly byAge: readonly { readonly stage: string; readonly age: string; readonly count: number }[]
  readonly lateClocks: readonly { readonly kind: string; readonly count: number }[]
  readonly waiting: readonly {
    readonly stop: string
    readonly level: number | null
    readonly count: number
    readonly amountMinor: number
  }[]
  readonly stageTimes: readonly {
    readonly stage: string
    readonly period: string
    readonly count: number
    readonly p50: number
  }[]
}

const cases = async (query = '') =>
  (await office.as('approver', 'GET', `/board/cases?${query}`)).json<Cases>()
const idsOf = ({ cases: found }: Cases) => found.map(({ claimId }) => claimId)
const load = async () => (await office.as('approver', 'GET', '/board/load')).json<Load>().people

/** A survey that was needed, and left after a day. */
const surveyed = (claimId: string) => {
  const told = { claimId, actorKind: 'system', commandId: randomUUID(), at: Date.now() - day } as const
  const [fromStage, toStage] = ['survey', 'adjustment'] as const
  return [
    { ...told, sequence: 905, type: 'surveyNeedAssessed', data: { required: true } },
    {
      ...told,
      sequence: 906,
      type: 'stageEntered',
      data: { from: fromStage, to: toStage },
      fromStage,
      toStage,
    },
  ]
}

beforeAll(async () => {
  office = await Office.open()
  late = await office.reported()
  fresh = await office.reported()
  await office.anotherPolicy()
  asked = await office.reported()
  await office.toApproval(asked)
  await office.api.world.database
    .update(claimClocks)
    .set({ dueAt: Date.now() - 60_000 })
    .where(and(eq(claimClocks.claimId, late), eq(claimClocks.kind, 'firstContact')))
  colleague = await office.api.world.member(['handler'])
})
afterAll(() => office.close())

describe('the cases of the board', () => {
  it('come by what is due first, with the term and the hands in which they lie', async () => {
    const all = await cases()
    expect(idsOf(all).toSorted()).toEqual([late, fresh, asked].toSorted())
    expect(all.count).toBe(3)
    expect(all.cases[0]).toMatchObject({
      claimId: late,
      term: 'late',
      clock: { kind: 'firstContact' },
      work: [{ kind: 'firstContact', assigneeId: office.members.handler.personId, away: false }],
      why: [{ code: 'firstCall', waitingSince: expect.any(String) as string, level: null, count: null }],
    })
    expect(all.cases.slice(1).map(({ why }) => why)).toEqual([[], []])
    const first = await cases('limit=1')
    expect(first).toMatchObject({ count: 3, next: expect.any(String) as string })
    const second = await cases(`limit=2&cursor=${first.next}`)
    expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(all))
  })

  it('are found by everything that a number may stand for', async () => {
    const { personId } = office.members.handler
    expect(idsOf(await cases('term=late'))).toEqual([late])
    expect(idsOf(await cases('lateClock=firstContact'))).toEqual([late])
    expect(idsOf(await cases('lateClock=determination'))).toEqual([])
    expect(idsOf(await cases('stage=approval'))).toEqual([asked])
    expect((await cases('stage=report&age=day')).count).toBe(2)
    expect((await cases('age=older')).count).toBe(0)
    expect(idsOf(await cases('waiting=approval&level=1'))).toEqual([asked])
    expect((await cases('waiting=approval&level=2')).count).toBe(0)
    expect((await cases('waiting=release')).count).toBe(0)
    expect((await cases(`contactId=${personId}`)).count).toBe(3)
    expect((await cases(`holderId=${personId}&term=late`)).count).toBe(1)
    const [{ line, branchId } = { line: '', branchId: '' }] = (await cases('term=late')).cases
    const other = lines.find((one) => one !== line)
    expect((await cases(`line=${line}&branchId=${branchId}`)).count).toBe(3)
    expect((await cases(`line=${other}`)).count).toBe(0)
    expect((await cases(`branchId=${personId}`)).count).toBe(0)
  })

  it('are those of the reader’s branches, and of nobody without the right', async () => {
    const elsewhere = await office.memberElsewhere(['approver'])
    const theirs = (await office.api.as(elsewhere, 'GET', '/board/cases')).json<Cases>()
    expect(theirs).toMatchObject({ cases: [], count: 0 })
    expect((await office.as('auditor', 'GET', '/board/cases')).json<Cases>().count).toBe(3)
    for (const desk of ['handler', 'finance', 'customer'] as const) {
      expect((await office.as(desk, 'GET', '/board/cases')).statusCode).toBe(403)
      expect((await office.as(desk, 'GET', '/board/load')).statusCode).toBe(403)
    }
  })
})

describe('the board', () => {
  const board = async () => (await office.as('approver', 'GET', '/board')).json<Board>()

  it('has only numbers that are found again as claims', async () => {
    const { open, late: overdue, today, byTerm, byAge, lateClocks, waiting } = await board()
    expect(open).toBe(3)
    expect((await cases('term=late')).count).toBe(overdue)
    expect((await cases('term=today')).count).toBe(today)
    for (const { stage, term, count } of byTerm)
      expect((await cases(`stage=${stage}&term=${term}`)).count).toBe(count)
    for (const { stage, age, count } of byAge)
      expect((await cases(`stage=${stage}&age=${age}`)).count).toBe(count)
    for (const { kind, count } of lateClocks) expect((await cases(`lateClock=${kind}`)).count).toBe(count)
    for (const { stop, level, count } of waiting) {
      const atLevel = level === null ? '' : `&level=${level}`
      expect((await cases(`waiting=${stop}${atLevel}`)).count).toBe(count)
    }
    const sum = (cells: readonly { readonly count: number }[]) =>
      cells.reduce((total, { count }) => total + count, 0)
    expect([sum(byTerm), sum(byAge)]).toEqual([open, open])
    expect(byAge).toContainEqual({ stage: 'report', age: 'day', count: 2 })
    expect(lateClocks).toEqual([{ kind: 'firstContact', count: 1 }])
  })

  it('is narrowed to a line and a branch, its stage times too', async () => {
    const [{ line, branchId } = { line: '', branchId: '' }] = (await cases('limit=1')).cases
    const other = lines.find((one) => one !== line)
    const narrowed = async (query: string) =>
      (await office.as('approver', 'GET', `/board?${query}`)).json<Board>()
    expect(await narrowed(`line=${line}&branchId=${branchId}`)).toEqual(await board())
    for (const nothing of [`line=${other}`, `branchId=${office.members.handler.personId}`]) {
      expect(await narrowed(nothing)).toMatchObject({ open: 0, lateClocks: [], waiting: [], stageTimes: [] })
      const url = `/board/passages?stage=documents&period=current&${nothing}`
      expect((await office.as('approver', 'GET', url)).json<object>()).toMatchObject({ count: 0 })
    }
  })

  it('follows money from the decision over the release to the bank', async () => {
    const one = { level: null, count: 1, amountMinor: 240_000 }
    expect((await board()).waiting).toEqual([{ ...one, stop: 'approval', level: 1 }])
    const ruling = await office.ruling(asked, 'approve')
    await office.done('senior', 'POST', `/claims/${asked}/settlements/S1/decisions`, ruling)
    expect((await board()).waiting).toEqual([{ ...one, stop: 'release' }])
    expect(idsOf(await cases('waiting=release'))).toEqual([asked])
    const hash = (await office.state(asked)).settlements[0]?.hash
    await office.done('finance', 'POST', `/claims/${asked}/settlements/S1/release`, { hash })
    expect((await board()).waiting).toEqual([{ ...one, stop: 'bank' }])
    expect(idsOf(await cases('waiting=bank'))).toEqual([asked])
  })

  it('says how long stages took, and which claims took longest', async () => {
    const moves = [
      ['report', 'documents', 45],
      ['documents', 'acceptance', 35],
      ['acceptance', 'documents', 12],
      ['documents', 'acceptance', 2],
      ['acceptance', 'survey', 2],
    ] as const
    await office.api.world.database.insert(claimEvents).values([
      ...moves.map(([fromStage, toStage, daysAgo], index) => ({
        claimId: fresh,
        sequence: 900 + index,
        type: 'stageEntered',
        data: { from: fromStage, to: toStage },
        fromStage,
        toStage,
        actorKind: 'system',
        commandId: randomUUID(),
        at: Date.now() - daysAgo * day,
      })),
      ...surveyed(fresh),
    ])
    const times = (await board()).stageTimes
    const timeOf = (period: string) => times.find((one) => one.stage === 'documents' && one.period === period)
    expect(timeOf('before')).toMatchObject({ count: 1, p10: 864_000, p50: 864_000, p90: 864_000 })
    // The other claim went through its papers within a minute.
    expect(timeOf('current')?.count).toBe(2)
    expect(Math.round((timeOf('current')?.p50 ?? 0) / 43_200)).toBe(10)
    const url = '/board/passages?stage=documents&period='
    const listed = (await office.as('approver', 'GET', `${url}current`)).json<object>()
    const longest = { claimId: fresh, sequence: 903, seconds: 864_000 }
    expect(listed).toMatchObject({ count: 2, passages: [longest, { claimId: asked }] })
    const before = (await office.as('approver', 'GET', `${url}before`)).json<object>()
    expect(before).toMatchObject({ count: 1, passages: [{ claimId: fresh, sequence: 901 }] })
    // The other claim has passed the survey without one.
    expect(times.find(({ stage }) => stage === 'survey')).toMatchObject({ count: 1, p50: 86_400 })
  })

  it('is empty for another branch, and nothing for other roles', async () => {
    const elsewhere = await office.memberElsewhere(['approver'])
    const theirs = (await office.api.as(elsewhere, 'GET', '/board')).json<Board>()
    expect(theirs).toMatchObject({
      open: 0,
      byTerm: [],
      byAge: [],
      lateClocks: [],
      waiting: [],
      stageTimes: [],
    })
    expect((await office.as('auditor', 'GET', '/board')).json<Board>().open).toBe(3)
    expect((await office.as('handler', 'GET', '/board')).statusCode).toBe(403)
  })
})

describe('the load', () => {
  it('counts what the cases list, person by person, and moves with a claim', async () => {
    for (const { personId, holding, late: overdue, contact } of await load()) {
      expect((await cases(`holderId=${personId}`)).count).toBe(holding)
      expect((await cases(`holderId=${personId}&term=late`)).count).toBe(overdue)
      expect((await cases(`contactId=${personId}`)).count).toBe(contact)
    }
    const before = (await load()).find(({ personId }) => personId === office.members.handler.personId)
    expect(before).toMatchObject({ contact: 3, late: 1 })

    const body = { toPersonId: colleague.personId, note: '原经办人工作量过大' }
    await office.done('approver', 'POST', `/claims/${late}/reassignment`, body)
    const people = await load()
    const of = (member: Member) => people.find(({ personId }) => personId === member.personId)
    expect(of(office.members.handler)).toMatchObject({ contact: 2, late: 0 })
    expect(of(colleague)).toMatchObject({ tasks: 1, holding: 1, late: 1, contact: 1 })
    expect(people[0]?.personId).toBe(colleague.personId)
  })

  it('names nobody who works elsewhere only', async () => {
    const stranger = await office.memberElsewhere(['approver'])
    const theirs = (await office.api.as(stranger, 'GET', '/board/load')).json<Load>().people
    expect(theirs.map(({ roles }) => roles.map(({ role }) => role))).toEqual([['approver']])
  })
})
