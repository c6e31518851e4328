/** Everybody who could try something on one claim, as the columns of the matrix name them. */
import { randomUUID } from 'node:crypto'
import { branches } from '../../db/schema/index.ts'
import { softwareSender, systemSender, type Sender } from '../../db/commands.ts'
import { assert } from '../../domain/errors.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import type { Member, World } from '../support/world.ts'

export const columns = [
  'customer of the claim',
  'another customer',
  'handler, contact of the claim',
  'handler, same branch',
  'handler, other branch',
  'surveyor of the claim',
  'surveyor, same branch',
  'adjuster of the claim',
  'adjuster, same branch',
  'approver, same branch',
  'approver, other branch',
  'finance, same branch',
  'finance, other branch',
  'auditor',
  'administrator',
  'partner who reported',
  'another partner',
  'system',
  'software of the fast track',
] as const
export type Column = (typeof columns)[number]

/** The claim's people, and one of everybody else; what each is to the claim is written into its state. */
export async function castOf(world: World, claim: ClaimState) {
  const otherBranch = randomUUID()
  await world.database.insert(branches).values({ id: otherBranch, code: '0202', name: '分部' })
  const elsewhere = { branchId: otherBranch }
  const partner = async (): Promise<Member> => {
    const personId = await world.person()
    return { kind: 'partner', personId, accountId: await world.account(personId, 'partner') }
  }
  const people: Readonly<Record<Column, Sender>> = {
    'customer of the claim': await world.customer(),
    'another customer': await world.customer(),
    'handler, contact of the claim': await world.member(['handler']),
    'handler, same branch': await world.member(['handler']),
    'handler, other branch': await world.member(['handler'], elsewhere),
    'surveyor of the claim': await world.member(['surveyor']),
    'surveyor, same branch': await world.member(['surveyor']),
    'adjuster of the claim': await world.member(['adjuster']),
    'adjuster, same branch': await world.member(['adjuster']),
    'approver, same branch': await world.member(['approver'], { limitMinor: 1 }),
    'approver, other branch': await world.member(['approver'], { limitMinor: 1, ...elsewhere }),
    'finance, same branch': await world.member(['finance']),
    'finance, other branch': await world.member(['finance'], elsewhere),
    auditor: await world.member(['auditor'], { branchId: null }),
    administrator: await world.member(['administrator'], { branchId: null }),
    'partner who reported': await partner(),
    'another partner': await partner(),
    system: systemSender,
    'software of the fast track': softwareSender,
  }
  const idOf = (column: Column): string => {
    const { personId } = people[column]
    assert(personId !== null, `${column} is a person`)
    return personId
  }
  const state: ClaimState = {
    ...claim,
    registeredBy: idOf('partner who reported'),
    contactId: idOf('handler, contact of the claim'),
    adjusterId: idOf('adjuster of the claim'),
    stage: 'survey',
    survey: { ...claim.survey, surveyorId: idOf('surveyor of the claim') },
    parties: claim.parties.map((party) => ({ ...party, personId: idOf('customer of the claim') })),
    tasks: [],
  }
  return { people, state }
}
