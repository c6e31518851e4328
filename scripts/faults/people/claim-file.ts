/** One claim of the run: what its people have to remember between two looks at it. */
import type { ClaimState } from '../../../domain/claim/state.ts'
import type { Seeded } from '../seeded.ts'
import type { Sold } from './book.ts'
import type { Office } from './office.ts'
import type { Answered, Operation, Person } from './person.ts'

/** What staff see of a claim, as far as the run looks at it. Instants are text on the wire. */
export interface ClaimView {
  readonly version: number
  readonly claim: ClaimState
  readonly parties: readonly { readonly partyId: string; readonly role: string; readonly name: string }[]
}

/** Something that somebody can do on a claim now. */
export interface Step {
  readonly by: Person
  readonly operation: Operation
}

export class ClaimFile {
  readonly office: Office
  readonly random: Seeded
  readonly sold: Sold
  readonly customer: Person
  /** The report of the loss in yuan; repairs cost as much. */
  readonly yuan: number
  claimId = ''
  /** The newest survey report that was saved and not submitted. */
  surveyReport: { readonly reportVersion: number; readonly reportHash: string } | undefined

  constructor(office: Office, random: Seeded, sold: Sold, yuan: number) {
    this.office = office
    this.random = random
    this.sold = sold
    this.customer = office.customer(sold.customer)
    this.yuan = yuan
  }

  /** An operation on this claim, with what follows `/claims/<id>` as its path. */
  on(type: string, rest: string, body?: object, method: Operation['method'] = 'POST'): Operation {
    return {
      type,
      method,
      path: `/claims/${this.claimId}${rest}`,
      claimId: this.claimId,
      ...(body === undefined ? {} : { body }),
    }
  }

  /** Somebody else of the same standing, who does not know that a colleague is at it. */
  rival({ by, operation }: Step): Person | undefined {
    if (operation.type !== 'decideSettlement' && operation.type !== 'releasePayments') return undefined
    const { id, identity } = by
    const others = this.office
      .all(identity.role)
      .filter((one) => one.id !== id && one.identity.limitMinor >= identity.limitMinor)
    return others.length === 0 ? undefined : this.random.pick(others)
  }

  async look(): Promise<ClaimView | undefined> {
    const { outcome, reply } = await this.office.nextReader().read(this.on('readClaim', '', undefined, 'GET'))
    return outcome === 'ok' ? (reply as unknown as ClaimView) : undefined
  }

  /** Remembers of an answer what the next steps need. */
  heard({ type }: Operation, { outcome, reply }: Answered): void {
    if (outcome !== 'ok') return
    if (type === 'saveSurveyReport') {
      this.surveyReport = {
        reportVersion: Number(reply['reportVersion']),
        reportHash: String(reply['reportHash']),
      }
    }
  }
}
