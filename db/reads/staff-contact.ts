import { eq, inArray } from 'drizzle-orm'
import { softwareId } from '../../domain/claim/software.ts'
import type { Database } from '../client.ts'
import { staff } from '../schema/index.ts'

export interface StaffContact {
  readonly name: string
  readonly workPhone: string
}

type Reader = Pick<Database, 'select'>

/** Name and telephone at work of a member of staff: no secret to customers. */
export async function readStaffContact(
  reader: Reader,
  personId: string | null,
): Promise<StaffContact | null> {
  if (personId === null) return null
  const [row] = await reader
    .select({ name: staff.displayName, workPhone: staff.workPhone })
    .from(staff)
    .where(eq(staff.personId, personId))
  return row ?? null
}

/** What software is called where the names of staff stand. */
const softwareName = '闪赔系统 (software)'

/** Working names by person; whoever is no member of staff is missing. */
export async function readStaffNames(
  reader: Reader,
  people: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(people.filter((one) => one !== null))]
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ personId: staff.personId, name: staff.displayName })
    .from(staff)
    .where(inArray(staff.personId, ids))
  const names = new Map(rows.map(({ personId, name }) => [personId, name]))
  return ids.includes(softwareId) ? names.set(softwareId, softwareName) : names
}
