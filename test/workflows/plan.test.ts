import { expect, it, vi } from 'vitest'
import type { FollowedClaim } from '../../workflows/followed-claim.ts'
import { carryOut, idle } from '../../workflows/plan.ts'

it('a stage that the claim has left before its work begins is over at once', async () => {
  const wait = vi.fn<() => Promise<void>>(() => new Promise(() => undefined))
  const plan = vi.fn(() => idle)
  const claim = { stage: 'acceptance', isOver: false, told: {}, wait } as unknown as FollowedClaim
  await carryOut('report', plan)(claim)
  expect(plan).not.toHaveBeenCalled()
  expect(wait).not.toHaveBeenCalled()
})
