import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../http/client.ts'
import type { Words } from './words.ts'

const readEntries = async (words: Words, cursor: string | null) =>
  answer(
    api.GET('/audit/entries', { params: { query: { ...words, ...(cursor === null ? {} : { cursor }) } } }),
  )

export type Entry = Awaited<ReturnType<typeof readEntries>>['entries'][number]

/** What was done or tried, the newest first. */
export const entriesQuery = (words: Words) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'entries', words],
    queryFn: ({ pageParam }) => readEntries(words, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** Whether a chain can be calculated again as it was written. */
export const verificationQuery = (chain: string) =>
  queryOptions({
    queryKey: ['audit', 'verification', chain],
    queryFn: async () =>
      (await answer(api.GET('/audit', { params: { query: { chain, limit: 1 } } }))).verification,
    staleTime: 0,
  })
