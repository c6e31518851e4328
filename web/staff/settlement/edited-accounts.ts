import type { ClaimEvent } from '../claim/event-words.ts'
import type { ClaimView } from '../claim/queries.ts'
import type { Settlement } from './queries.ts'

export interface EditedAccount {
  readonly partyId: string
  /** Undefined where it is older than the history that a claim is shown with. */
  readonly event: ClaimEvent | undefined
  /** The customer had agreed to the amount before: they saw another account then. */
  readonly afterAgreement: boolean
}

/** The payees' accounts that staff have changed last; what somebody says of their own account is no edit. */
export function editedAccounts(
  { claim, events }: Pick<ClaimView, 'claim' | 'events'>,
  { payees, sheetVersion }: Pick<Settlement, 'payees' | 'sheetVersion'>,
): readonly EditedAccount[] {
  const agreement = claim.sheets.find(({ version }) => version === sheetVersion)?.agreement
  return payees.flatMap(({ partyId }) => {
    const party = claim.parties.find(({ id }) => id === partyId)
    const editor = party?.payeeEditedBy ?? null
    if (editor === null || editor === party?.personId) return []
    const event = events.findLast(({ type, data }) => type === 'payeeChanged' && data['partyId'] === partyId)
    const afterAgreement =
      event !== undefined &&
      agreement?.outcome === 'agreed' &&
      Date.parse(event.at) > Date.parse(agreement.at)
    return [{ partyId, event, afterAgreement }]
  })
}
