import type { Invariant } from '../invariant.ts'
import { replayHistories } from '../replay-histories.ts'

/** The code that runs can go on with everything that has run. */
export const determinism: Invariant = {
  id: 'I24',
  text: 'Every history of the run (at most 200, chosen by the seed) replays on the workflows as they are shipped.',
  live: false,
  exercised: ({ claims }) => claims.size > 0,
  async check({ run, temporal }) {
    if (temporal === null) return { checked: 0, violations: [] }
    const replayed = await replayHistories(run, temporal.executions)
    return {
      checked: replayed.length,
      violations: replayed.flatMap(({ workflowId, runId, error }) =>
        error === null
          ? []
          : [{ object: workflowId, why: 'It does not replay.', evidence: { runId, error } }],
      ),
    }
  },
}
