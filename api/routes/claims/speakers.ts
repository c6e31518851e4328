import type { ClaimState, PartyRole } from '../../../domain/claim/state.ts'

const speakers: ReadonlySet<PartyRole> = new Set(['insured', 'reporter', 'beneficiary'])

/** Whether somebody speaks for the claim; a victim or a repairer follows it, and sees no figures of others. */
export function speaksFor({ parties }: ClaimState, personId: string): boolean {
  return parties.some((party) => party.personId === personId && speakers.has(party.role))
}
