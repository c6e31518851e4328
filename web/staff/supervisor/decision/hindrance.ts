import type { Me } from '../../../http/queries.ts'
import type { ClaimView } from '../../claim/queries.ts'
import type { Settlement } from '../../settlement/queries.ts'

/** What keeps somebody from deciding, as far as it can be seen before they try; null when nothing does. */
export function hindrance(
  me: Me,
  { claim, allowed }: ClaimView,
  settlement: Settlement,
): 'noRight' | 'ownWork' | 'twice' | 'limit' | null {
  if (!allowed.includes('decideSettlement')) return 'noRight'
  const payees = new Set(settlement.payees.map(({ partyId }) => partyId))
  const involved = [
    settlement.proposedBy,
    claim.registeredBy,
    claim.survey.surveyorId,
    ...claim.sheets.map(({ authorId }) => authorId),
    ...claim.parties.map(({ personId }) => personId),
    ...claim.parties.filter(({ id }) => payees.has(id)).map(({ payeeEditedBy }) => payeeEditedBy),
  ]
  if (involved.includes(me.personId)) return 'ownWork'
  if (settlement.approvals.some(({ personId }) => personId === me.personId)) return 'twice'
  const needed = settlement.levels[settlement.openLevel - 1] ?? Number.MAX_SAFE_INTEGER
  const limits = me.limits.filter(({ line }) => line === null || line === claim.line)
  return limits.some(({ limitMinor }) => limitMinor >= needed) ? null : 'limit'
}
