import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../http/client.ts'

const readPolicy = async (policyId: string) =>
  answer(api.GET('/policies/{policyId}', { params: { path: { policyId } } }))

export type Policy = Awaited<ReturnType<typeof readPolicy>>

export const policyQuery = (policyId: string) =>
  queryOptions({ queryKey: ['policies', policyId], queryFn: () => readPolicy(policyId) })
