import { createDatabase } from '../../../db/client.ts'
import { createFieldCipher } from '../../../db/encryption/field-cipher.ts'
import { importPolicies } from '../../../db/policies/import/import-policies.ts'
import type { ImportFault } from '../../../db/policies/import/faults.ts'
import { DomainError } from '../../../domain/errors.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { testDatabase } from '../../support/database.ts'
import { publicTestKeys, publicTestLookupKey } from '../../support/public-test-keys.ts'

/** The day on which the tests import. */
const importedAt = Date.parse('2026-07-01T09:00:00+08:00')

/** A database of its own into which policies are imported. */
export async function policyDatabase() {
  const server = await testDatabase()
  const database = createDatabase(server.url)
  const keys = { current: publicTestKeys.current, keys: new Map<string, Buffer>() }
  for (const [id, key] of publicTestKeys.keys) keys.keys.set(id, Buffer.from(key))
  const cipher = createFieldCipher(keys, publicTestLookupKey)
  const load = (document: unknown, now: Instant = importedAt) =>
    database.transaction((tx) => importPolicies(tx, cipher, document, now))
  return {
    server,
    database,
    cipher,
    load,
    /** Path and reason of every fault for which a document is refused. */
    faultsOf: async (document: unknown): Promise<readonly (readonly [string, string])[]> => {
      try {
        await load(document)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        const { fields } = error.details as { readonly fields: readonly ImportFault[] }
        return fields.map(({ path, reason }) => [path, reason] as const)
      }
      return []
    },
    close: async () => {
      await database.$client.end()
      await server.drop()
    },
  }
}
