import { refuse } from '../errors.ts'
import { permissions, type Action, type Condition, type Role } from '../permissions.ts'
import type { Actor } from './facts.ts'
import type { ClaimState } from './state.ts'

/** How the actor stands to the claim: what the conditions of the permission table ask. */
function holds(condition: Condition, role: Role, actor: Actor, state: ClaimState): boolean {
  if (condition === 'any' || condition === 'branch') return true
  const people = [actor.personId, ...actor.substitutesFor]
  if (condition === 'own') {
    if (role === 'partner') return state.registeredBy !== null && people.includes(state.registeredBy)
    return state.parties.some((party) => party.personId !== null && party.personId === actor.personId)
  }
  return responsiblePeople(state).some((person) => people.includes(person))
}

/** Everybody who has the claim or a piece of its open work in hand. */
export function responsiblePeople(state: ClaimState): readonly string[] {
  const people = [
    state.contactId,
    state.adjusterId,
    state.survey.surveyorId,
    ...state.tasks.map((task) => task.assigneeId),
  ]
  const offered = state.survey.offers.map((offer) => offer.surveyorId)
  return [...people, ...offered].filter((one) => one !== null)
}

/**
 * Refuses what the table does not allow. Somebody who may not even see the claim
 * is told that there is none, in the same words as for one that does not exist.
 */
export function authorize(action: Action, actor: Actor, state: ClaimState): void {
  if (isAllowed(action, actor, state)) return
  const sees = isAllowed('readClaim', actor, state) || isAllowed('readProgress', actor, state)
  if (!sees) refuse('notFound')
  const byRole = actor.roles.some((role) => permissions[action][role] !== undefined)
  refuse(byRole ? 'notAssigned' : 'notPermitted', { action })
}

export function isAllowed(action: Action, actor: Actor, state: ClaimState): boolean {
  return actor.roles.some((role) => {
    const condition = permissions[action][role]
    return condition !== undefined && holds(condition, role, actor, state)
  })
}
