/** The people of a small insurer, and a motor claim taken from one stage to the next by them. */
import { and, desc, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { ClaimState, Settlement } from '../../domain/claim/state.ts'
import type { SheetInput } from '../../domain/adjustment/sheet-types.ts'
import { fen } from '../../domain/money.ts'
import type { ChecklistItem } from '../../domain/rules/vocabulary.ts'
import { civilDateOf } from '../../domain/time/civil-date.ts'
import type { ClaimCommand, Executed, PayeeAccount } from '../../db/commands.ts'
import { contents } from '../../db/schema/index.ts'
import type { RunningClaims } from './running-claims.ts'
import type { Member } from './world.ts'

const day = 24 * 60 * 60 * 1000

export const goodAccount = { holder: '张三', number: '6222020200012345678', bankName: '中国工商银行' }

/** A referral goes to another person at the same level, so it is no approval. */
function waitsForDecision({ openLevel, approvals }: Settlement): boolean {
  return openLevel > approvals.filter(({ decision }) => decision === 'approve').length
}

export class ClaimJourney {
  readonly running: RunningClaims
  readonly customer: Member
  readonly handler: Member
  readonly secondHandler: Member
  readonly surveyor: Member
  readonly adjuster: Member
  readonly approver: Member
  readonly seniorApprover: Member
  readonly finance: Member
  // Inside the years of the 2014 wording.
  #losses = Date.UTC(2017, 0, 1)

  private constructor(running: RunningClaims, people: readonly Member[]) {
    this.running = running
    const at = (index: number): Member => {
      const member = people[index]
      if (member === undefined) throw new Error(`Nobody at ${index}.`)
      return member
    }
    this.customer = at(0)
    this.handler = at(1)
    this.secondHandler = at(2)
    this.surveyor = at(3)
    this.adjuster = at(4)
    this.approver = at(5)
    this.seniorApprover = at(6)
    this.finance = at(7)
  }

  static async create(running: RunningClaims): Promise<ClaimJourney> {
    const { world } = running
    const people = [
      await world.customer(),
      await world.member(['handler'], { skills: ['motorCommercial'] }),
      await world.member(['handler']),
      await world.member(['surveyor']),
      await world.member(['adjuster']),
      await world.member(['approver'], { limitMinor: 5_000_000 }),
      await world.member(['approver'], { limitMinor: Number.MAX_SAFE_INTEGER }),
      await world.member(['finance']),
    ]
    return new ClaimJourney(running, people)
  }

  /**
   * A small collision of two vehicles: simple enough to need no survey. Each has a policy of its own,
   * because who reports often is looked at more closely.
   */
  async report(
    estimatedMinor: number | null = 300_000,
    account: PayeeAccount = goodAccount,
  ): Promise<string> {
    this.#losses += 2 * day
    const { reply } = await this.running.send({
      type: 'registerClaim',
      sender: this.customer,
      key: randomUUID(),
      policyId: await this.running.world.policy('motorCommercial', this.customer),
      body: {
        cause: 'collision',
        channel: 'portal',
        lossAt: this.#losses,
        injury: false,
        death: false,
        thirdParty: false,
        doubtful: false,
        estimatedMinor: estimatedMinor === null ? null : fen(estimatedMinor),
        place: null,
        duplicatesSeen: false,
      },
      parties: [
        {
          role: 'insured',
          personId: this.customer.personId,
          name: '张三',
          phone: '13800000000',
          account,
        },
      ],
      content: { kind: 'report', body: { narrative: '倒车时碰撞' } },
    })
    return reply.claimId
  }

  async toDocuments(claimId: string): Promise<void> {
    const { contactId } = await this.running.state(claimId)
    const contact = contactId === this.secondHandler.personId ? this.secondHandler : this.handler
    await this.running.by(contact, claimId, 'recordFirstContact', { reached: true })
  }

  async contactOf(claimId: string): Promise<Member> {
    const { contactId } = await this.running.state(claimId)
    return contactId === this.secondHandler.personId ? this.secondHandler : this.handler
  }

  async toAcceptance(claimId: string): Promise<void> {
    await this.toDocuments(claimId)
    const { checklist } = await this.running.state(claimId)
    for (const { item, need } of checklist) {
      if (need !== 'required') continue
      await this.sendPaper(claimId, item)
    }
  }

  /** The customer sends it, and the contact finds it good. */
  async sendPaper(claimId: string, item: ChecklistItem): Promise<void> {
    const document = {
      mediaType: 'image/jpeg',
      size: 1000,
      name: `${item}.jpg`,
      channel: 'upload' as const,
    }
    const body = { item, documentId: randomUUID(), contentHash: 'a'.repeat(64) }
    await this.running.by(this.customer, claimId, 'receiveDocument', body, { document })
    const contact = await this.contactOf(claimId)
    await this.running.by(contact, claimId, 'reviewDocument', { item, accepted: true, reasonCode: null })
  }

  /** Facts are established, and the panel has run on them: what the contact needs in order to accept. */
  async establish(claimId: string): Promise<ClaimCommand<'acceptClaim'>['body']> {
    const before = await this.running.until(claimId, ({ panel }) => panel !== null)
    await this.running.by(await this.contactOf(claimId), claimId, 'establishFacts', {
      objectInsured: true,
      licenceValid: true,
      drunk: false,
      exclusionSuspected: 'none',
    })
    const { panel } = await this.running.until(
      claimId,
      ({ panel: now }) => (now?.run ?? 0) > (before.panel?.run ?? 0),
    )
    const answers = panel?.lines.filter((line) => line.result === 'refer').map((line) => line.check) ?? []
    return { panelRun: panel?.run ?? 0, answers }
  }

  async accept(claimId: string): Promise<void> {
    const established = await this.establish(claimId)
    await this.running.by(await this.contactOf(claimId), claimId, 'acceptClaim', established)
  }

  /** The surveyor takes what was offered, looks at the damage, and signs. */
  async survey(claimId: string, surveyor: Member = this.surveyor): Promise<void> {
    await this.running.until(claimId, ({ survey }) => survey.offers.length > 0)
    await this.running.by(surveyor, claimId, 'acceptSurvey', {})
    const content = {
      kind: 'surveyReport',
      body: { findings: '左前保险杠凹陷', conclusion: '属于保险责任', photographs: ['1'] },
    } as const
    await this.running.by(surveyor, claimId, 'saveSurveyReport', {}, { content })
    const [newest] = await this.running.world.database
      .select({ reportVersion: contents.version, reportHash: contents.hash })
      .from(contents)
      .where(and(eq(contents.claimId, claimId), eq(contents.kind, content.kind)))
      .orderBy(desc(contents.version))
    const { reportVersion = 0, reportHash = '' } = newest ?? {}
    await this.running.by(surveyor, claimId, 'submitSurveyReport', { reportVersion, reportHash })
  }

  /** From the calculation to money on its way. */
  async settle(claimId: string, repairMinor = 300_000): Promise<void> {
    await this.running.until(claimId, ({ stage }) => stage === 'adjustment')
    await this.saveSheet(claimId, repairMinor)
    await this.agree(claimId)
    await this.proposeAll(claimId)
    await this.approve(claimId)
    await this.release(claimId)
  }

  async toAdjustment(claimId: string): Promise<void> {
    await this.toAcceptance(claimId)
    await this.accept(claimId)
    await this.running.until(claimId, ({ stage }) => stage === 'adjustment')
  }

  sheet({ id, lossAt, parties }: ClaimState, repairMinor: number, treatmentMinor: number): SheetInput {
    const claimantId = (role: string) => parties.find((party) => party.role === role)?.id ?? ''
    const [insuredId, victimId] = [claimantId('insured'), claimantId('victim')]
    const line = { basis: 'repairCost', askedMinor: repairMinor, assessedMinor: repairMinor } as const
    const treatment = {
      lineId: `${id}-treatment`,
      claimantId: victimId,
      item: 'treatment' as const,
      basis: 'invoice' as const,
      askedMinor: treatmentMinor,
      assessedMinor: treatmentMinor,
    }
    return {
      wordingId: 'motorCommercial2014',
      lossDate: civilDateOf(lossAt),
      claimants: [
        { claimantId: insuredId, role: 'insured' },
        ...(treatmentMinor > 0 ? [{ claimantId: victimId, role: 'outsideVehicles' as const }] : []),
      ],
      motor: { liability: { degree: 'sole', basis: 'police', rate: '1' }, others: [] },
      coverages: [
        {
          coverage: 'ownDamage',
          sumInsuredMinor: 20_000_000,
          method: 'clause',
          lines: [{ ...line, lineId: `${id}-repair`, claimantId: insuredId, item: 'vehicleRepair' }],
        },
        ...(treatmentMinor > 0
          ? [{ coverage: 'thirdParty' as const, sumInsuredMinor: 100_000_000, lines: [treatment] }]
          : []),
      ],
    }
  }

  async saveSheet(claimId: string, repairMinor: number, treatmentMinor = 0): Promise<Executed> {
    const body = this.sheet(await this.running.state(claimId), repairMinor, treatmentMinor)
    return this.running.by(this.adjuster, claimId, 'saveSheet', {}, { content: { kind: 'sheet', body } })
  }

  /** The newest sheet, as decisions name it. */
  async named(claimId: string): Promise<{ readonly sheetVersion: number; readonly sheetHash: string }> {
    const { sheets } = await this.running.state(claimId)
    const sheet = sheets.at(-1)
    return { sheetVersion: sheet?.version ?? 0, sheetHash: sheet?.hash ?? '' }
  }

  async toApproval(claimId: string, repairMinor = 300_000): Promise<void> {
    await this.toAdjustment(claimId)
    await this.saveSheet(claimId, repairMinor)
    await this.agree(claimId)
    await this.proposeAll(claimId)
  }

  async agree(claimId: string): Promise<void> {
    await this.running.by(this.adjuster, claimId, 'proposeSheet', await this.named(claimId))
    await this.running.by(this.customer, claimId, 'agreeSheet', await this.named(claimId))
  }

  /** The whole figure, to everybody who gets part of it. */
  async proposeAll(claimId: string): Promise<void> {
    const { sheets } = await this.running.state(claimId)
    const payees = (sheets.at(-1)?.byClaimant ?? []).map(({ partyId, payableMinor }) => ({
      partyId,
      amountMinor: payableMinor,
    }))
    await this.running.by(this.adjuster, claimId, 'proposeSettlement', {
      ...(await this.named(claimId)),
      kind: 'final',
      payees,
      replacesIntent: null,
    })
  }

  /** Every level in turn, each by somebody who may. */
  async approve(claimId: string): Promise<void> {
    for (const approver of [this.approver, this.seniorApprover]) {
      const state = await this.running.until(claimId, ({ settlements }) => {
        const last = settlements.at(-1)
        return last !== undefined && (last.state !== 'pending' || waitsForDecision(last))
      })
      if (state.settlements.at(-1)?.state !== 'pending') return
      await this.decide(approver, claimId, 'approve')
    }
  }

  /** On the newest settlement, at the level that is open. */
  async decide(
    approver: Member,
    claimId: string,
    decision: ClaimCommand<'decideSettlement'>['body']['decision'],
    clause: string | null = null,
  ): Promise<void> {
    const { settlements } = await this.running.until(claimId, (state) => {
      const last = state.settlements.at(-1)
      return last !== undefined && waitsForDecision(last)
    })
    const { id: settlementId = '', openLevel: level = 0, hash = '' } = settlements.at(-1) ?? {}
    const body = { settlementId, level, decision, hash, clause }
    await this.running.by(approver, claimId, 'decideSettlement', body)
  }

  async release(claimId: string): Promise<void> {
    await this.running.until(claimId, ({ stage }) => stage === 'payment')
    await this.releaseNewest(claimId)
  }

  /** An advance is released in whatever stage the claim is. */
  async releaseNewest(claimId: string): Promise<void> {
    const { settlements } = await this.running.state(claimId)
    const { id: settlementId = '', hash = '' } = settlements.at(-1) ?? {}
    await this.running.by(this.finance, claimId, 'releasePayments', { settlementId, hash })
  }

  /** What did not arrive is paid anew, to the account that the party now has. */
  async repay(claimId: string): Promise<void> {
    const { intents } = await this.running.state(claimId)
    const lost = intents.at(-1)
    await this.running.by(this.adjuster, claimId, 'proposeSettlement', {
      ...(await this.named(claimId)),
      kind: 'repayment',
      payees: [{ partyId: lost?.partyId ?? '', amountMinor: lost?.amountMinor ?? fen(0) }],
      replacesIntent: lost?.id ?? null,
    })
    await this.approve(claimId)
    await this.release(claimId)
  }

  async changeAccount(claimId: string, account: PayeeAccount): Promise<void> {
    const { parties } = await this.running.state(claimId)
    const partyId = parties[0]?.id ?? ''
    const party = { id: partyId, role: 'insured' as const, name: '张三', account }
    await this.running.by(
      await this.contactOf(claimId),
      claimId,
      'changePayee',
      { partyId },
      { parties: [party] },
    )
  }

  async toPayment(claimId: string, repairMinor?: number): Promise<void> {
    await this.toApproval(claimId, repairMinor)
    await this.approve(claimId)
    await this.running.until(claimId, ({ stage }) => stage === 'payment')
  }
}
