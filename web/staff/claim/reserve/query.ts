import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../../http/client.ts'
import type { paths } from '../../../http/schema.d.ts'
import { claimKey } from '../queries.ts'

export type Reserve =
  paths['/claims/{claimId}/reserve']['get']['responses'][200]['content']['application/json']

/** As of one version of the claim: with each change of it the books may have moved. */
export const reserveQuery = (claimId: string, etag: string) =>
  queryOptions({
    queryKey: [...claimKey(claimId), 'reserve', etag],
    queryFn: () => answer(api.GET('/claims/{claimId}/reserve', { params: { path: { claimId } } })),
    placeholderData: (before: Reserve | undefined) => before,
    staleTime: Number.POSITIVE_INFINITY,
  })
