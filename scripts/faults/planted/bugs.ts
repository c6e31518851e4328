/** Eight mistakes that a product like this one is made of, and what brings each to light. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from '../../embedded/environment.ts'
import { misbehave } from '../../demo/bank.ts'
import type { Loss } from '../people/day.ts'
import { shortenTerms } from '../people/short-terms.ts'
import type { Stage } from './stage.ts'
import { approveTwice } from './two-accounts.ts'

export interface Bug {
  /** Of its patch in this folder. */
  readonly name: string
  /** The share of answered requests that are sent again. */
  readonly clicks?: number
  readonly loss: Loss
  /** What this product is set to otherwise than in a run. */
  readonly environment?: Environment
  /** Done before anybody works. */
  readonly prepare?: (stage: Stage) => Promise<void>
  /** Done again and again while everybody works. */
  readonly provoke?: (stage: Stage) => Promise<void>
}

const bill: Loss = { kind: 'bill', yuan: 2_800 }
/** Dear enough for two levels of approval. */
const dear: Loss = { kind: 'repair', yuan: 80_000 }

/** What was acknowledged this moment has to be there although the API is not any more. */
async function killedAtAcknowledgement(stage: Stage, after: number): Promise<void> {
  await sleep(after)
  const { folder, givenUp } = stage.rules
  const newest = folder.newestWrite
  while (folder.newestWrite === newest && !givenUp.aborted) await sleep(1)
  stage.kill('api')
}

export const bugs: readonly Bug[] = [
  { name: 'no-idempotency', loss: bill, clicks: 0.3 },
  {
    name: 'acknowledged-before-commit',
    loss: bill,
    provoke: (stage) => killedAtAcknowledgement(stage, 4_000),
  },
  {
    name: 'no-sweep',
    loss: bill,
    // As it is delivered. A run compares rows with workflows every five seconds, which heals most of what the
    // sweep leaves: a claim that nobody has begun is begun, and a payment that nobody follows is followed.
    environment: { COMPARE_INTERVAL_MS: '300000' },
    provoke: async (stage) => {
      await sleep(6_000)
      stage.kill('temporal')
      await killedAtAcknowledgement(stage, 500)
    },
  },
  {
    name: 'second-bank-reference',
    loss: bill,
    prepare: ({ bank }) => misbehave(bank, { match: { next: 3 }, behaviour: 'timeoutNeverArrived' }),
  },
  { name: 'approvals-by-account', loss: dear, provoke: approveTwice },
  { name: 'breach-without-lock', loss: bill, prepare: ({ office }) => shortenTerms(office) },
  {
    name: 'callback-not-deduplicated',
    loss: bill,
    prepare: ({ bank }) =>
      misbehave(bank, { match: {}, behaviour: 'duplicateCallback', parameters: { copies: 5 } }),
  },
  { name: 'audit-after-commit', loss: bill },
]
