import { readConfig, type Config } from '../config.ts'
import { createDatabase, type Database } from '../db/client.ts'
import { createFieldCipher, type FieldCipher } from '../db/encryption/field-cipher.ts'
import { inheritedEnvironment } from './embedded/environment.ts'

interface OpenDatabase {
  readonly database: Database
  readonly cipher: FieldCipher
  readonly lookupKey: Config['lookupKey']
  readonly mode: Config['mode']
}

/** For scripts that write policies and people: database and keys as the services are configured with them. */
export function openDatabase(): OpenDatabase {
  const environment = inheritedEnvironment()
  // Such a script runs before Temporal is there and does not speak to it; the rest is as the services have it.
  const { databaseUrl, fieldKeys, lookupKey, mode } = readConfig({
    ...environment,
    TEMPORAL_ADDRESS: environment['TEMPORAL_ADDRESS'] || 'unused',
  })
  return {
    database: createDatabase(databaseUrl),
    cipher: createFieldCipher(fieldKeys, lookupKey),
    lookupKey,
    mode,
  }
}
