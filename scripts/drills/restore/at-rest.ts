/** What a database holds while none of the product runs. */
import { openDataFolder } from '../../embedded/data-folder.ts'
import { freePort } from '../../embedded/ports.ts'
import { asUser, startPostgres } from '../../embedded/postgres/postgres.ts'
import { keepSecrets } from '../../embedded/secrets.ts'

export interface ClaimAtRest {
  readonly id: string
  readonly stage: string
  readonly version: number
  readonly toldVersion: number
  readonly epoch: number
  /** The version that a restore found; null in a database that was never restored. */
  readonly restoredVersion: number | null
}

export interface IntentAtRest {
  readonly id: string
  readonly claimId: string
  readonly ref: string
  readonly status: string
}

export interface AtRest {
  readonly claims: ReadonlyMap<string, ClaimAtRest>
  readonly intents: ReadonlyMap<string, IntentAtRest>
  readonly notices: ReadonlySet<string>
  /**
   * Versions that the workflows' own commands made in the last moment, by claim. Their answers count as told when they
   * are committed; a workflow that dies before it has written the answer down has not heard it.
   */
  readonly answered: ReadonlyMap<string, ReadonlySet<number>>
}

/** As they came back, by claim; 0 of a database that was never restored. */
export function restoredVersions({ claims }: AtRest): ReadonlyMap<string, number> {
  return new Map([...claims].map(([id, { restoredVersion }]) => [id, restoredVersion ?? 0]))
}

/** Longer than it takes until a workflow's task that was handed to a dead worker is given up. */
const lastMoment = '15 seconds'

/** Starts PostgreSQL alone on the folder, which recovers what a kill has left, and stops it again. */
export async function readAtRest(dataFolder: string): Promise<AtRest> {
  const folder = await openDataFolder(dataFolder)
  try {
    const { child, ownerUrl } = await startPostgres({
      dataFolder,
      port: await freePort(),
      secrets: keepSecrets(dataFolder),
      records: folder.records,
      durability: 'durable',
    })
    try {
      return await readDatabase(ownerUrl)
    } finally {
      await child.stop()
    }
  } finally {
    folder.release()
  }
}

/** @param ownerUrl of a server on which nobody works. */
export async function readDatabase(ownerUrl: string): Promise<AtRest> {
  return asUser(ownerUrl, async (client) => {
    const claims = await client.query<ClaimAtRest>(
      `select id, stage, version, told_version as "toldVersion", epoch, restored_version as "restoredVersion" from claims`,
    )
    const intents = await client.query<IntentAtRest>(
      'select id, claim_id as "claimId", ref, status from payment_intents',
    )
    const notices = await client.query<{ id: string }>('select id from notices')
    const answered = await client.query<{ claimId: string; version: number }>(
      `select reply -> 'told' ->> 'claimId' as "claimId", (reply -> 'told' ->> 'version')::int as version
       from idempotency_keys where key like 'workflow:%' and reply -> 'told' ->> 'claimId' is not null
       and at > (select max(at) from audit_entries) - interval '${lastMoment}'`,
    )
    return {
      claims: new Map(claims.rows.map((row) => [row.id, row])),
      intents: new Map(intents.rows.map((row) => [row.id, row])),
      notices: new Set(notices.rows.map(({ id }) => id)),
      answered: new Map(
        [...Map.groupBy(answered.rows, ({ claimId }) => claimId)].map(([claimId, rows]) => [
          claimId,
          new Set(rows.map(({ version }) => version)),
        ]),
      ),
    }
  })
}
