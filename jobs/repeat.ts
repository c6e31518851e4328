export interface Repetition {
  /** Ends after the work that is under way. */
  stop(): Promise<void>
}

/** Does the work, waits, and does it again, one at a time. A failure is reported and never ends the repetition. */
export function repeat(
  pauseMs: number,
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): Repetition {
  const stopping = new AbortController()
  const pause = () =>
    new Promise<void>((resume) => {
      const timer = setTimeout(resume, pauseMs)
      const end = () => {
        clearTimeout(timer)
        resume()
      }
      stopping.signal.addEventListener('abort', end, { once: true })
    })
  const run = async () => {
    while (!stopping.signal.aborted) {
      await work().catch(onFailure)
      if (!stopping.signal.aborted) await pause()
    }
  }
  const running = run()
  return {
    stop: () => {
      stopping.abort()
      return running
    },
  }
}
