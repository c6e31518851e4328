import { advisoryLock } from '../../db/advisory-locks.ts'
import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { appendSystemAudit } from '../../db/audit.ts'
import { hashOf } from '../../db/canonical.ts'
import type { Database } from '../../db/client.ts'
import type { FieldCipher } from '../../db/encryption/field-cipher.ts'
import { hashPassword } from '../../db/identity/passwords.ts'
import { tokenHash } from '../../db/identity/tokens.ts'
import { accounts } from '../../db/schema/index.ts'
import { loadBaseData } from '../../db/seed/load.ts'
import { clockOf, transact } from '../../db/transact.ts'
import { demonstrationSignIns } from './documents.ts'
import { loadDemonstrationPolicies } from './load-policies.ts'
import { loadDemonstrationStaff } from './load-staff.ts'

/** How many rows were added; all zero when everything was there. */
export interface Loaded {
  readonly accounts: number
  readonly policies: number
}

const loadLock = advisoryLock('demonstrationData')

/** People, rights and policies to try the product with. What is there already stays, so every start may call it. */
export async function loadDemonstration(database: Database, cipher: FieldCipher): Promise<Loaded> {
  await loadBaseData(database)
  const secrets = await hashedSecrets(database)
  return transact(database, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${loadLock})`)
    const now = await clockOf(tx)
    const report = await loadDemonstrationPolicies(tx, cipher, now)
    const loaded = {
      accounts: await loadDemonstrationStaff({ tx, cipher, now, secrets }),
      policies: report.policies,
    }
    if (loaded.accounts + loaded.policies === 0) return loaded
    await appendSystemAudit(tx, {
      at: now,
      actorId: null,
      actorKind: 'system',
      accountId: null,
      action: 'loadDemonstrationData',
      outcome: 'done',
      code: null,
      commandId: randomUUID(),
      requestId: null,
      bodyHash: hashOf(loaded),
      firstEvent: null,
      lastEvent: null,
    })
    return loaded
  })
}

/** Hashing takes a tenth of a second each and is done before any lock is held, for missing accounts only. */
async function hashedSecrets(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.select({ login: accounts.login }).from(accounts)
  const known = new Set(rows.map((row) => row.login))
  const missing = demonstrationSignIns().filter(
    ({ role, account }) => role !== 'customer' && !known.has(account),
  )
  const hashed = missing.map(async ({ role, account, password }) => {
    const secret = role === 'partner' ? tokenHash(password) : await hashPassword(password)
    return [account, secret] as const
  })
  return new Map(await Promise.all(hashed))
}
