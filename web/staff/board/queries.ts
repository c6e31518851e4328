import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../http/client.ts'
import type { paths } from '../../http/schema.d.ts'
import type { BoardScope, CaseFilter } from './case-filter.ts'

/** Everything that a change of a claim may move on these pages. */
export const boardKey = ['board'] as const

const readCases = async (filter: CaseFilter, cursor: string | null) =>
  answer(
    api.GET('/board/cases', { params: { query: { ...filter, ...(cursor === null ? {} : { cursor }) } } }),
  )

export type Case = Awaited<ReturnType<typeof readCases>>['cases'][number]

/** Open claims by what is due first. */
export const casesQuery = (filter: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: [...boardKey, 'cases', filter],
    queryFn: ({ pageParam }) => readCases(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 30_000,
  })

const readLoad = async () => (await answer(api.GET('/board/load'))).people

export type Loaded = Awaited<ReturnType<typeof readLoad>>[number]

/** Who carries how much. */
export const loadQuery = queryOptions({
  queryKey: [...boardKey, 'load'],
  queryFn: readLoad,
  refetchInterval: 30_000,
})

const readBoard = async (query: BoardScope) => answer(api.GET('/board', { params: { query } }))

export type Board = Awaited<ReturnType<typeof readBoard>>

export const boardQuery = (scope: BoardScope) =>
  queryOptions({
    queryKey: [...boardKey, 'pictures', scope],
    queryFn: () => readBoard(scope),
    refetchInterval: 60_000,
  })

type Passed = NonNullable<paths['/board/passages']['get']['parameters']['query']>

/** The claims that left a stage in a period. */
export const passagesQuery = (passed: Passed) =>
  queryOptions({
    queryKey: [...boardKey, 'passages', passed],
    queryFn: () => answer(api.GET('/board/passages', { params: { query: passed } })),
  })
