/** An insurer's office over HTTP: its people signed in, a policy, and a motor claim taken from step to step. */
import type { LightMyRequestResponse } from 'fastify'
import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { AnyClaimCommand, ClaimCommand, CommandReply } from '../../../db/commands.ts'
import { fieldContext } from '../../../db/encryption/field-cipher.ts'
import { branches, claims, persons } from '../../../db/schema/index.ts'
import type { CommandType } from '../../../domain/claim/commands.ts'
import type { ClaimState } from '../../../domain/claim/state.ts'
import type { Role } from '../../../domain/permissions.ts'
import type { SheetInput } from '../../../domain/adjustment/sheet-types.ts'
import { civilDateOf } from '../../../domain/time/civil-date.ts'
import { type Browser, type Method, TestApi } from '../../support/api.ts'
import { type Member, systemAsker } from '../../support/world.ts'
import { photograph } from '../../files/samples.ts'

const day = 24 * 60 * 60 * 1000

export const customerName = '欧阳娜娜'
export const customerPhone = '13912345678'
/** Passes the check digit of bank cards. */
export const customerAccount = '6222020200112233446'

const roles = {
  handler: ['handler'],
  adjuster: ['adjuster'],
  surveyor: ['surveyor'],
  approver: ['approver'],
  senior: ['approver'],
  finance: ['finance'],
  auditor: ['auditor'],
} as const

type Desk = keyof typeof roles | 'customer' | 'stranger'

export class Office {
  readonly api: TestApi
  readonly members: Readonly<Record<Desk, Member>>
  policyId: string
  readonly #browsers: Readonly<Record<Desk, Browser>>
  // Inside the years of the 2014 wording.
  #losses = Date.UTC(2017, 0, 1)

  private constructor(
    api: TestApi,
    members: Readonly<Record<Desk, Member>>,
    browsers: Readonly<Record<Desk, Browser>>,
    policyId: string,
  ) {
    this.api = api
    this.members = members
    this.#browsers = browsers
    this.policyId = policyId
  }

  static async open(): Promise<Office> {
    const api = await TestApi.create()
    const { world } = api
    const limits: Record<string, number> = { approver: 5_000_000, senior: Number.MAX_SAFE_INTEGER }
    const members = { customer: await world.customer(), stranger: await world.customer() } as Record<
      Desk,
      Member
    >
    for (const [desk, held] of Object.entries(roles)) {
      const limitMinor = limits[desk]
      members[desk as Desk] = await world.member(held, limitMinor === undefined ? {} : { limitMinor })
    }
    const { personId } = members.customer
    await world.database
      .update(persons)
      .set({
        nameEncrypted: world.cipher.encrypt(customerName, fieldContext('person', personId, 'name')),
        phoneEncrypted: world.cipher.encrypt(customerPhone, fieldContext('person', personId, 'phone')),
        phoneHash: world.cipher.lookupHash('phone', customerPhone),
      })
      .where(eq(persons.id, personId))
    const browsers = {} as Record<Desk, Browser>
    for (const [desk, member] of Object.entries(members)) browsers[desk as Desk] = await api.browser(member)
    return new Office(api, members, browsers, await world.policy('motorCommercial', members.customer))
  }

  close(): Promise<void> {
    return this.api.close()
  }

  async as(
    desk: Desk,
    method: Method,
    url: string,
    payload?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<LightMyRequestResponse> {
    return this.api.as(this.#browsers[desk], method, url, payload, headers)
  }

  /** The same, for what has to succeed. */
  async done(desk: Desk, method: Method, url: string, payload: object = {}): Promise<CommandReply> {
    const response = await this.as(desk, method, url, payload)
    if (response.statusCode >= 300)
      throw new Error(`${method} ${url}: ${response.statusCode} ${response.body}`)
    return response.json<CommandReply>()
  }

  /** A step that the workflow would take. */
  async system<T extends CommandType>(
    claimId: string,
    type: T,
    body: ClaimCommand<T>['body'],
  ): Promise<void> {
    const command = { type, body, claimId, sender: systemAsker, key: randomUUID() } as unknown
    await this.api.world.execute(command as AnyClaimCommand)
  }

  async state(claimId: string): Promise<ClaimState> {
    const [row] = await this.api.world.database
      .select({ state: claims.state })
      .from(claims)
      .where(eq(claims.id, claimId))
    if (row === undefined) throw new Error('There is no such claim.')
    return row.state
  }

  /** Somebody with an account who stands in the claim: added by staff, then known as a person. */
  async asParty(claimId: string, member: Member, role: 'victim'): Promise<void> {
    const command = {
      type: 'addParty',
      body: {},
      claimId,
      sender: this.members.handler,
      key: randomUUID(),
      parties: [{ role, personId: member.personId, name: '王伤者' }],
    } as const
    await this.api.world.execute(command)
  }

  /** A member of staff of another branch, signed in. */
  async memberElsewhere(held: readonly Role[]): Promise<Browser> {
    const branchId = randomUUID()
    const code = String(1000 + Math.floor(Math.random() * 8999))
    await this.api.world.database.insert(branches).values({ id: branchId, code, name: '分部' })
    return this.api.browser(await this.api.world.member(held, { branchId }))
  }

  /** From now on reports fall under a new policy: several claims in a year call for a survey. */
  async anotherPolicy(): Promise<void> {
    this.policyId = await this.api.world.policy('motorCommercial', this.members.customer)
  }

  nextLoss(): string {
    this.#losses += 2 * day
    return new Date(this.#losses).toISOString()
  }

  report(changed: object = {}): object {
    return {
      policyId: this.policyId,
      cause: 'collision',
      lossAt: this.nextLoss(),
      estimatedMinor: 300_000,
      narrative: '倒车时碰撞护栏',
      ...changed,
    }
  }

  async reported(changed: object = {}): Promise<string> {
    return (await this.done('customer', 'POST', '/claims', this.report(changed))).claimId
  }

  async upload(
    desk: Desk,
    claimId: string,
    item: string,
    file: Buffer,
    { name = 'photo.jpg', channel = 'upload', key = randomUUID() } = {},
  ): Promise<LightMyRequestResponse> {
    const boundary = `----${randomUUID()}`
    const field = (label: string, value: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${label}"\r\n\r\n${value}\r\n`
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    const payload = Buffer.concat([
      Buffer.from(field('item', item) + field('channel', channel) + head),
      file,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    return this.api.as(this.#browsers[desk], 'POST', `/claims/${claimId}/documents`, payload, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'idempotency-key': key,
    })
  }

  async toDocuments(claimId: string): Promise<void> {
    await this.done('handler', 'POST', `/claims/${claimId}/first-contact`, {
      reached: true,
      note: '已电话联系',
    })
  }

  async toAcceptance(claimId: string): Promise<void> {
    await this.toDocuments(claimId)
    const { checklist } = await this.state(claimId)
    for (const [index, { item, need }] of checklist.entries()) {
      if (need !== 'required') continue
      const sent = await this.upload('customer', claimId, item, await photograph(64, 48, index))
      if (sent.statusCode !== 201) throw new Error(sent.body)
      await this.done('handler', 'POST', `/claims/${claimId}/documents/reviews`, { item, accepted: true })
    }
  }

  async toAdjustment(claimId: string): Promise<void> {
    await this.toAcceptance(claimId)
    await this.done('handler', 'POST', `/claims/${claimId}/coverage-facts`, {
      objectInsured: true,
      licenceValid: true,
      drunk: false,
      exclusionSuspected: 'none',
    })
    await this.system(claimId, 'runPanel', {})
    const { panel } = await this.state(claimId)
    const answers = panel?.lines.filter(({ result }) => result === 'refer').map(({ check }) => check)
    await this.done('handler', 'POST', `/claims/${claimId}/acceptance`, { panelRun: panel?.run, answers })
    await this.system(claimId, 'openSurvey', {})
  }

  sheet(claimId: string, state: ClaimState, repairMinor = 300_000): SheetInput {
    const insuredId = state.parties[0]?.id ?? ''
    return {
      wordingId: 'motorCommercial2014',
      lossDate: civilDateOf(state.lossAt),
      claimants: [{ claimantId: insuredId, role: 'insured' }],
      motor: { liability: { degree: 'sole', basis: 'police', rate: '1' }, others: [] },
      coverages: [
        {
          coverage: 'ownDamage',
          sumInsuredMinor: 20_000_000,
          method: 'clause',
          lines: [
            {
              lineId: `${claimId}-repair`,
              claimantId: insuredId,
              item: 'vehicleRepair',
              basis: 'repairCost',
              askedMinor: repairMinor,
              assessedMinor: repairMinor,
            },
          ],
        },
      ],
    }
  }

  async saveSheet(claimId: string, repairMinor = 300_000): Promise<CommandReply> {
    const input = this.sheet(claimId, await this.state(claimId), repairMinor)
    return this.done('adjuster', 'POST', `/claims/${claimId}/sheets`, { input })
  }

  async toAgreed(claimId: string, repairMinor = 300_000): Promise<void> {
    await this.toAdjustment(claimId)
    const { sheetVersion, sheetHash } = await this.saveSheet(claimId, repairMinor)
    const sheet = `/claims/${claimId}/sheets/${String(sheetVersion)}`
    await this.done('adjuster', 'POST', `${sheet}/proposal`, { sheetHash })
    await this.system(claimId, 'askAgreement', {})
    await this.done('customer', 'POST', `${sheet}/agreement`, { sheetHash })
  }

  async giveAccount(claimId: string): Promise<void> {
    const [insured] = (await this.state(claimId)).parties
    await this.done('customer', 'PUT', `/claims/${claimId}/parties/${insured?.id}/account`, {
      holder: customerName,
      number: customerAccount,
      bankName: '中国工商银行',
    })
  }

  /** Proposed, and open for the first level to decide. */
  async toApproval(claimId: string, repairMinor = 300_000): Promise<void> {
    await this.giveAccount(claimId)
    await this.toAgreed(claimId, repairMinor)
    const { parties, sheets } = await this.state(claimId)
    const sheet = sheets.at(-1)
    await this.done('adjuster', 'POST', `/claims/${claimId}/settlements`, {
      sheetVersion: sheet?.version,
      sheetHash: sheet?.hash,
      kind: 'final',
      payees: [{ partyId: parties[0]?.id, amountMinor: sheet?.payableMinor }],
    })
    await this.system(claimId, 'openLevel', { settlementId: 'S1' })
  }

  /** The ruling on what lies open now. */
  async ruling(claimId: string, decision: string): Promise<object> {
    const settlement = (await this.state(claimId)).settlements.at(-1)
    return { level: settlement?.openLevel, decision, hash: settlement?.hash }
  }
}
