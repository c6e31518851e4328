import { queryOptions } from '@tanstack/react-query'
import type { SheetDifference } from '../../../domain/adjustment/compare-sheets.ts'
import type { CalculatedSheet, SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import type { ClaimState } from '../../../domain/claim/state.ts'
import type { PolicySnapshot } from '../../../domain/policy/terms.ts'
import { answer, api } from '../../http/client.ts'
import { queryClient } from '../../http/queries.ts'
import type { paths } from '../../http/schema.d.ts'
import type { OnWire } from './on-wire.ts'

export type Claim = OnWire<ClaimState>
export type Policy = OnWire<PolicySnapshot>

/** Somebody in the claim, masked. */
export interface Party {
  readonly partyId: string
  readonly role: string
  readonly name: string
  readonly phone: string | null
  readonly identityNumber: string | null
  readonly account: { readonly holder: string; readonly number: string; readonly bankName: string } | null
}

/** What was reported, in the words of whoever did. */
interface Story {
  readonly narrative?: string
  readonly damage?: string
  readonly placeText?: string
  readonly plate?: string
  readonly thirdPartyPlate?: string
}

/** The surveyor's report as it is written. */
export interface SurveyBody {
  readonly surveyedAt?: string
  readonly placeText?: string
  readonly findings?: string
  readonly conclusion?: string
  readonly causeAgrees?: boolean
  readonly photographs?: readonly { readonly documentId: string; readonly caption?: string }[]
  readonly statements?: readonly { readonly by: string; readonly name?: string; readonly text: string }[]
}

interface Notice {
  readonly noticeId: string
  readonly template: string
  readonly status: string
  readonly queuedAt: string
  readonly deliveredAt: string | null
}

export const claimKey = (claimId: string) => ['claim', claimId] as const

type Answered = paths['/claims/{claimId}']['get']['responses'][200]['content']['application/json']

function viewOf({ claim, policy, report, survey, parties, notices, ...rest }: Answered, etag: string) {
  return {
    ...rest,
    /** The version of all this. */
    etag,
    claim: claim as unknown as Claim,
    policy: policy as unknown as Policy,
    report: report as Story | null,
    survey: survey as { readonly version: number; readonly hash: string; readonly body: SurveyBody } | null,
    parties: parties as unknown as readonly Party[],
    notices: notices as unknown as readonly Notice[],
  }
}

export type ClaimView = ReturnType<typeof viewOf>

/** Asks for what is new since the view in memory; the browser's own cache would keep the claim on the disk. */
async function readClaim(claimId: string): Promise<ClaimView> {
  const known = queryClient.getQueryData<ClaimView>(claimKey(claimId))
  const headers = known === undefined ? {} : { 'if-none-match': known.etag }
  const answered = await api.GET('/claims/{claimId}', { params: { path: { claimId } }, headers })
  if (known !== undefined && answered.response.status === 304) return known
  const view = await answer(Promise.resolve(answered))
  return viewOf(view, answered.response.headers.get('etag') ?? '')
}

/** Everything about a claim; while somebody looks at it, it is asked for anew. */
export const claimQuery = (claimId: string) =>
  queryOptions({ queryKey: claimKey(claimId), queryFn: () => readClaim(claimId), refetchInterval: 3000 })

async function readSheet(claimId: string, version: number) {
  const path = { claimId, version }
  const sheet = await answer(api.GET('/claims/{claimId}/sheets/{version}', { params: { path } }))
  return {
    ...sheet,
    input: sheet.input as unknown as SheetInput,
    result: sheet.result as unknown as CalculatedSheet,
    rerun: { ...sheet.rerun, differences: sheet.rerun.differences as unknown as readonly SheetDifference[] },
  }
}

/** One version of the calculation: it never changes. */
export const sheetQuery = (claimId: string, version: number) =>
  queryOptions({
    queryKey: [...claimKey(claimId), 'sheet', version],
    queryFn: () => readSheet(claimId, version),
    staleTime: Number.POSITIVE_INFINITY,
  })
