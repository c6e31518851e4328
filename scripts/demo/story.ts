/** One claim of the demonstration: what its people do, one after the other, over HTTP. */
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import type { SheetInput } from '../../domain/adjustment/sheet-types.ts'
import type { ClaimState, Settlement } from '../../domain/claim/state.ts'
import type { Cast, Colleague } from './cast.ts'
import { HttpClient, Refused } from './http-client.ts'
import { type Contract, type Insured, takeOut } from './policies.ts'

export interface Loss {
  readonly cause: string
  readonly lossAt: string
  readonly estimatedMinor: number
  readonly injury?: boolean
  readonly death?: boolean
  readonly thirdParty?: boolean
  readonly victims?: readonly string[]
  readonly narrative: string
}

/** What staff see of a claim; the state's instants are text on the wire, which no scenario reads. */
export type ClaimView = ClaimState

export interface Payee {
  readonly partyId: string
  readonly amountMinor: number
}

const patience = 60_000

export class Story {
  readonly cast: Cast
  readonly customer: HttpClient
  readonly insured: Insured
  readonly title: string
  claimId = ''
  caseNumber = ''

  private constructor(cast: Cast, customer: HttpClient, insured: Insured, title: string) {
    this.cast = cast
    this.customer = customer
    this.insured = insured
    this.title = title
  }

  static async begin(cast: Cast, title: string, contract: Contract, branchCode: string): Promise<Story> {
    const insured = await takeOut(cast, contract, branchCode)
    const customer = await new HttpClient(cast.api).signInCustomer(insured.phone)
    return new Story(cast, customer, insured, title)
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

  async report({ victims = [], ...loss }: Loss): Promise<void> {
    const { policyNumber, plate } = this.insured
    const named = victims.map((name) => ({ role: 'victim', name, phone: '13900000000' }))
    const answer = await this.customer.post<{ claimId: string; caseNumber: string }>('/claims', {
      policyNumber,
      plate,
      ...loss,
      ...(named.length === 0 ? {} : { parties: named }),
    })
    this.claimId = answer.claimId
    this.caseNumber = answer.caseNumber
  }

  async call(): Promise<void> {
    const contact = await this.contact()
    await contact.http.post(this.path('/first-contact'), {
      reached: true,
      note: '已电话联系客户，说明后续步骤。',
    })
  }

  /** The customer sends a photograph for each item that is still wanted. */
  async sendDocuments(leaveOut: readonly string[] = []): Promise<void> {
    const { checklist } = await this.view()
    for (const { item, need, state } of checklist) {
      if (need !== 'required' || leaveOut.includes(item)) continue
      if (state === 'wanted' || state === 'refused') await this.sendDocument(item)
    }
  }

  async sendDocument(item: string): Promise<void> {
    const form = new FormData()
    form.set('item', item)
    form.set('channel', 'upload')
    form.set('file', new Blob([await photograph(item)], { type: 'image/jpeg' }), `${item}.jpg`)
    await this.customer.upload(this.path('/documents'), form)
  }

  async reviewDocuments(): Promise<void> {
    const contact = await this.contact()
    const { checklist } = await this.view()
    for (const { item, state } of checklist) {
      if (state === 'received')
        await contact.http.post(this.path('/documents/reviews'), { item, accepted: true })
    }
  }

  /** Establishes what coverage is judged on and accepts what the panel lets through. */
  async accept(): Promise<void> {
    const { panel: before } = await this.until(
      'the panel',
      (claim) => claim.stage === 'acceptance' && claim.panel !== null,
    )
    const contact = await this.contact()
    await contact.http.post(this.path('/coverage-facts'), {
      objectInsured: true,
      licenceValid: true,
      drunk: false,
      exclusionSuspected: 'none',
    })
    await this.until('the next panel', (claim) => (claim.panel?.run ?? 0) > (before?.run ?? 0))
    await this.answerPanel(contact)
  }

  /** Answers what the panel refers to a person; if it has been run again meanwhile, its newest lines. */
  async answerPanel(contact: Colleague): Promise<void> {
    for (;;) {
      const { panel } = await this.view()
      const answers = panel?.lines.filter((line) => line.result === 'refer').map((line) => line.check) ?? []
      try {
        await contact.http.post(this.path('/acceptance'), {
          panelRun: panel?.run,
          answers,
          note: '已逐项核实。',
        })
        return
      } catch (error) {
        const again =
          error instanceof Refused && (error.code === 'contentChanged' || error.code === 'panelMissing')
        if (!again) throw error
        await sleep(100)
      }
    }
  }

  /** The surveyor who was asked goes there, if the rules want one. */
  async survey(): Promise<void> {
    const claim = await this.until(
      'a surveyor or none',
      ({ stage, survey }) => stage === 'adjustment' || survey.offers.some((offer) => offer.answer === null),
    )
    if (claim.stage === 'adjustment') return
    const offered = claim.survey.offers.find((offer) => offer.answer === null)
    const surveyor = this.cast.person(offered?.surveyorId ?? '')
    await surveyor.http.post(this.path('/survey/acceptance'), {})
    await this.surveyReport(surveyor)
  }

  async surveyReport(surveyor: Colleague): Promise<void> {
    const saved = await surveyor.http.put<{ reportVersion: number; reportHash: string }>(
      this.path('/survey/report'),
      {
        findings: '现场痕迹与报案所述一致，损失部位已逐一拍照。',
        conclusion: '属实，建议按实际损失核定。',
        causeAgrees: true,
        statements: [{ by: 'insured', text: '事故经过如报案所述。' }],
      },
    )
    await surveyor.http.post(this.path('/survey/report/submission'), {
      reportVersion: saved.reportVersion,
      reportHash: saved.reportHash,
    })
  }

  /** Report to adjustment, with nothing out of the ordinary. */
  async toAdjustment(loss: Loss): Promise<ClaimView> {
    await this.report(loss)
    await this.call()
    await this.sendDocuments()
    await this.reviewDocuments()
    await this.accept()
    await this.survey()
    return this.reaches('adjustment')
  }

  async saveSheet(input: SheetInput): Promise<number> {
    const adjuster = await this.adjuster()
    const { payableMinor } = await adjuster.http.post<{ payableMinor: number }>(this.path('/sheets'), {
      input,
    })
    return payableMinor
  }

  async newestSheet(): Promise<{
    readonly version: number
    readonly hash: string
    readonly payableMinor: number
  }> {
    const { sheets } = await this.view()
    const sheet = sheets.at(-1)
    if (sheet === undefined) throw new Error(`${this.title}: there is no sheet.`)
    return sheet
  }

  async propose(): Promise<void> {
    const { version, hash } = await this.newestSheet()
    const adjuster = await this.adjuster()
    await adjuster.http.post(this.path(`/sheets/${version}/proposal`), { sheetHash: hash })
  }

  async agree(): Promise<void> {
    const { version, hash } = await this.newestSheet()
    await this.customer.post(this.path(`/sheets/${version}/agreement`), { sheetHash: hash })
  }

  /** Everybody who is paid gets an account in their own name. */
  async accounts(partyIds: readonly string[], suffix = '1'): Promise<void> {
    const { parties } = await this.view()
    const contact = await this.contact()
    for (const partyId of partyIds) {
      const party = parties.find((one) => one.id === partyId)
      const holder = party?.role === 'insured' ? this.insured.name : this.#victims.get(partyId)
      const number = `4403${String(randomInt(1e9)).padStart(9, '0')}${suffix}`
      await contact.http.put(this.path(`/parties/${partyId}/account`), {
        holder,
        number,
        bankName: '中国工商银行',
        kind: 'corporate',
      })
      this.#accounts.set(partyId, number)
    }
  }

  accountOf(partyId: string): string {
    return this.#accounts.get(partyId) ?? ''
  }

  readonly #victims = new Map<string, string>()
  readonly #accounts = new Map<string, string>()

  /** Parties by role, in the order in which they were named; remembers what victims are called. */
  async parties(role: 'insured' | 'victim', names: readonly string[] = []): Promise<readonly string[]> {
    const { parties } = await this.view()
    const ids = parties.filter((party) => party.role === role).map((party) => party.id)
    for (const [index, name] of names.entries()) this.#victims.set(ids[index] ?? '', name)
    return ids
  }

  async settle(
    payees: readonly Payee[],
    kind: 'final' | 'advance' | 'repayment' = 'final',
    replacesIntent?: string,
  ): Promise<void> {
    const { version, hash } = await this.newestSheet()
    const adjuster = await this.adjuster()
    await adjuster.http.post(this.path('/settlements'), {
      kind,
      sheetVersion: version,
      sheetHash: hash,
      payees,
      ...(replacesIntent === undefined ? {} : { replacesIntent }),
    })
  }

  /** The settlement that waits, at the level that is open. */
  async openSettlement(): Promise<Settlement> {
    const approved = (one: Settlement) =>
      one.approvals.filter((approval) => approval.decision === 'approve').length
    const waits = (one: Settlement) => one.state === 'pending' && one.openLevel > approved(one)
    const { settlements } = await this.until('an open level', (claim) => claim.settlements.some(waits))
    const found = settlements.find(waits)
    if (found === undefined) throw new Error(`${this.title}: no settlement waits.`)
    return found
  }

  async decide(decision: 'approve' | 'return' | 'reject' | 'refer', note?: string): Promise<Settlement> {
    const settlement = await this.openSettlement()
    const used = new Set(settlement.approvals.map((approval) => approval.personId))
    const approver = this.cast.approver(settlement.levels[settlement.openLevel - 1] ?? 0, used)
    await approver.http.post(this.path(`/settlements/${settlement.id}/decisions`), {
      level: settlement.openLevel,
      decision,
      hash: settlement.hash,
      ...(note === undefined ? {} : { note }),
    })
    return settlement
  }

  /** All levels, each by another person. */
  async approveAll(): Promise<number> {
    for (let levels = 1; ; levels += 1) {
      const { id } = await this.decide('approve')
      const { settlements } = await this.view()
      if (settlements.find((one) => one.id === id)?.state !== 'pending') return levels
    }
  }

  async release(): Promise<void> {
    const { settlements, intents } = await this.until('an approval', (claim) =>
      claim.settlements.some(
        (one) => one.state === 'approved' && !claim.intents.some((intent) => intent.settlementId === one.id),
      ),
    )
    const settlement = settlements.find(
      (one) => one.state === 'approved' && !intents.some((intent) => intent.settlementId === one.id),
    )
    await this.cast
      .any('finance')
      .http.post(this.path(`/settlements/${settlement?.id ?? ''}/release`), { hash: settlement?.hash })
  }

  /** From an agreed sheet to the close. */
  async pay(payees: readonly Payee[]): Promise<void> {
    await this.settle(payees)
    await this.approveAll()
    await this.release()
    await this.closed()
  }

  async closed(): Promise<ClaimView> {
    return this.until('the close', (claim) => claim.stage === 'afterCare' || claim.stage === 'archived')
  }
}

/** A real JPEG, another one each time: equal photographs would be found to be copies. */
async function photograph(caption: string): Promise<Uint8Array<ArrayBuffer>> {
  const shade = () => Math.floor(Math.random() * 200) + 30
  const label = Buffer.from(
    `<svg width="640" height="480"><text x="40" y="240" font-size="36" fill="white">${caption} ${Math.random()}</text></svg>`,
  )
  const image = sharp({
    create: { width: 640, height: 480, channels: 3, background: { r: shade(), g: shade(), b: shade() } },
  })
  return new Uint8Array(
    await image
      .composite([{ input: label }])
      .jpeg()
      .toBuffer(),
  )
}
