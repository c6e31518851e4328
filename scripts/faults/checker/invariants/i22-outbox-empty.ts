import { each, together, type Invariant } from '../invariant.ts'

const grace = 60_000

/** Nothing that had to be told, sent or done is left over. */
export const outboxEmpty: Invariant = {
  id: 'I22',
  text: 'Every workflow has been told the newest version, within a minute always and at rest of all; then no queue holds work that is due, no job is dead, and no notice waits.',
  live: true,
  exercised: ({ claims }) => claims.size > 0,
  check({ database, isLive }) {
    const { now } = database
    const untold = each(database.claims, ({ id, version, toldVersion, updatedAt }) => {
      const isOnItsWay = isLive && now - updatedAt < grace
      if (version === toldVersion || isOnItsWay) return []
      return [{ object: id, why: 'Not told.', evidence: { version, toldVersion } }]
    })
    if (isLive) return untold
    return together(
      untold,
      each(database.jobs, ({ queue, state, count }) =>
        state === 'completed' || state === 'cancelled'
          ? []
          : [{ object: queue, why: `${count} jobs are ${state}.`, evidence: { state, count } }],
      ),
      each(database.bankMessages, ({ messageId, settled }) =>
        settled ? [] : [{ object: messageId, why: 'A callback that was kept and never applied.' }],
      ),
      each(database.notices, ({ id, status, queuedAt }) => {
        const waits = status === 'queued' && now - queuedAt > grace
        return waits || status === 'failed' ? [{ object: id, why: `The notice is ${status}.` }] : []
      }),
    )
  },
}
