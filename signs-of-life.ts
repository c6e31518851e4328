import type { ActivityInterceptorsFactory } from '@temporalio/worker'

/** Well below the heartbeat timeouts of the workflows, which are five seconds. */
const every = 1_000

/**
 * Says once a second of every activity that its worker lives. A worker that was killed says nothing, so the activity
 * is given up after seconds instead of after the longest that the bank may take. Short ones never come to say it.
 */
export const signsOfLife: ActivityInterceptorsFactory = (context) => ({
  inbound: {
    async execute(input, next) {
      // A local one dies with its workflow task, and that one has a timeout of its own.
      if (context.info.isLocal) return next(input)
      const saying = setInterval(() => context.heartbeat(), every)
      try {
        return await next(input)
      } finally {
        clearInterval(saying)
      }
    },
  },
})
