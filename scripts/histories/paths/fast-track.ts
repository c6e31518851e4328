/** What software does alone. */
import { grantSoftware, reportFast } from '../../../test/support/fast-claim.ts'
import type { Path } from '../path.ts'

export const fastTrack = {
  'fast-track': {
    payments: 1,
    play: async ({ running }) => {
      await grantSoftware(running.world)
      return reportFast(running.world, (command) => running.send(command))
    },
  },
} satisfies Record<string, Path>
