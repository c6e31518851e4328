import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { IntentStatus } from '../../../domain/claim/state.ts'
import { answer, api } from '../../http/client.ts'

const readPayments = async (status: IntentStatus, cursor: string | null) =>
  answer(api.GET('/payments', { params: { query: { status, ...(cursor === null ? {} : { cursor }) } } }))

type Payments = Awaited<ReturnType<typeof readPayments>>
export type Payment = Payments['payments'][number]
/** How many there are in each state, and how much money that is. */
export type Totals = Payments['totals']

export const paymentsKey = ['payments'] as const

/** Payments in a state, by what changed last, with the totals of every state. */
export const paymentsQuery = (status: IntentStatus) =>
  infiniteQueryOptions({
    queryKey: [...paymentsKey, status],
    queryFn: ({ pageParam }) => readPayments(status, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 10_000,
  })

const readPayLane = async () => answer(api.GET('/pay-lane'))

export type PayLane = Awaited<ReturnType<typeof readPayLane>>

/** Whether money may leave. */
export const payLaneQuery = queryOptions({
  queryKey: ['pay-lane'],
  queryFn: readPayLane,
  refetchInterval: 10_000,
})
