import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimEvents, notices, tasks } from '../../db/schema/index.ts'
import { DomainError } from '../../domain/errors.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { RunningClaims } from '../support/running-claims.ts'
import { shortLadder, shortTerms } from '../support/short-terms.ts'
import type { Member } from '../support/world.ts'

let running: RunningClaims
let journey: ClaimJourney
let surveyors: Member[]

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
  const { world } = running
  surveyors = [journey.surveyor, await world.member(['surveyor']), await world.member(['surveyor'])]
})

afterAll(() => running.close())

async function noticed(claimId: string): Promise<readonly string[]> {
  const rows = await running.world.database
    .select({ template: notices.template })
    .from(notices)
    .where(eq(notices.claimId, claimId))
  return rows.map(({ template }) => template)
}

async function openTasks(claimId: string) {
  return running.world.database
    .select()
    .from(tasks)
    .where(and(eq(tasks.claimId, claimId), isNull(tasks.closedAt)))
}

function asked(personId: string | undefined): Member {
  const surveyor = surveyors.find((one) => one.personId === personId)
  if (surveyor === undefined) throw new Error('Nobody was asked.')
  return surveyor
}

async function inSurvey(): Promise<string> {
  const claimId = await journey.report(1_000_000)
  await journey.toAcceptance(claimId)
  await journey.accept(claimId)
  await running.until(claimId, ({ survey }) => survey.offers.length > 0)
  return claimId
}

describe('a survey', () => {
  it('goes from one surveyor who is silent to the next, and to a supervisor when all have been asked', async () => {
    await shortTerms(running.world, { surveyorAnswer: 250 })
    const claimId = await inSurvey()
    const { survey } = await running.until(claimId, (state) => state.survey.exhausted)
    expect(survey.offers.map(({ answer }) => answer)).toEqual(['expired', 'expired', 'expired'])
    expect(new Set(survey.offers.map(({ surveyorId }) => surveyorId)).size).toBe(3)
    expect((await openTasks(claimId)).map(({ kind, role }) => [kind, role])).toEqual([
      ['dispatchSurvey', 'approver'],
    ])
    const [first] = survey.offers
    await expect(running.by(asked(first?.surveyorId), claimId, 'acceptSurvey', {})).rejects.toMatchObject({
      code: 'offerExpired',
    })
  })

  it('goes at once to the next one when a surveyor declines, and stays with the one who accepts', async () => {
    await shortTerms(running.world, { surveyorAnswer: 60_000 })
    const claimId = await inSurvey()
    const before = await running.state(claimId)
    await running.by(asked(before.survey.offers[0]?.surveyorId), claimId, 'declineSurvey', {})
    const { survey } = await running.until(claimId, (state) => state.survey.offers.length === 2)
    const second = asked(survey.offers[1]?.surveyorId)
    await running.by(second, claimId, 'acceptSurvey', {})
    const state = await running.state(claimId)
    expect(state.survey).toMatchObject({ surveyorId: second.personId, exhausted: false })
    expect(state.tasks.map(({ kind, assigneeId }) => [kind, assigneeId])).toEqual([
      ['survey', second.personId],
    ])
  })
})

describe('the first contact', () => {
  it('passes from a contact who does not call to the next, of which the customer is told', async () => {
    await shortTerms(running.world, { firstContact: 300 })
    const claimId = await journey.report()
    const state = await running.until(claimId, ({ contactsTried }) => contactsTried.length === 2)
    expect(state.stage).toBe('report')
    expect(new Set(state.contactsTried)).toEqual(
      new Set([journey.handler.personId, journey.secondHandler.personId]),
    )
    expect(await noticed(claimId)).toContain('contactChanged')
    const first = (await openTasks(claimId)).find(({ kind }) => kind === 'firstContact')
    expect(first?.assigneeId).toBe(state.contactId)
    const nobodyLeft = await running.until(claimId, ({ callBy }) => callBy === null)
    expect(nobodyLeft.tasks.some(({ kind, role }) => kind === 'informed' && role === 'approver')).toBe(true)
  })
})

describe('a term that ends', () => {
  it('climbs its ladder step by step: reminded, urgent, reported, given to another, and never past its stage', async () => {
    await shortTerms(running.world, { firstContact: 60_000, acceptanceDecision: 200 })
    await shortLadder(running.world, 'acceptanceDecision', [
      ['remind', 100],
      ['raisePriority', 200],
      ['informSupervisor', 300],
      ['reassign', 400],
    ])
    const claimId = await journey.report()
    await journey.toAcceptance(claimId)
    const before = await running.state(claimId)
    const after = await running.until(claimId, ({ contactId }) => contactId !== before.contactId)
    const events = await running.world.database
      .select({ type: claimEvents.type, data: claimEvents.data })
      .from(claimEvents)
      .where(eq(claimEvents.claimId, claimId))
      .orderBy(claimEvents.sequence)
    const climbed = events.flatMap(({ type, data }) => {
      if (type === 'clockBreached') return ['breach']
      return type === 'clockEscalated' ? [(data as { action: string }).action] : []
    })
    expect(climbed).toEqual(['breach', 'remind', 'raisePriority', 'informSupervisor', 'reassign'])
    expect(after).toMatchObject({ stage: 'acceptance', priority: before.priority + 1 })
    const open = await openTasks(claimId)
    expect(open.map(({ kind }) => kind).toSorted()).toEqual(['decideAcceptance', 'informed'])
    expect(open.every(({ priority }) => priority === after.priority)).toBe(true)
    expect(open.find(({ kind }) => kind === 'decideAcceptance')?.assigneeId).toBe(after.contactId)
    expect(await noticed(claimId)).toContain('delay')
  })

  it('is kept or broken, never both and never neither, when the work is done within 5 ms of its end', async () => {
    await shortTerms(running.world, { firstContact: 1500 })
    let [kept, broken] = [0, 0]
    // A command needs some milliseconds to come to its decision, on a busy machine more, so most set out earlier.
    for (let earlier = 0, tries = 0; tries < 4 && (kept === 0 || broken === 0); tries += 1) {
      const late = await brokenOf(earlier)
      broken += late
      kept += 50 - late
      earlier += late === 0 ? -20 : 20
    }
    process.stdout.write(`kept ${kept}, broken ${broken}\n`)
    // A race in which one side always wins shows nothing.
    expect(broken).toBeGreaterThan(0)
    expect(kept).toBeGreaterThan(0)
  }, 120_000)

  /** How many of fifty terms are broken when the work sets out around their ends, and so much earlier; milliseconds. */
  async function brokenOf(earlier: number): Promise<number> {
    const ids: string[] = []
    const calls: Promise<void>[] = []
    for (let index = 0; index < 50; index += 1) {
      const claimId = await journey.report()
      ids.push(claimId)
      calls.push(callAt(claimId, 5 - (index % 25) - earlier))
    }
    await Promise.all(calls)
    const breaches = await Promise.all(
      ids.map(async (claimId) => {
        const { clocks } = await running.until(claimId, ({ clocks: { firstContact } }) => {
          const clock = firstContact?.clock
          return clock !== undefined && (clock.doneAt !== null || clock.breachedAt !== null)
        })
        const clock = clocks['firstContact']?.clock
        const kept = (clock?.doneAt ?? Infinity) <= (clock?.dueAt ?? 0)
        expect(kept).toBe(clock?.breachedAt === null)
        const events = await running.world.database
          .select({ type: claimEvents.type })
          .from(claimEvents)
          .where(and(eq(claimEvents.claimId, claimId), eq(claimEvents.type, 'clockBreached')))
        expect(events).toHaveLength(kept ? 0 : 1)
        return events.length
      }),
    )
    return breaches.reduce((sum, one) => sum + one, 0)
  }
})

/** The contact calls that many milliseconds after the term's last instant, or before it. */
async function callAt(claimId: string, offset: number): Promise<void> {
  const { clocks, contactId } = await running.state(claimId)
  const due = clocks['firstContact']?.clock.dueAt ?? 0
  await new Promise((resume) => setTimeout(resume, Math.max(0, due + offset - Date.now())))
  const contact = contactId === journey.handler.personId ? journey.handler : journey.secondHandler
  try {
    await running.by(contact, claimId, 'recordFirstContact', { reached: true })
  } catch (error) {
    // By then somebody else may be the contact: the call came too late.
    if (!(error instanceof DomainError)) throw error
  }
}
