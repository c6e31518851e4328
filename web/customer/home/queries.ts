import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../http/client.ts'

const readOwnClaims = async () => answer(api.GET('/claims'))
const readOwnPolicies = async () => answer(api.GET('/policies'))
const readProgress = async (claimId: string) =>
  answer(api.GET('/claims/{claimId}/progress', { params: { path: { claimId } } }))

export type OwnClaim = Awaited<ReturnType<typeof readOwnClaims>>['claims'][number]
export type Progress = Awaited<ReturnType<typeof readProgress>>
export type OwnPolicy = Awaited<ReturnType<typeof readOwnPolicies>>['policies'][number]

export const ownClaimsQuery = queryOptions({
  queryKey: ['claims', 'own'],
  queryFn: readOwnClaims,
  refetchInterval: 30_000,
})

export const ownPoliciesQuery = queryOptions({ queryKey: ['policies', 'own'], queryFn: readOwnPolicies })

/** Asked for often: the browser keeps the answer with its ETag, and an unchanged claim costs no body. */
export const progressQuery = (claimId: string) =>
  queryOptions({
    queryKey: ['claims', claimId, 'progress'],
    queryFn: () => readProgress(claimId),
    refetchInterval: 10_000,
  })
