/** The claims of the restore drill: what had happened at the moment that is restored, and what came after it and is lost. */
import { misbehave } from '../../demo/bank.ts'
import type { Cast } from '../../demo/cast.ts'
import {
  claimBefore,
  decisions,
  type DecidedStage,
  policyholder,
  reportedBefore,
} from '../../demo/small-claim.ts'
import type { Story } from '../../demo/story.ts'
import { together } from '../at-hand.ts'

export interface Before {
  /** Paid and closed. */
  readonly closed: readonly Story[]
  /** Each waits for a decision of people. */
  readonly waiting: Readonly<Record<'report' | 'documents' | 'acceptance' | 'adjustment' | 'approval', Story>>
  /** Approved, and not released. */
  readonly approved: readonly Story[]
  /** Released while the lane was paused: ready, and not sent. */
  readonly ready: readonly Story[]
  /** Sent, and lost on the way: the bank knows nothing of it and we know nothing. */
  readonly unknown: Story
  /** Has a policy and no loss yet. */
  readonly policyholder: Story
}

export interface Lost {
  /** Reported after the moment, by somebody whose policy is older, and paid to the end. */
  readonly paid: Story
  /** Reported after the moment. */
  readonly reported: readonly Story[]
}

const copies = (stage: DecidedStage, count: number) => Array.from({ length: count }, () => stage)

export async function playClosed(cast: Cast): Promise<readonly Story[]> {
  return together(copies('payment', 2), async (stage) => paid(await claimBefore(cast, stage)))
}

export async function playUntilTheMoment(cast: Cast, closed: readonly Story[]): Promise<Before> {
  const unknown = await claimBefore(cast, 'payment')
  await drop(unknown)
  await unknown.release()
  await unknown.until('an unknown payment', ({ intents }) => intents[0]?.status === 'unknown')
  const stages = ['report', 'documents', 'acceptance', 'adjustment', 'approval'] as const
  const stories = await together([...stages, ...copies('payment', 5)], (stage) => claimBefore(cast, stage))
  const waiting = Object.fromEntries(
    stages.map((stage, index) => [stage, stories[index]]),
  ) as Before['waiting']
  const payable = stories.slice(stages.length)
  const [approved, ready] = [payable.slice(0, 3), payable.slice(3)]
  await cast.any('finance').http.post('/pay-lane/pause', { reason: 'bankIncident' })
  await together(ready, (story) => story.release())
  return { closed, waiting, approved, ready, unknown, policyholder: await policyholder(cast, 'payment') }
}

/** Every submission of it is dropped by the bank, until the bank is started anew. */
async function drop(story: Story): Promise<void> {
  const [insured = ''] = await story.parties('insured')
  await misbehave(story.bankUrl, {
    match: { payeeAccount: story.accountOf(insured) },
    behaviour: 'timeoutNeverArrived',
  })
}

/** Ten minutes of an office, in kind: everything here is acknowledged, and lost. */
export async function playOn(
  cast: Cast,
  { waiting, approved, ready, policyholder: insured }: Before,
): Promise<Lost> {
  await openLane(cast)
  await together(ready, (story) => story.closed())
  const [paidStory] = await Promise.all([
    reportedBefore(insured, 'payment').then(paid),
    together(approved, paid),
    decisions.approval(waiting.approval).then(() => paid(waiting.approval)),
    decisions.report(waiting.report),
    decisions.documents(waiting.documents),
    decisions.adjustment(waiting.adjustment),
  ])
  const reported = await together(copies('documents', 2), (stage) => claimBefore(cast, stage))
  return { paid: paidStory, reported }
}

/** The same by what is still to be done, once everything since is forgotten. */
export function keptOf({ closed, approved, ready, unknown, waiting }: Before) {
  return { paid: closed, approved, released: [...ready, unknown], unapproved: waiting.approval }
}

export async function openLane(cast: Cast): Promise<void> {
  for (const { http } of cast.all('finance').slice(0, 2)) await http.post('/pay-lane/reopening')
}

export async function paid(story: Story): Promise<Story> {
  await story.release()
  await story.closed()
  return story
}

/** Whoever reported a claim that was lost reports it again, as far as the release of its payment. */
export async function reportAgain(story: Story): Promise<Story> {
  await reportedBefore(story, 'payment')
  await story.release()
  return story
}
