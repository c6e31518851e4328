/** One claim of the demonstration as its people see it: where it stands, and who has it in hand. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClaimState } from '../../domain/claim/state.ts'
import type { Cast, Colleague } from './cast.ts'
import type { HttpClient } from './http-client.ts'
import type { Insured } from './policies.ts'

/** What staff see of a claim; the state's instants are text on the wire, which no scenario reads. */
export type ClaimView = ClaimState

const patience = 60_000

export class ClaimFile {
  readonly cast: Cast
  readonly customer: HttpClient
  readonly insured: Insured
  readonly title: string
  claimId = ''
  caseNumber = ''

  protected constructor(cast: Cast, customer: HttpClient, insured: Insured, title: string) {
    this.cast = cast
    this.customer = customer
    this.insured = insured
    this.title = title
  }
  /** What staff see of the claim now. */
  async view(): Promise<ClaimView> {
    const { claim } = await this.cast.any('auditor').http.get<{ claim: ClaimView }>(`/claims/${this.claimId}`)
    return claim
  }

  async until(what: string, fulfilled: (claim: ClaimView) => boolean, within = patience): Promise<ClaimView> {
    const deadline = Date.now() + within
    for (;;) {
      const claim = await this.view()
      if (fulfilled(claim)) return claim
      if (Date.now() > deadline)
        throw new Error(`${this.title}: waited in vain for ${what}; the claim is in ${claim.stage}.`)
      await sleep(150)
    }
  }

  async reaches(stage: ClaimState['stage']): Promise<ClaimView> {
    return this.until(stage, (claim) => claim.stage === stage)
  }

  get bankUrl(): string {
    return this.cast.bank
  }

  path(rest: string): string {
    return `/claims/${this.claimId}${rest}`
  }

  async contact(): Promise<Colleague> {
    const { contactId } = await this.until('a contact', (claim) => claim.contactId !== null)
    return this.cast.person(contactId ?? '')
  }

  async adjuster(): Promise<Colleague> {
    const { adjusterId } = await this.until('an adjuster', (claim) => claim.adjusterId !== null)
    return this.cast.person(adjusterId ?? '')
  }
}
