import { isAllowed } from '../../domain/claim/authorize.ts'
import { pathOf } from '../../domain/claim/stage-path.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import { type Action, permissions } from '../../domain/permissions.ts'
import { describeMasked } from '../../domain/policy/insured-object.ts'
import type { Transaction } from '../client.ts'
import type { FieldCipher } from '../encryption/field-cipher.ts'
import { objectsOf } from '../policies/read-policies.ts'
import type { ClaimForReader } from './claim-for-reader.ts'
import { readDocuments, readMessages, readNotices, readRuleUses } from './claim-papers.ts'
import { readContent } from './contents.ts'
import { readHistory, readStageEntries } from './history.ts'
import { type ClearParty, masked, readClearParties } from './parties.ts'
import { readStaffContact, readStaffNames } from './staff-contact.ts'

const newestEvents = 200

/** Everything about a claim as staff see it, of one moment; personal data masked. */
export async function readClaimView(tx: Transaction, cipher: FieldCipher, { row, actor }: ClaimForReader) {
  const { id, state, caseNumber, version, policySnapshot, eventSequence } = row
  const { policyId } = policySnapshot
  const report = await readContent(tx, cipher, id, { kind: 'report' })
  const survey = await readContent(tx, cipher, id, { kind: 'surveyReport' })
  const people = await readClearParties(tx, cipher, id)
  const documents = await readDocuments(tx, cipher, id)
  const events = await readHistory(tx, cipher, id, {
    after: Math.max(0, eventSequence - newestEvents),
    limit: newestEvents,
  })
  const thread = await readMessages(tx, cipher, id)
  const names = await readStaffNames(tx, [
    ...peopleOf(state),
    ...events.map(({ actorId }) => actorId),
    ...thread.map(({ authorId }) => authorId),
  ])
  const nameOf = (personId: string | null) => (personId === null ? null : (names.get(personId) ?? null))
  return {
    claimId: id,
    caseNumber,
    version,
    claim: state,
    path: pathOf(state, await readStageEntries(tx, id, eventSequence)),
    policy: policySnapshot,
    insuredObjects: ((await objectsOf(tx, cipher, [policyId])).get(policyId) ?? []).map(describeMasked),
    report: report === undefined ? null : report.body,
    survey: survey === undefined ? null : survey,
    parties: inOrderOf(state, people).map(masked),
    contact: await readStaffContact(tx, state.contactId),
    people: [...names].map(([personId, name]) => ({ personId, name })),
    documents,
    notices: await readNotices(tx, id),
    messages: thread.map(({ authorId, ...message }) => ({
      ...message,
      authorName: nameOf(authorId),
      mine: authorId === actor.personId,
    })),
    events: events.map((event) => ({ ...event, actorName: nameOf(event.actorId) })),
    ruleUses: await readRuleUses(tx, id),
    allowed: (Object.keys(permissions) as Action[]).filter((action) => isAllowed(action, actor, state)),
  }
}

/** Rows of one transaction have one instant; who was named first stands in the state. */
function inOrderOf(state: ClaimState, people: readonly ClearParty[]): readonly ClearParty[] {
  const place = (partyId: string) => state.parties.findIndex(({ id }) => id === partyId)
  return people.toSorted((a, b) => place(a.partyId) - place(b.partyId))
}

/** Staff who have had a hand in the claim. */
function peopleOf(state: ClaimState): readonly (string | null)[] {
  return [
    state.contactId,
    state.adjusterId,
    state.registeredBy,
    state.survey.surveyorId,
    ...state.survey.offers.map(({ surveyorId }) => surveyorId),
    ...state.tasks.map(({ assigneeId }) => assigneeId),
    ...state.sheets.map(({ authorId }) => authorId),
    ...state.settlements.flatMap(({ proposedBy, approvals }) => [
      proposedBy,
      ...approvals.map(({ personId }) => personId),
    ]),
  ]
}
