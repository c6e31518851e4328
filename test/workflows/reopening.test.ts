import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimWorkflowId } from '../../workflows/messages.ts'
import { ClaimJourney } from '../support/claim-journey.ts'
import { RunningClaims } from '../support/running-claims.ts'
import { shortTerms } from '../support/short-terms.ts'

let running: RunningClaims
let journey: ClaimJourney
const tries = 200
const atOnce = 10

beforeAll(async () => {
  running = await RunningClaims.start()
  journey = await ClaimJourney.create(running)
  await shortTerms(running.world, { afterCare: 5 })
})

afterAll(() => running.close())

it('a claim reopened while its workflow ends is never lost', async () => {
  const reopened: string[] = []
  let archivedFirst = 0
  // Sooner after each archive that was first, later after each that was not: it stays where both are close.
  let pause = 60
  while (reopened.length < tries) {
    const batch = Array.from({ length: atOnce }, (_, place) => reopenAfter(pause + 4 * (place - atOnce / 2)))
    for (const { claimId, wasArchived } of await Promise.all(batch)) {
      reopened.push(claimId)
      archivedFirst += wasArchived ? 1 : 0
      pause = Math.max(0, pause + (wasArchived ? -4 : 4))
    }
  }
  process.stdout.write(`reopened after the archive ${archivedFirst}, before it ${tries - archivedFirst}\n`)
  // A race in which one side always wins shows nothing.
  expect(archivedFirst).toBeGreaterThan(0)
  expect(archivedFirst).toBeLessThan(tries)
  await running.telling.settle()
  for (let index = 0; index < tries; index += atOnce) {
    await Promise.all(reopened.slice(index, index + atOnce).map(expectFollowed))
  }
}, 60_000)

it('a claim whose workflow hears of its archive and of its reopening at once goes on', async () => {
  const claimId = await journey.report()
  await expectFollowed(claimId)
  await running.stopWorker()
  await running.by(journey.customer, claimId, 'withdrawClaim', {})
  await new Promise((resume) => setTimeout(resume, 20))
  for (const archive of [true, false]) {
    if (archive) await running.bySystem(claimId, 'archiveClaim', {})
    else await running.by(journey.handler, claimId, 'reopenClaim', {})
    await running.telling.settle()
  }
  await running.startWorker()
  await expectFollowed(claimId)
  await journey.toDocuments(claimId)
  await running.until(claimId, ({ checklistSentAt }) => checklistSentAt !== null)
})

/** Withdraws, and reopens so many milliseconds later. */
async function reopenAfter(milliseconds: number): Promise<{ claimId: string; wasArchived: boolean }> {
  const claimId = await journey.report()
  await running.by(journey.customer, claimId, 'withdrawClaim', {})
  await new Promise((resume) => setTimeout(resume, Math.max(0, milliseconds)))
  const { stage } = await running.state(claimId)
  await running.by(journey.handler, claimId, 'reopenClaim', {})
  return { claimId, wasArchived: stage === 'archived' }
}

/** A workflow runs that knows what the row says. */
async function expectFollowed(claimId: string): Promise<void> {
  const { asked, row } = await running.known(claimId)
  expect(row.stage).toBe('report')
  expect(asked.told).toEqual(row)
  const { status } = await running.temporal.client.workflow.getHandle(claimWorkflowId(claimId)).describe()
  expect(status.name).toBe('RUNNING')
}
