import { randomUUID } from 'node:crypto'
import type { ClaimCommand } from '../../db/commands.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Member } from './world.ts'

export interface ReportOptions {
  readonly lossAt?: Instant
  readonly key?: string
  /** Of the insured; without one nothing can be sent to them. */
  readonly phone?: string
  readonly duplicatesSeen?: boolean
}

/** The plainest report there is: a collision that hurt nobody, told by the insured through the portal. */
export function collisionReport(
  customer: Member,
  policyId: string,
  { lossAt = Date.UTC(2017, 1, 1), key = randomUUID(), phone, duplicatesSeen = false }: ReportOptions = {},
): ClaimCommand<'registerClaim'> {
  return {
    type: 'registerClaim',
    sender: customer,
    key,
    policyId,
    body: {
      cause: 'collision',
      channel: 'portal',
      lossAt,
      injury: false,
      death: false,
      thirdParty: false,
      doubtful: false,
      estimatedMinor: null,
      place: null,
      duplicatesSeen,
    },
    parties: [
      {
        role: 'insured',
        personId: customer.personId,
        name: '张三',
        ...(phone === undefined ? {} : { phone }),
      },
    ],
    content: { kind: 'report', body: { narrative: '倒车时碰撞' } },
  }
}
