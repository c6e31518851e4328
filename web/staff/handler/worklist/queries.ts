import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '../../../http/client.ts'

export const views = ['mine', 'team', 'unassigned'] as const
export type View = (typeof views)[number]

const readWorklist = async (view: View, cursor: string | null) =>
  answer(api.GET('/worklist', { params: { query: { view, ...(cursor === null ? {} : { cursor }) } } }))

export type Task = Awaited<ReturnType<typeof readWorklist>>['tasks'][number]

/** By what is due first; asked for anew while somebody looks at it. */
export const worklistQuery = (view: View) =>
  infiniteQueryOptions({
    queryKey: ['worklist', view],
    queryFn: ({ pageParam }) => readWorklist(view, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 15_000,
  })
