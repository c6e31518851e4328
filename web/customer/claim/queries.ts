import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../http/client.ts'
import type { Progress } from '../home/queries.ts'

const readDocuments = async (claimId: string) =>
  answer(api.GET('/claims/{claimId}/documents', { params: { path: { claimId } } }))
const readMessages = async (claimId: string) =>
  answer(api.GET('/claims/{claimId}/messages', { params: { path: { claimId } } }))

export type SentDocument = Awaited<ReturnType<typeof readDocuments>>['documents'][number]
export type Amount = NonNullable<Progress['amount']>

export const documentsQuery = (claimId: string) =>
  queryOptions({
    queryKey: ['claims', claimId, 'documents'],
    queryFn: () => readDocuments(claimId),
    // Thumbnails are made after a picture has arrived.
    refetchInterval: ({ state }) =>
      state.data?.documents.some((one) => one.state === 'stored') === true ? 3000 : false,
  })

export const messagesQuery = (claimId: string) =>
  queryOptions({
    queryKey: ['claims', claimId, 'messages'],
    queryFn: () => readMessages(claimId),
    refetchInterval: 20_000,
  })
