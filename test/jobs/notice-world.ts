/** A world whose customers have telephones, and notices to send to them. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { NoticeTemplate } from '../../domain/claim/notices.ts'
import { codeNotice } from '../../db/identity/code-notice.ts'
import { createPerson } from '../../db/identity/persons.ts'
import { notices } from '../../db/schema/index.ts'
import { collisionReport } from '../support/collision-report.ts'
import { type Member, World } from '../support/world.ts'

const day = 24 * 60 * 60 * 1000

let lossAt = Date.now() - 400 * day
let telephone = 13_800_000_000

export interface Reported {
  readonly claimId: string
  readonly partyId: string
  readonly phone: string
  /** Of the acknowledgement, which every report brings about. */
  readonly noticeId: string
}

export class NoticeWorld {
  readonly world: World
  readonly customer: Member
  readonly handler: Member
  readonly #policyId: string

  private constructor(world: World, customer: Member, handler: Member, policyId: string) {
    this.world = world
    this.customer = customer
    this.handler = handler
    this.#policyId = policyId
  }

  static async create(): Promise<NoticeWorld> {
    const world = await World.create()
    const customer = await world.customer()
    const handler = await world.member(['handler'])
    return new NoticeWorld(world, customer, handler, await world.policy('motorCommercial', customer))
  }

  close(): Promise<void> {
    return this.world.close()
  }

  async report(phone: string | null = String((telephone += 1))): Promise<Reported> {
    lossAt += 2 * day
    const options = { lossAt, ...(phone === null ? {} : { phone }) }
    const { reply } = await this.world.execute(collisionReport(this.customer, this.#policyId, options))
    const { claimId } = reply
    const [notice] = await this.world.database.select().from(notices).where(eq(notices.claimId, claimId))
    if (notice?.partyId == null) throw new Error('The acknowledgement was not queued.')
    return { claimId, partyId: notice.partyId, phone: phone ?? '', noticeId: notice.id }
  }

  /** Somebody with this telephone asks for a code. */
  async code(phone: string, code: string): Promise<string> {
    const { branchId, cipher, database } = this.world
    const person = { kind: 'natural', branchId, name: '李四', phone, identityNumber: null } as const
    const personId = await createPerson(database, cipher, person)
    const send = codeNotice(cipher, async () => undefined)
    await database.transaction((tx) => send(tx, { personId, phone, code }))
    const [row] = await database.select().from(notices).where(eq(notices.personId, personId))
    if (row === undefined) throw new Error('The code was not queued.')
    return row.id
  }

  /** A notice to a member of staff. */
  async toStaff(personId: string, template: NoticeTemplate, parameters: object): Promise<string> {
    const id = randomUUID()
    const row = { id, personId, template, channel: 'sms', parameters, status: 'queued' as const }
    await this.world.database.insert(notices).values({ ...row, queuedAt: Date.now() })
    return id
  }

  async notice(id: string) {
    const [row] = await this.world.database.select().from(notices).where(eq(notices.id, id))
    if (row === undefined) throw new Error(`There is no notice ${id}.`)
    return row
  }

  async age(id: string, milliseconds: number): Promise<void> {
    await this.world.database
      .update(notices)
      .set({ queuedAt: Date.now() - milliseconds })
      .where(eq(notices.id, id))
  }
}
