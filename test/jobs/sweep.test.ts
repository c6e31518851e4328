import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claims } from '../../db/schema/index.ts'
import type { Told } from '../../domain/claim/told.ts'
import { repeat } from '../../jobs/repeat.ts'
import { sweep } from '../../jobs/sweep.ts'
import { eventually } from '../activities/bank/run-simulator.ts'
import { NoticeWorld } from './notice-world.ts'

let notices: NoticeWorld

beforeAll(async () => {
  notices = await NoticeWorld.create()
})

afterAll(() => notices.close())

async function row(claimId: string) {
  const [found] = await notices.world.database.select().from(claims).where(eq(claims.id, claimId))
  if (found === undefined) throw new Error(`There is no claim ${claimId}.`)
  return found
}

/** As if the last change had happened so long ago. */
async function age(claimId: string, seconds: number): Promise<void> {
  await notices.world.database
    .update(claims)
    .set({ updatedAt: sql`clock_timestamp() - ${seconds} * interval '1 second'` })
    .where(eq(claims.id, claimId))
}

function sweeping(send: (told: Told) => Promise<void>) {
  return sweep({ database: notices.world.database, send })
}

describe('the sweep', () => {
  it('tells what nobody has told for more than a second, with the state as it is now', async () => {
    const { claimId } = await notices.report()
    const sent: Told[] = []
    await sweeping(async (told) => void sent.push(told))
    expect(sent).toEqual([])
    await age(claimId, 2)
    await sweeping(async (told) => void sent.push(told))
    expect(sent).toMatchObject([{ claimId, version: 1, stage: 'report' }])
    expect(await row(claimId)).toMatchObject({ toldVersion: 1 })
    expect(await sweeping(async () => undefined)).toBe(0)
  })

  it('runs often enough that a lost tell is made up for within two seconds', async () => {
    const sent = new Set<string>()
    const repetition = repeat(
      500,
      async () => void (await sweeping(async ({ claimId }) => void sent.add(claimId))),
      () => undefined,
    )
    const { claimId } = await notices.report()
    const began = performance.now()
    await eventually(
      () => sent.has(claimId),
      (found) => found,
    )
    expect(performance.now() - began).toBeLessThan(2000)
    await repetition.stop()
  })

  it('waits longer each time for a claim that cannot be told, and others do not wait with it', async () => {
    const [stuck, other] = [await notices.report(), await notices.report()]
    await Promise.all([age(stuck.claimId, 5), age(other.claimId, 5)])
    const told: string[] = []
    const send = async ({ claimId }: Told) => {
      if (claimId === stuck.claimId) throw new Error('unreachable')
      told.push(claimId)
    }
    await sweeping(send)
    expect(told).toEqual([other.claimId])
    const pauses: number[] = []
    for (let tries = 1; tries <= 8; tries += 1) {
      const { tellTries, tellAfter, toldVersion } = await row(stuck.claimId)
      expect({ tellTries, toldVersion }).toEqual({ tellTries: tries, toldVersion: 0 })
      pauses.push(((tellAfter ?? 0) - Date.now()) / 1000)
      expect(await sweeping(send)).toBe(0)
      await notices.world.database
        .update(claims)
        .set({ tellAfter: sql`clock_timestamp() - interval '1 second'` })
        .where(eq(claims.id, stuck.claimId))
      expect(await sweeping(send)).toBe(1)
    }
    expect(pauses.map(Math.round)).toEqual([1, 2, 4, 8, 8, 8, 8, 8])
  })

  it('does no harm when two of them run at once', async () => {
    const reported = await Promise.all(Array.from({ length: 20 }, () => notices.report()))
    await Promise.all(reported.map(({ claimId }) => age(claimId, 3)))
    const sent: Told[] = []
    const send = async (told: Told) => void sent.push(told)
    await Promise.all([sweeping(send), sweeping(send)])
    expect(new Set(sent.map(({ claimId }) => claimId))).toEqual(
      new Set(reported.map(({ claimId }) => claimId)),
    )
    for (const { claimId } of reported) expect(await row(claimId)).toMatchObject({ toldVersion: 1 })
  })
})

describe('repeated work', () => {
  it('goes on after a failure, and a stop waits for what is under way', async () => {
    const failures: unknown[] = []
    let runs = 0
    let finished = 0
    const repetition = repeat(
      1,
      async () => {
        runs += 1
        if (runs === 1) throw new Error('once')
        await new Promise((resume) => setTimeout(resume, 30))
        finished += 1
      },
      (error) => failures.push(error),
    )
    await eventually(
      () => runs,
      (count) => count >= 3,
    )
    await repetition.stop()
    expect(failures).toHaveLength(1)
    expect(finished).toBe(runs - 1)
  })
})
