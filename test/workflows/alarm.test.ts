import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Alarm } from '../../workflows/alarm.ts'

/** Every timer that was started, by its instant, and how many were taken back. */
const timers = vi.hoisted(() => ({ started: [] as number[], cancelled: 0 }))

/** As much of the SDK as an alarm needs; there is no workflow here. */
vi.mock('@temporalio/workflow', () => {
  class Cancelled extends Error {}
  class CancellationScope {
    static current: CancellationScope | undefined
    stop = (): void => undefined

    run<T>(work: () => Promise<T>): Promise<T> {
      CancellationScope.current = this
      return work()
    }

    cancel(): void {
      this.stop()
    }
  }
  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve, reject) => {
      timers.started.push(Date.now() + milliseconds)
      const timer = setTimeout(resolve, milliseconds)
      const scope = CancellationScope.current
      if (scope === undefined) return
      scope.stop = () => {
        timers.cancelled += 1
        clearTimeout(timer)
        reject(new Cancelled())
      }
    })
  const condition = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const isCancellation = (error: unknown) => error instanceof Cancelled
  return { CancellationScope, sleep, condition, isCancellation }
})

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  timers.started = []
  timers.cancelled = 0
})

afterEach(() => vi.useRealTimers())

interface Waiting {
  readonly alarm: Alarm
  instants: readonly number[]
}

/** An alarm that is armed for those who wait for these instants, who may change their minds. */
function waiting(...first: number[]): Waiting {
  const alarm = new Alarm(() => {
    const future = scene.instants.filter((instant) => instant > Date.now())
    return future.length === 0 ? null : Math.min(...future)
  })
  const scene: Waiting = { alarm, instants: first }
  alarm.arm()
  return scene
}

describe('an alarm', () => {
  it('rings for everybody, one after the other, by one timer at a time', async () => {
    waiting(300, 100, 200)
    expect(timers.started).toEqual([100])
    await vi.advanceTimersByTimeAsync(1000)
    expect(timers).toEqual({ started: [100, 200, 300], cancelled: 0 })
  })

  it('is left alone when the earliest instant moves later, and looks again when it has rung', async () => {
    const scene = waiting(100)
    scene.instants = [500]
    scene.alarm.arm()
    scene.instants = [400]
    scene.alarm.arm()
    expect(timers.started).toEqual([100])
    await vi.advanceTimersByTimeAsync(1000)
    expect(timers).toEqual({ started: [100, 400], cancelled: 0 })
  })

  it('is armed anew for an earlier instant', async () => {
    const scene = waiting(500)
    scene.instants = [500, 100]
    scene.alarm.arm()
    expect(timers).toEqual({ started: [500, 100], cancelled: 1 })
    await vi.advanceTimersByTimeAsync(1000)
    expect(timers).toEqual({ started: [500, 100, 500], cancelled: 1 })
  })

  it('that has rung while it may not be armed waits until it may, and looks then', async () => {
    let mayArm = false
    let instants = [100, 200, 300]
    const earliest = () => instants.find((instant) => instant > Date.now()) ?? null
    new Alarm(earliest, () => mayArm).arm()
    await vi.advanceTimersByTimeAsync(150)
    instants = [250]
    expect(timers.started).toEqual([100])
    mayArm = true
    await vi.advanceTimersByTimeAsync(1000)
    expect(timers).toEqual({ started: [100, 250], cancelled: 0 })
  })

  it('is not armed when nobody waits, and does not ring when it is off', async () => {
    waiting()
    expect(timers.started).toEqual([])
    waiting(100).alarm.off()
    await vi.advanceTimersByTimeAsync(1000)
    expect(timers).toEqual({ started: [100], cancelled: 1 })
  })
})
