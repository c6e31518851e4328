import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '../../http/client.ts'
import type { Claim } from '../claim/queries.ts'

export type Settlement = Claim['settlements'][number]

export type WaitingKind = 'decideApproval' | 'releasePayment'
export type WaitingView = 'mine' | 'team'

const readWaiting = async (kind: WaitingKind, view: WaitingView, cursor: string | null) =>
  answer(api.GET('/worklist', { params: { query: { kind, view, ...(cursor === null ? {} : { cursor }) } } }))

export type WaitingTask = Awaited<ReturnType<typeof readWaiting>>['tasks'][number]

export const waitingKey = ['worklist', 'waiting'] as const

/** Settlements that somebody has to decide or to release, by what is due first. */
export const waitingQuery = (kind: WaitingKind, view: WaitingView) =>
  infiniteQueryOptions({
    queryKey: [...waitingKey, kind, view],
    queryFn: ({ pageParam }) => readWaiting(kind, view, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 10_000,
  })
