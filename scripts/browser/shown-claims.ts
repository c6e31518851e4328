import { Cast } from '../demo/cast.ts'
import { claimBefore } from '../demo/small-claim.ts'
import { customerWithClaim, type ShownClaims } from './pages.ts'
import { reportClaim } from './reported-claim.ts'

/** Brings claims to where the listed pages show them: one just reported, one to decide on, one to release. */
export async function showClaims(api: string): Promise<ShownClaims> {
  const cast = await Cast.signIn({ api, bank: '' })
  const [reported, toDecide, toRelease] = await Promise.all([
    reportClaim(api, customerWithClaim),
    claimBefore(cast, 'approval'),
    claimBefore(cast, 'payment'),
  ])
  const colleague = cast.any('approver').personId
  return { colleague, reported, toDecide: toDecide.claimId, toRelease: toRelease.claimId }
}
