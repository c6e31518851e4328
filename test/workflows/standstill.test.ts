import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimState } from '../../domain/claim/state.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { RunningClaims } from '../support/running-claims.ts'
import { shortTerms } from '../support/short-terms.ts'

/** The one thing that a stage's workflow does, and the decision of a person after which it is due. */
interface Standstill {
  /** With the worker running: up to just before the decision. */
  readonly prepare: () => Promise<string>
  /** With the worker stopped: the decision. */
  readonly decide: (claimId: string) => Promise<unknown>
  readonly holds: (state: ClaimState) => boolean
  readonly happened: (state: ClaimState) => boolean
}

let running: RunningClaims
let journey: ClaimJourney
const claims = new Map<string, string>()
const whileStopped = new Map<string, ClaimState>()

const standstills: Readonly<Record<string, Standstill>> = {
  'report: the next contact is not asked': {
    prepare: async () => '',
    decide: () => journey.report(),
    holds: ({ stage, contactId }) => stage === 'report' && contactId !== null,
    happened: ({ contactsTried }) => contactsTried.length > 1,
  },
  'documents: the checklist is not sent': {
    prepare: () => journey.report(),
    decide: (claimId) => journey.toDocuments(claimId),
    holds: ({ stage }) => stage === 'documents',
    happened: ({ checklistSentAt }) => checklistSentAt !== null,
  },
  'acceptance: the panel of checks is not run': {
    prepare: () => journey.report(),
    decide: (claimId) => journey.toAcceptance(claimId),
    holds: ({ stage }) => stage === 'acceptance',
    happened: ({ panel }) => panel !== null,
  },
  'survey: no surveyor is asked': {
    prepare: async () => {
      const claimId = await journey.report(1_000_000)
      await journey.toAcceptance(claimId)
      await journey.establish(claimId)
      return claimId
    },
    decide: async (claimId) => {
      const { panel } = await running.state(claimId)
      const answers = panel?.lines.filter(({ result }) => result === 'refer').map(({ check }) => check) ?? []
      const body = { panelRun: panel?.run ?? 0, answers }
      await running.by(await journey.contactOf(claimId), claimId, 'acceptClaim', body)
    },
    holds: ({ stage }) => stage === 'survey',
    happened: ({ survey }) => survey.offers.length > 0,
  },
  'adjustment: the customer is not asked for agreement': {
    prepare: async () => {
      const claimId = await journey.report()
      await journey.toAdjustment(claimId)
      return claimId
    },
    decide: async (claimId) => {
      await journey.saveSheet(claimId, 300_000)
      await running.by(journey.adjuster, claimId, 'proposeSheet', await journey.named(claimId))
    },
    holds: ({ sheets }) => sheets.at(-1)?.proposedAt !== null,
    happened: ({ sheets }) => sheets.at(-1)?.askedAt !== null,
  },
  'approval: the level is not opened': {
    prepare: async () => {
      const claimId = await journey.report()
      await journey.toAdjustment(claimId)
      return claimId
    },
    decide: async (claimId) => {
      await journey.saveSheet(claimId, 300_000)
      await journey.agree(claimId)
      await journey.proposeAll(claimId)
    },
    holds: ({ stage, settlements }) => stage === 'approval' && settlements.length === 1,
    happened: ({ settlements }) => settlements.at(-1)?.openLevel === 1,
  },
  'payment: the money does not leave': {
    prepare: async () => {
      const claimId = await journey.report()
      await journey.toPayment(claimId)
      return claimId
    },
    decide: (claimId) => journey.release(claimId),
    holds: ({ intents }) => intents.length === 1,
    happened: ({ intents }) => intents.some(({ fence, status }) => fence > 0 || status !== 'ready'),
  },
  'after the close: satisfaction is not asked, and the claim is not archived': {
    prepare: () => journey.report(),
    decide: (claimId) => running.by(journey.customer, claimId, 'withdrawClaim', {}),
    holds: ({ outcome }) => outcome === 'withdrawn',
    happened: ({ satisfactionAskedAt, stage }) => satisfactionAskedAt !== null || stage === 'archived',
  },
}

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
  await Promise.all(
    Object.entries(standstills).map(async ([name, { prepare }]) => claims.set(name, await prepare())),
  )
  await shortTerms(running.world, { firstContact: 150, afterCare: 100 })
  await running.stopWorker()
  for (const [name, { decide }] of Object.entries(standstills)) {
    const decided = await decide(claims.get(name) ?? '')
    if (typeof decided === 'string') claims.set(name, decided)
  }
  await running.telling.settle()
  await new Promise((resume) => setTimeout(resume, 400))
  for (const [name, claimId] of claims) whileStopped.set(name, await running.state(claimId))
  await running.startWorker()
})

afterAll(() => running.close())

describe('while the worker is stopped', () => {
  it.each(Object.keys(standstills))('%s, though the decisions of people hold', (name) => {
    const state = whileStopped.get(name)
    const standstill = standstills[name]
    expect(state && standstill?.holds(state)).toBe(true)
    expect(state && standstill?.happened(state)).toBe(false)
  })
})

describe('when the worker is back', () => {
  it.each(Object.keys(standstills))('it is made up for: %s', async (name) => {
    const standstill = standstills[name]
    const state = await running.until(claims.get(name) ?? '', (now) => standstill?.happened(now) === true)
    expect(standstill?.holds(state)).toBe(true)
  })

  it('the money reaches the bank once, and what is over is archived', async () => {
    const paid = await running.until(
      claims.get('payment: the money does not leave') ?? '',
      ({ stage }) => stage === 'afterCare' || stage === 'archived',
    )
    expect(await running.bank.journal(paid.intents[0]?.ref ?? '')).toHaveLength(1)
    const over = 'after the close: satisfaction is not asked, and the claim is not archived'
    const archived = await running.until(claims.get(over) ?? '', ({ stage }) => stage === 'archived')
    expect(archived.satisfactionAskedAt).not.toBeNull()
  })
})
