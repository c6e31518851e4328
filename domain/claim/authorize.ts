import { refuse } from '../errors.ts'
import { permissions, type Action, type Condition, type Role } from '../permissions.ts'
import type { Actor } from './facts.ts'
import type { ClaimState, PartyRole } from './state.ts'

/** Roles in which somebody who is a party of the claim may act on it. */
const outsideRoles: ReadonlySet<Role> = new Set(['customer', 'partner'])

/** What only those who speak for the claim may do; a victim or a repairer follows it, and no more. */
const speaking: ReadonlySet<Action> = new Set(['withdrawClaim', 'agreeSheet', 'disputeSheet'])
const speakers: ReadonlySet<PartyRole> = new Set(['insured', 'reporter', 'beneficiary'])

const answeringOffer: ReadonlySet<Action> = new Set(['acceptSurvey', 'declineSurvey'])

/** How the actor stands to the claim: what the conditions of the permission table ask. */
function holds(action: Action, condition: Condition, role: Role, actor: Actor, state: ClaimState): boolean {
  if (condition === 'any' || condition === 'branch') return true
  const people = [actor.personId, ...actor.substitutesFor]
  if (condition === 'own') {
    if (role === 'partner') return state.registeredBy !== null && people.includes(state.registeredBy)
    const mine = state.parties.filter((party) => party.personId !== null && party.personId === actor.personId)
    return mine.some((party) => !speaking.has(action) || speakers.has(party.role))
  }
  if (condition === 'visiting') {
    const { surveyorId } = state.survey
    return state.stage === 'survey' && surveyorId !== null && people.includes(surveyorId)
  }
  const responsible = responsiblePeople(state)
  // Whoever was asked hears that the offer has gone; it gives no right to see the claim.
  const asked = answeringOffer.has(action) ? state.survey.offers.map((offer) => offer.surveyorId) : []
  return [...responsible, ...asked].some((person) => people.includes(person))
}

/** Everybody who has the claim or a piece of its open work in hand. */
function responsiblePeople(state: ClaimState): readonly string[] {
  const people = [
    state.contactId,
    state.adjusterId,
    state.survey.surveyorId,
    ...state.tasks.map((task) => task.assigneeId),
  ]
  return people.filter((one) => one !== null)
}

function isParty(actor: Actor, state: ClaimState): boolean {
  return state.parties.some((party) => party.personId !== null && party.personId === actor.personId)
}

/**
 * Refuses what the table does not allow. Somebody who may not even see the claim
 * is told that there is none, in the same words as for one that does not exist.
 */
export function authorize(action: Action, actor: Actor, state: ClaimState): void {
  if (isAllowed(action, actor, state)) return
  const byRole = actor.roles.some((role) => permissions[action][role] !== undefined)
  const byStaffRole = actor.roles.some(
    (role) => !outsideRoles.has(role) && permissions[action][role] !== undefined,
  )
  if (byStaffRole && isParty(actor, state)) refuse('ownWork', { action })
  const sees = isAllowed('readClaim', actor, state) || isAllowed('readProgress', actor, state)
  if (!sees) refuse('notFound')
  refuse(byRole ? 'notAssigned' : 'notPermitted', { action })
}

/** Nobody works on a claim of their own: a member of staff who is a party of it is a customer like others. */
export function isAllowed(action: Action, actor: Actor, state: ClaimState): boolean {
  const roles = isParty(actor, state) ? actor.roles.filter((role) => outsideRoles.has(role)) : actor.roles
  return roles.some((role) => {
    const condition = permissions[action][role]
    return condition !== undefined && holds(action, condition, role, actor, state)
  })
}
