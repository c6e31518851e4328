/** Telling after the commit: nobody waits for it, and the sweep makes up for what is lost. */
import { channel } from 'node:diagnostics_channel'
import type { Told } from './domain/claim/told.ts'

const inFlightLimit = 64
const begun = channel('lipei:tell.begun')
const sent = channel('lipei:tell.sent')
const marked = channel('lipei:tell.marked')

export interface Telling {
  /** Returns at once. Above the limit nothing is sent: the row says that it is untold, and the sweep tells it. */
  tell(told: Told): void
  /** Waits for what is on its way, so that a graceful stop loses nothing. */
  settle(): Promise<void>
}

export interface TellingDependencies {
  readonly send: (told: Told) => Promise<void>
  readonly markTold: (told: Told) => Promise<void>
  readonly onFailure?: (error: unknown, told: Told) => void
}

export function createTelling({ send, markTold, onFailure }: TellingDependencies): Telling {
  const inFlight = new Set<Promise<void>>()
  const tellAndMark = async (told: Told): Promise<void> => {
    begun.publish(told)
    await send(told)
    sent.publish(told)
    await markTold(told)
    marked.publish(told)
  }
  return {
    tell(told) {
      if (inFlight.size >= inFlightLimit) return
      const sending = tellAndMark(told)
        .catch((error: unknown) => onFailure?.(error, told))
        .finally(() => inFlight.delete(sending))
      inFlight.add(sending)
    },
    async settle() {
      await Promise.allSettled(inFlight)
    },
  }
}
