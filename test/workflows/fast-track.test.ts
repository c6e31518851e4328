import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { setFastTrack } from '../../db/fast-track.ts'
import { auditEntries, claimEvents, fastTrackSamples, policyPeople, ruleUses } from '../../db/schema/index.ts'
import { softwareId } from '../../domain/claim/software.ts'
import { stages } from '../../domain/claim/stages.ts'
import { fen } from '../../domain/money.ts'
import { fastTrackRules } from '../../domain/rules/vocabulary.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { type FastClaimOptions, grantSoftware, reportFast, smallBill } from '../support/fast-claim.ts'
import { RunningClaims } from '../support/running-claims.ts'

let running: RunningClaims
/** What happens before software takes up a claim in a stage. */
const before = new Map<string, () => Promise<unknown>>()
/** Whether each task of software is begun a second time, as if the first try had been given up. */
let twice = false

beforeAll(async () => {
  running = await RunningClaims.start({
    between: (activities) => ({
      ...activities,
      takeFastTrack: async (input) => {
        await before.get(`${input.claimId} ${input.stage}`)?.()
        const again = { ...input, key: `${input.key}:again` }
        const [answer] = await Promise.all(
          [input, ...(twice ? [again] : [])].map((one) => activities.takeFastTrack(one)),
        )
        return answer ?? activities.takeFastTrack(input)
      },
    }),
  })
  await ClaimJourney.create(running)
  await grantSoftware(running.world)
})

afterAll(() => running.close())

const report = (options: FastClaimOptions = {}) =>
  reportFast(running.world, (command) => running.send(command), options)

function turn(open: boolean): Promise<unknown> {
  const change = { open, reason: open ? 'resumed' : 'incident', by: softwareId, now: Date.now() } as const
  return running.world.database.transaction((tx) => setFastTrack(tx, change))
}

const referred = async (claimId: string) => {
  const { fastTrack, stage } = await running.until(claimId, (state) => state.fastTrack?.left != null)
  const rules = fastTrack?.check?.lines.filter(({ result }) => result === 'refer').map(({ rule }) => rule)
  return { reason: fastTrack?.left?.reason, rules, stage }
}

describe('a small claim with everything that is asked for', () => {
  let claimId: string
  let took: number

  beforeAll(async () => {
    const began = performance.now()
    claimId = await report()
    await running.until(claimId, ({ intents }) => intents[0]?.status === 'paid', 40_000)
    took = performance.now() - began
  })

  it('is paid from the report with no person, what was calculated and agreed to', async () => {
    process.stdout.write(`    report to bank confirmation: ${Math.round(took)} ms\n`)
    const { intents, fastTrack } = await running.state(claimId)
    expect(intents).toMatchObject([{ amountMinor: 290_000, status: 'paid' }])
    expect(fastTrack?.standing).toBe('released')
    expect(await running.bank.journal(intents[0]?.ref ?? '')).toMatchObject([{ amountMinor: 290_000 }])
  })

  it('enters and leaves every stage', async () => {
    const entered = await running.world.database
      .select({ to: claimEvents.toStage })
      .from(claimEvents)
      .where(and(eq(claimEvents.claimId, claimId), eq(claimEvents.type, 'stageEntered')))
      .orderBy(claimEvents.sequence)
    expect(entered.map(({ to }) => to).slice(0, 6)).toEqual(stages.slice(1, 7))
  })

  it('leaves every decision in the audit, under the name of the software', async () => {
    const rows = await running.world.database
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(and(eq(auditEntries.chain, claimId), eq(auditEntries.actorId, softwareId)))
      .orderBy(auditEntries.sequence)
    expect(rows.map(({ action }) => action)).toEqual([
      'tryFastTrack',
      'passDocuments',
      'acceptClaim',
      'saveSheet',
      'proposeSheet',
      'recordAgreement',
      'proposeSettlement',
      'decideSettlement',
      'releasePayments',
    ])
  })

  it('keeps every rule that passed, with table, version, row and inputs', async () => {
    const uses = await running.world.database
      .select({ use: ruleUses.use })
      .from(ruleUses)
      .where(and(eq(ruleUses.claimId, claimId), eq(ruleUses.tableId, 'fastTrack')))
    expect(uses).toHaveLength(9)
    const { check } = (await running.state(claimId)).fastTrack ?? {}
    expect(check).toMatchObject({
      version: 1,
      inputs: { askedMinor: 300_000, agreedInAdvance: true, customerYearMinor: 290_000 },
    })
    expect(check?.lines.map(({ rule, result }) => [rule, result])).toEqual(
      fastTrackRules.map((rule) => [rule, 'pass']),
    )
  })
})

describe('a claim whose tries overtake one another', () => {
  it('stays on the fast track, and is paid once', async () => {
    twice = true
    onTestFinished(() => {
      twice = false
    })
    const ids = await Promise.all([1, 2, 3].map(() => report()))
    for (const id of ids) {
      const { intents, fastTrack } = await running.until(
        id,
        (state) => state.intents[0]?.status === 'paid',
        30_000,
      )
      expect(fastTrack).toMatchObject({ standing: 'released', left: null })
      expect(intents).toHaveLength(1)
    }
  }, 60_000)
})

describe('a claim that is not eligible', () => {
  it('stays with its handler when the insured agreed to another amount', async () => {
    const claimId = await report({ smallClaim: { ...smallBill, agreedMinor: fen(300_000) } })
    expect(await referred(claimId)).toEqual({ reason: 'rules', rules: ['agreement'], stage: 'report' })
    const { tasks } = await running.state(claimId)
    expect(tasks).toMatchObject([{ kind: 'firstContact', role: 'handler' }])
  })

  it('stays with its handler above the amount of the small-claim guide', async () => {
    const [first, second] = smallBill.lines
    const lines = [{ ...first, askedMinor: fen(200_001) }, second] as typeof smallBill.lines
    const claimId = await report({ smallClaim: { ...smallBill, lines, agreedMinor: fen(290_001) } })
    expect(await referred(claimId)).toMatchObject({ reason: 'rules', rules: ['amount'] })
  })

  it('is one too many of a customer, also when all come at once', async () => {
    const customer = await running.world.customer()
    const ids = await Promise.all([1, 2, 3, 4].map(() => report({ customer })))
    const states = await Promise.all(
      ids.map((id) => running.until(id, ({ fastTrack }) => fastTrack?.standing !== 'asked')),
    )
    const out = states.filter(({ fastTrack }) => fastTrack?.standing === 'left')
    expect(out).toHaveLength(2)
    for (const { id } of out) expect((await referred(id)).rules).toContain('customerLimit')
  })

  it('is counted with what policy and customer have had within the year', async () => {
    const customer = await running.world.customer()
    const policyId = await running.world.policy('accident', customer)
    const smallClaim = { ...smallBill, lines: smallBill.lines.slice(1), agreedMinor: fen(90_000) }
    for (let count = 1; count <= 2; count += 1) {
      const id = await report({ customer, policyId, smallClaim })
      await running.until(id, ({ fastTrack }) => fastTrack?.standing === 'released')
    }
    const third = await report({ customer, policyId, smallClaim })
    expect((await referred(third)).rules).toEqual(['customerLimit'])
    const counted = { policyYearClaims: 2, policyYearMinor: 270_000, customerMonthClaims: 2 }
    expect((await running.state(third)).fastTrack?.check?.inputs).toMatchObject(counted)
  })
})

describe('the limit of a policy', () => {
  it('counts everybody insured by it, none of whom has had too much alone', async () => {
    const people = [
      await running.world.customer(),
      await running.world.customer(),
      await running.world.customer(),
      await running.world.customer(),
    ] as const
    const policyId = await running.world.policy('accident', people[0])
    const others = people.slice(1).map(({ personId }) => ({
      id: randomUUID(),
      policyId,
      personId,
      role: 'insured' as const,
    }))
    await running.world.database.insert(policyPeople).values(others)
    const standings: (string | undefined)[] = []
    let last = ''
    for (const customer of people) {
      last = await report({ customer, policyId })
      const { fastTrack } = await running.until(
        last,
        (state) => state.fastTrack?.left != null || state.fastTrack?.standing === 'released',
      )
      standings.push(fastTrack?.standing)
    }
    // Three times 2,900 yuan stay within the 10,000 of the policy; the fourth would not.
    expect(standings).toEqual(['released', 'released', 'released', 'left'])
    const { rules } = await referred(last)
    expect(rules).toContain('policyLimit')
    expect(rules).not.toContain('customerLimit')
    const { fastTrack, intents } = await running.state(last)
    expect(fastTrack?.check?.inputs).toMatchObject({ policyYearClaims: 3, policyYearMinor: 1_160_000 })
    expect(intents).toEqual([])
  })
})

describe('the switch', () => {
  it('stops a claim in mid-flight: nothing is decided or paid any more, and a person has it', async () => {
    const stop = () => turn(false)
    const start = async () => {
      const customer = await running.world.customer()
      const policyId = await running.world.policy('accident', customer)
      return { customer, policyId }
    }
    const whose = await start()
    let claimId = ''
    const watched = reportFast(
      running.world,
      async (command) => {
        const executed = await running.world.execute(command)
        claimId = executed.told.claimId
        before.set(`${claimId} adjustment`, stop)
        running.telling.tell(executed.told)
        return executed
      },
      whose,
    )
    await watched
    const { reason, stage } = await referred(claimId)
    await turn(true)
    expect([reason, stage]).toEqual(['stopped', 'adjustment'])
    const { sheets, intents, tasks } = await running.state(claimId)
    expect([sheets, intents]).toEqual([[], []])
    expect(tasks).toMatchObject([{ kind: 'prepareSheet', role: 'adjuster' }])
  })

  it('lets claims through again when it was opened', async () => {
    const claimId = await report()
    await running.until(claimId, ({ fastTrack }) => fastTrack?.standing === 'released')
  })
})

describe('the sample', () => {
  it('is drawn by the share that is set, and listed', async () => {
    const change = { sampleBasisPoints: 10_000, reason: 'sampling', by: softwareId, now: Date.now() } as const
    await running.world.database.transaction((tx) => setFastTrack(tx, change))
    const claimId = await report()
    await running.until(claimId, ({ fastTrack }) => fastTrack?.sampled === true)
    const rows = await running.world.database
      .select({ finding: fastTrackSamples.finding })
      .from(fastTrackSamples)
      .where(eq(fastTrackSamples.claimId, claimId))
    expect(rows).toEqual([{ finding: null }])
  })
})
