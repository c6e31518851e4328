import { asUser } from '../../../scripts/embedded/postgres/postgres.ts'
import type { Office } from './office.ts'

/** Does what the application has no right to: as somebody who owns the tables. */
export function asOwner({ api }: Office, statement: string): Promise<unknown> {
  return asUser(api.world.test.ownerUrl, (client) => client.query(statement))
}
