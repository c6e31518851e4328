/** One claim of the demonstration: what its people do, one after the other, over HTTP. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cast, Colleague } from './cast.ts'
import type { ClaimView } from './claim-file.ts'
import { Refused } from './http-client.ts'
import { MoneyStory } from './money-story.ts'
import { photograph } from './photograph.ts'
import { type Contract, takeOut } from './policies.ts'

export interface Loss {
  readonly cause: string
  readonly lossAt: string
  readonly estimatedMinor: number
  readonly injury?: boolean
  readonly death?: boolean
  readonly thirdParty?: boolean
  readonly victims?: readonly string[]
  readonly narrative: string
  /** What is asked to be settled at once. */
  readonly smallClaim?: object
}

export class Story extends MoneyStory {
  static async begin(cast: Cast, title: string, contract: Contract, branchCode: string): Promise<Story> {
    const insured = await takeOut(cast, contract, branchCode)
    const customer = await cast.customer(insured.phone)
    return new Story(cast, customer, insured, title)
  }

  /** Goes on with a claim, or with a person who has a policy, where another process or another start left it. */
  static async goOn(cast: Cast, before: Story, claimId = before.claimId): Promise<Story> {
    const customer = await cast.customer(before.insured.phone)
    const story = new Story(cast, customer, before.insured, before.title)
    story.claimId = claimId
    story.caseNumber = before.caseNumber
    return story
  }

  async report({ victims = [], ...loss }: Loss): Promise<void> {
    const { policyNumber, plate } = this.insured
    const named = victims.map((name) => ({ role: 'victim', name, phone: '13900000000' }))
    const answer = await this.customer.post<{ claimId: string; caseNumber: string }>('/claims', {
      policyNumber,
      ...(plate === undefined ? {} : { plate }),
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
    await contact.http.post(this.path('/coverage-facts'), this.soundFacts())
    await this.until('the next panel', (claim) => (claim.panel?.run ?? 0) > (before?.run ?? 0))
    await this.answerPanel(contact)
  }

  /** Nothing that speaks against cover; of whoever drove only where a vehicle is insured. */
  soundFacts(): object {
    const vehicle = this.insured.plate !== undefined
    return {
      objectInsured: true,
      licenceValid: vehicle ? true : null,
      drunk: vehicle ? false : null,
      exclusionSuspected: 'none',
    }
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

  /** The surveyor who was asked goes there, if the rules want one; the next one, if the first was too late with a yes. */
  async survey(): Promise<void> {
    const claim = await this.until(
      'a surveyor or none',
      ({ stage, survey }) => stage === 'adjustment' || survey.offers.some((offer) => offer.answer === null),
    )
    if (claim.stage === 'adjustment') return
    const offered = claim.survey.offers.find((offer) => offer.answer === null)
    const surveyor = this.cast.person(offered?.surveyorId ?? '')
    try {
      await surveyor.http.post(this.path('/survey/acceptance'), {})
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'offerExpired') throw error
      return this.survey()
    }
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
}
