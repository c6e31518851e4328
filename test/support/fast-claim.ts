/** Small medical claims that software may settle alone: reported with figures, account and consent. */
import { randomUUID } from 'node:crypto'
import type { ClaimCommand, Executed } from '../../db/commands.ts'
import type { SmallClaim } from '../../domain/claim/fast-track-state.ts'
import { softwareId } from '../../domain/claim/software.ts'
import { fen } from '../../domain/money.ts'
import { goodAccount } from './claim-journey.ts'
import type { Member, World } from './world.ts'

/** Bills of 3,000 yuan, of which the policy takes off 100. */
export const smallBill: SmallClaim = {
  lines: [
    { coverage: 'accidentMedical', item: 'treatment', askedMinor: fen(200_000) },
    { coverage: 'accidentMedical', item: 'medicine', askedMinor: fen(100_000) },
  ],
  agreedMinor: fen(290_000),
  declared: { licenceValid: null, drunk: null, noExclusion: true, socialInsuranceSettled: true },
}

/** What two administrators do before software settles anything: injuries need authority for 50,000 yuan. */
export function grantSoftware(world: World): Promise<void> {
  return world.limit(softwareId, 5_000_000)
}

type Send = (command: ClaimCommand<'registerClaim'> | ClaimCommand<'receiveDocument'>) => Promise<Executed>

const day = 24 * 60 * 60 * 1000
let losses = Date.UTC(2023, 0, 1)

export interface FastClaimOptions {
  readonly customer?: Member
  readonly policyId?: string
  readonly smallClaim?: SmallClaim
}

/** The report with all its papers; each has a policy of its own and its own day unless one is given. */
export async function reportFast(world: World, send: Send, options: FastClaimOptions = {}): Promise<string> {
  const customer = options.customer ?? (await world.customer())
  const policyId = options.policyId ?? (await world.policy('accident', customer))
  const { smallClaim = smallBill } = options
  losses += 3 * day
  const { reply } = await send({
    type: 'registerClaim',
    sender: customer,
    key: randomUUID(),
    policyId,
    body: {
      cause: 'fallOrInjury',
      channel: 'portal',
      lossAt: losses,
      injury: true,
      death: false,
      thirdParty: false,
      doubtful: false,
      estimatedMinor: fen(300_000),
      place: null,
      duplicatesSeen: false,
      smallClaim,
    },
    parties: [{ role: 'insured', personId: customer.personId, name: '张三', account: goodAccount }],
    content: { kind: 'report', body: { narrative: '下楼时摔伤手腕' } },
  })
  const checklist = reply['checklist'] as readonly { readonly item: string; readonly need: string }[]
  for (const { item, need } of checklist) {
    if (need === 'required') await send(paper(customer, reply.claimId, item))
  }
  return reply.claimId
}

function paper(sender: Member, claimId: string, item: string): ClaimCommand<'receiveDocument'> {
  const body = { item, documentId: randomUUID(), contentHash: 'a'.repeat(64) }
  return {
    type: 'receiveDocument',
    sender,
    claimId,
    key: randomUUID(),
    body: body as ClaimCommand<'receiveDocument'>['body'],
    document: { mediaType: 'image/jpeg', size: 1000, name: `${item}.jpg`, channel: 'upload' },
  }
}
