import { eq } from 'drizzle-orm'
import type { ClaimState } from '../../domain/claim/state.ts'
import { refuse } from '../../domain/errors.ts'
import type { Database } from '../client.ts'
import { claims } from '../schema/index.ts'

/** The claim as it stands. Refuses with `notFound`. */
export async function readState(reader: Pick<Database, 'select'>, claimId: string): Promise<ClaimState> {
  const [row] = await reader.select({ state: claims.state }).from(claims).where(eq(claims.id, claimId))
  return (row ?? refuse('notFound')).state
}
