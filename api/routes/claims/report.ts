import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { CommandReply, PartyInput } from '../../../db/commands.ts'
import { findPolicyToReport, type PolicyToReport } from '../../../db/reads/report-policy.ts'
import { readStaffContact } from '../../../db/reads/staff-contact.ts'
import type { Channel } from '../../../domain/claim/state.ts'
import { refuse } from '../../../domain/errors.ts'
import { checkPersonName } from '../../../domain/identity/person-name.ts'
import { checkPhone } from '../../../domain/identity/phone.ts'
import { checkPlate } from '../../../domain/identity/plate.ts'
import { checkVehicleIdentificationNumber } from '../../../domain/identity/vehicle-identification-number.ts'
import type { SmallClaim } from '../../../domain/claim/fast-track-state.ts'
import { add, fen } from '../../../domain/money.ts'
import type { Api } from '../../api.ts'
import type { Dependencies } from '../../dependencies.ts'
import { requireFields } from '../../fields.ts'
import { newClaim, registeredClaim } from '../../schemas/claim/report.ts'
import { answer, instantOf } from '../../wire.ts'
import { nextSteps } from './next-steps.ts'
import { accountOf, normal, partiesOf, partyChecks } from './parties-on-request.ts'
import { sendCommand } from './send-command.ts'

type NewClaim = Static<typeof newClaim>

/** First notice of loss, for every channel: the portal, the call centre's screen and partners. */
export function reportRoutes(app: Api, dependencies: Dependencies): void {
  const { database, cipher } = dependencies
  const send = sendCommand(dependencies)

  app.post(
    '/claims',
    {
      config: { action: 'registerClaim' },
      schema: {
        tags: ['claims'],
        summary: 'Report a loss 报案',
        description:
          'Answers with number, contact, checklist and next steps; nothing that is acknowledged waits for anything else. Possible duplicates are refused with duplicateReport until duplicatesSeen is true.',
        body: newClaim,
        response: { 201: registeredClaim },
      },
    },
    async (request, reply) => {
      const { body } = request
      checkReport(request, body)
      const policy = await policyOf(request, body)
      const done = await send(request, {
        type: 'registerClaim',
        body: factsOf(body, channelOf(request)),
        policyId: policy.policyId,
        parties: peopleOf(request, body, policy),
        content: { kind: 'report', body: storyOf(body) },
        ...(body.plate === undefined ? {} : { plate: plateOf(body.plate) }),
        ...(body.draftId === undefined ? {} : { draftId: body.draftId }),
      })
      return answer(reply, 201, await acknowledged(done))
    },
  )

  async function policyOf(request: FastifyRequest, body: NewClaim): Promise<PolicyToReport> {
    const { policyId, policyNumber } = body
    const { accountKind, personId } = request.identity
    const customerId = accountKind === 'customer' ? personId : null
    const named = policyId !== undefined ? { policyId } : { policyNumber: (policyNumber ?? '').trim() }
    const found = await findPolicyToReport(database, cipher, named, customerId)
    // Somebody else's policy goes on without people, so that the refusal stands in the audit.
    return found ?? (policyId === undefined ? refuse('policyNotFound') : { policyId, people: [] })
  }

  async function acknowledged(done: CommandReply): Promise<CommandReply> {
    const contactId = done['contactId'] as string | null
    const checklist = done['checklist'] as readonly Record<string, unknown>[]
    return {
      ...done,
      contact: await readStaffContact(database, contactId),
      checklist: checklist.map(({ item, need, label, original, state }) => ({
        item,
        need,
        label,
        original,
        state,
      })),
      nextSteps,
    }
  }
}

/** Everything that is wrong with the fields, at once; whether the report fits the policy is decided later. */
function checkReport(request: FastifyRequest, body: NewClaim): void {
  const { policyId, policyNumber, plate, vehicleNumber, thirdPartyPlate, reporter, parties = [] } = body
  if ((policyId === undefined) === (policyNumber === undefined)) {
    const text = { zh: '保单请选择一张或填写保单号。', en: 'Name the policy by its id or by its number.' }
    refuse('malformed', { fields: [{ path: '/policyId', reason: 'oneOf', text }] })
  }
  if (body.doubtful !== undefined && request.identity.accountKind !== 'staff') {
    const text = { zh: '此项由理赔人员填写。', en: 'This is for staff to say.' }
    refuse('malformed', { fields: [{ path: '/doubtful', reason: 'staffOnly', text }] })
  }
  requireFields({
    '/plate': plate === undefined ? null : checkPlate(plate),
    '/vehicleNumber': vehicleNumber === undefined ? null : checkVehicleIdentificationNumber(vehicleNumber),
    '/thirdPartyPlate': thirdPartyPlate === undefined ? null : checkPlate(thirdPartyPlate),
    '/reporter/name': reporter === undefined ? null : checkPersonName(reporter.name),
    '/reporter/phone': reporter === undefined ? null : checkPhone(reporter.phone),
    ...partyChecks(parties),
  })
  if (body.smallClaim?.account !== undefined) accountOf(body.smallClaim.account)
}

function channelOf({ identity }: FastifyRequest): Channel {
  if (identity.accountKind === 'partner') return 'partner'
  return identity.accountKind === 'staff' ? 'callCentre' : 'portal'
}

function factsOf(body: NewClaim, channel: Channel) {
  const { cause, injury = false, death = false, thirdParty = false, smallClaim } = body
  const asked = smallClaim === undefined ? null : smallClaimOf(smallClaim)
  const estimatedMinor = body.estimatedMinor ?? asked?.estimatedMinor ?? null
  return {
    cause,
    channel,
    lossAt: instantOf('/lossAt', body.lossAt),
    injury,
    death,
    thirdParty,
    doubtful: body.doubtful ?? false,
    estimatedMinor: estimatedMinor === null ? null : fen(estimatedMinor),
    place: body.place ?? null,
    duplicatesSeen: body.duplicatesSeen ?? false,
    ...(asked === null ? {} : { smallClaim: asked.smallClaim }),
  }
}

/** The figures as they were typed; what has not been said is not known. */
function smallClaimOf({ lines, agreedMinor, ...said }: NonNullable<NewClaim['smallClaim']>) {
  const smallClaim: SmallClaim = {
    lines: lines.map((one) => ({ ...one, askedMinor: fen(one.askedMinor) })),
    agreedMinor: fen(agreedMinor),
    declared: {
      licenceValid: said.licenceValid ?? null,
      drunk: said.drunk ?? null,
      noExclusion: said.noExclusion,
      socialInsuranceSettled: said.socialInsuranceSettled ?? false,
    },
  }
  return { smallClaim, estimatedMinor: add(...smallClaim.lines.map((one) => one.askedMinor)) }
}

/**
 * The insured as on file, and whoever reports: a person of the policy by what is on file too, anybody else by what
 * they said. Then the others who were named.
 */
function peopleOf(request: FastifyRequest, body: NewClaim, { people }: PolicyToReport): PartyInput[] {
  const insured = people.filter(({ role }) => role === 'insured')
  const holders = people.filter(({ role }) => role === 'holder')
  const principals = insured.length > 0 ? insured : holders
  const { accountKind, personId } = request.identity
  const self = accountKind === 'customer' ? people.find((one) => one.personId === personId) : undefined
  // Their own account is for the insured alone to say.
  const { account } = body.smallClaim ?? {}
  const known = principals.map((one) => ({
    ...onFile('insured', one),
    ...(account !== undefined && accountKind === 'customer' && one.personId === personId
      ? { account: accountOf(account) }
      : {}),
  }))
  const reporting: PartyInput[] =
    self === undefined || principals.some((one) => one.personId === personId)
      ? reporterOf(body)
      : [onFile('reporter', self)]
  return [...known, ...reporting, ...partiesOf(body.parties ?? [])]
}

function onFile(role: 'insured' | 'reporter', { personId, name, phone }: PolicyToReport['people'][number]) {
  return { role, personId, name, ...(phone === null ? {} : { phone }) }
}

function reporterOf({ reporter }: NewClaim): PartyInput[] {
  if (reporter === undefined) return []
  const { name, phone } = reporter
  return [
    { role: 'reporter', name: normal(checkPersonName(name), name), phone: normal(checkPhone(phone), phone) },
  ]
}

/** What is personal data or free text: kept encrypted as the first version of the report. */
function storyOf(body: NewClaim): Record<string, unknown> {
  const { narrative, damage, placeText, plate, vehicleNumber, thirdPartyPlate, reporter } = body
  return {
    narrative,
    damage,
    placeText,
    place: body.place,
    plate: plate === undefined ? undefined : plateOf(plate),
    vehicleNumber: vehicleNumber?.trim().toUpperCase(),
    thirdPartyPlate: thirdPartyPlate === undefined ? undefined : plateOf(thirdPartyPlate),
    relation: reporter?.relation,
  }
}

function plateOf(text: string): string {
  const check = checkPlate(text)
  return check.ok ? check.value.plate : text
}
