import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  Approval as DecidedApproval,
  ClaimState,
  PanelLine,
  Settlement as ProposedSettlement,
  Task as OpenTask,
} from '../../../domain/claim/state.ts'
import { answer, api } from '../../http/client.ts'

/** A value of the domain as it arrives: its instants are text. */
type Told<T, Instants extends keyof T> = Omit<T, Instants> & { readonly [I in Instants]: string }

export type Settlement = Told<Omit<ProposedSettlement, 'approvals'>, 'proposedAt'> & {
  readonly approvals: readonly Told<DecidedApproval, 'at'>[]
}

/** What of a claim's state somebody needs who decides on its money. */
export type Claim = Pick<
  ClaimState,
  | 'line'
  | 'cause'
  | 'injury'
  | 'death'
  | 'thirdParty'
  | 'doubtful'
  | 'duplicates'
  | 'reopenedTimes'
  | 'registeredBy'
  | 'parties'
  | 'survey'
> & {
  readonly settlements: readonly Settlement[]
  readonly sheets: readonly Pick<ClaimState['sheets'][number], 'version' | 'authorId' | 'payableMinor'>[]
  readonly intents: readonly Pick<ClaimState['intents'][number], 'id' | 'settlementId' | 'status'>[]
  readonly panel: { readonly at: string; readonly lines: readonly PanelLine[] } | null
  readonly tasks: readonly Told<OpenTask, 'openedAt'>[]
}

/** Somebody in the claim, masked. */
export interface Party {
  readonly partyId: string
  readonly role: string
  readonly name: string
  readonly account: { readonly holder: string; readonly number: string; readonly bankName: string } | null
}

async function readClaim(claimId: string) {
  const view = await answer(api.GET('/claims/{claimId}', { params: { path: { claimId } } }))
  return {
    ...view,
    claim: view.claim as unknown as Claim,
    parties: view.parties as unknown as readonly Party[],
    survey: view.survey as { readonly body: { readonly conclusion?: string } } | null,
  }
}

export type ClaimView = Awaited<ReturnType<typeof readClaim>>
export type ClaimEvent = ClaimView['events'][number]

export const claimKey = (claimId: string) => ['claim', claimId] as const

/** Everything about a claim; asked for anew while somebody looks at it, since a colleague may decide. */
export const claimQuery = (claimId: string) =>
  queryOptions({ queryKey: claimKey(claimId), queryFn: () => readClaim(claimId), refetchInterval: 5000 })

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
