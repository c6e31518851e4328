import { eq, inArray, sql } from 'drizzle-orm'
import type { NoticeOrder } from '../../domain/claim/notices.ts'
import type { ClaimState } from '../../domain/claim/state.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Database } from '../client.ts'
import { fieldContext, type FieldCipher } from '../encryption/field-cipher.ts'
import { partyContext } from '../facts/parties.ts'
import { claimParties, claims, notices, persons, staff } from '../schema/index.ts'

/** A notice with what is needed to write and address it; personal data in clear, for sending only. */
export interface NoticeToSend {
  readonly id: string
  readonly template: string
  readonly status: 'queued' | 'sent' | 'delivered' | 'failed'
  readonly tries: number
  readonly queuedAt: Instant
  /** The database's clock. */
  readonly now: Instant
  /** Null when nobody knows a telephone number of the recipient. */
  readonly phone: string | null
  readonly parameters: NoticeOrder['parameters']
  readonly claim: ClaimState | null
  readonly colleagues: ReadonlyMap<string, { readonly displayName: string; readonly workPhone: string }>
}

type NoticeRow = typeof notices.$inferSelect

export async function readNotice(
  database: Database,
  cipher: FieldCipher,
  noticeId: string,
): Promise<NoticeToSend | undefined> {
  const [row] = await database
    .select({
      notice: notices,
      claim: claims.state,
      now: sql<string>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    })
    .from(notices)
    .leftJoin(claims, eq(claims.id, notices.claimId))
    .where(eq(notices.id, noticeId))
  if (row === undefined) return undefined
  const { notice, claim } = row
  const parameters = notice.parameters as NoticeOrder['parameters']
  return {
    id: notice.id,
    template: notice.template,
    status: notice.status,
    tries: notice.tries,
    queuedAt: notice.queuedAt,
    now: Number(row.now),
    phone: await phoneOf(database, cipher, notice),
    parameters,
    claim,
    colleagues: await colleaguesOf(database, parameters, claim),
  }
}

async function phoneOf(database: Database, cipher: FieldCipher, notice: NoticeRow): Promise<string | null> {
  const { claimId, partyId, personId, template } = notice
  // A code signs a person in as a customer: it goes to their own telephone, wherever they work.
  if (personId !== null) return phoneOfPerson(database, cipher, personId, template !== 'oneTimeCode')
  if (partyId === null || claimId === null) return null
  const [party] = await database.select().from(claimParties).where(eq(claimParties.id, partyId))
  if (party === undefined || party.claimId !== claimId) return null
  if (party.phoneEncrypted !== null)
    return cipher.decrypt(party.phoneEncrypted, partyContext(claimId, partyId, 'phone'))
  return party.personId === null ? null : phoneOfPerson(database, cipher, party.personId, false)
}

/** Work is told at work; nobody's private number is used for it. */
async function phoneOfPerson(
  database: Database,
  cipher: FieldCipher,
  personId: string,
  atWork: boolean,
): Promise<string | null> {
  const [person] = await database
    .select({ workPhone: staff.workPhone, phoneEncrypted: persons.phoneEncrypted })
    .from(persons)
    .leftJoin(staff, eq(staff.personId, persons.id))
    .where(eq(persons.id, personId))
  if (person === undefined) return null
  if (atWork && person.workPhone !== null) return person.workPhone
  return person.phoneEncrypted === null
    ? null
    : cipher.decrypt(person.phoneEncrypted, fieldContext('person', personId, 'phone'))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function colleaguesOf(
  database: Database,
  parameters: NoticeOrder['parameters'],
  claim: ClaimState | null,
): Promise<NoticeToSend['colleagues']> {
  const named = [...Object.values(parameters), claim?.contactId, claim?.survey.surveyorId]
  const ids = named.filter((value): value is string => typeof value === 'string' && uuid.test(value))
  if (ids.length === 0) return new Map()
  const found = await database
    .select({ personId: staff.personId, displayName: staff.displayName, workPhone: staff.workPhone })
    .from(staff)
    .where(inArray(staff.personId, ids))
  return new Map(found.map(({ personId, ...colleague }) => [personId, colleague]))
}
