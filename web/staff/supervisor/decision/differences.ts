import type { ClaimEvent } from '../../claim/event-words.ts'
import { forPeople } from '../../claim/for-people.ts'
import type { ClaimView } from '../../claim/queries.ts'
import type { Settlement } from '../../settlement/queries.ts'

/** An amount then and now; of one payee, or of the whole where none is named. Null: was or is not paid. */
export interface Difference {
  readonly partyId: string | null
  readonly before: number | null
  readonly now: number | null
  readonly accountChanged: boolean
}

export function differences(before: Settlement, now: Settlement): readonly Difference[] {
  const ids = [...new Set([...before.payees, ...now.payees].map(({ partyId }) => partyId))]
  const whole = {
    partyId: null,
    before: before.amountMinor,
    now: now.amountMinor,
    accountChanged: false,
  }
  const of = (settlement: Settlement, id: string) => settlement.payees.find(({ partyId }) => partyId === id)
  return [
    whole,
    ...ids.map((partyId) => {
      const [then, today] = [of(before, partyId), of(now, partyId)]
      return {
        partyId,
        before: then?.amountMinor ?? null,
        now: today?.amountMinor ?? null,
        accountChanged: then !== undefined && today !== undefined && then.payeeHash !== today.payeeHash,
      }
    }),
  ]
}

/** What an approver would want to hear of. */
const telling: ReadonlySet<string> = new Set([
  'sheetSaved',
  'sheetAnswered',
  'payeeChanged',
  'partyAdded',
  'documentReceived',
  'documentReviewed',
  'factsEstablished',
  'panelRun',
  'surveyReportSubmitted',
  'settlementVoided',
  'claimReopened',
])

interface Looked {
  /** The settlement before this one that paid for the same; undefined when this is the first. */
  readonly before: Settlement | undefined
  /** When somebody last decided; null when nobody ever has. */
  readonly since: string | null
  readonly happened: readonly ClaimEvent[]
}

/** Where an approver last looked, at this settlement or at the one before it, and what has happened since. */
export function lastLooked({ claim, events }: ClaimView, settlement: Settlement): Looked {
  const place = claim.settlements.findIndex(({ id }) => id === settlement.id)
  const before = claim.settlements.slice(0, place).findLast(({ kind }) => kind === settlement.kind)
  const ids = new Set([settlement.id, before?.id])
  const since =
    events.findLast(
      ({ type, data }) =>
        ['settlementDecided', 'settlementReferred', 'settlementReturned', 'settlementRejected'].includes(
          type,
        ) && ids.has(String(data['settlementId'])),
    )?.at ?? null
  const happened =
    since === null ? [] : forPeople(events).filter(({ type, at }) => telling.has(type) && at > since)
  return { before, since, happened }
}
