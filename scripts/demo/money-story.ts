/** What the people of a claim do about its figure and its money. */
import { randomInt } from 'node:crypto'
import type { SheetInput } from '../../domain/adjustment/sheet-types.ts'
import type { Settlement } from '../../domain/claim/state.ts'
import { ClaimFile, type ClaimView } from './claim-file.ts'

export interface Payee {
  readonly partyId: string
  readonly amountMinor: number
}

export class MoneyStory extends ClaimFile {
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

  /** The account that was given last; empty before one was. */
  onlyAccount(): string {
    return [...this.#accounts.values()].at(-1) ?? ''
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

  /** From a saved sheet to the close: everybody who is paid gets an account first. */
  async agreeAndPay(payees: readonly Payee[]): Promise<void> {
    await this.propose()
    await this.agree()
    await this.accounts(payees.map((payee) => payee.partyId))
    await this.pay(payees)
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
