/** Fills a database with people, rights and policies to try the product with; a second time it finds them there. */
import { loadDemonstration } from './demonstration/load.ts'
import { openDatabase } from './open-database.ts'

const { database, cipher, mode } = openDatabase()
try {
  // Its passwords are in the repository: in a production database they would open it to everybody.
  if (mode !== 'embedded') throw new Error('Demonstration data is loaded only where LIPEI_MODE is embedded.')
  const { accounts, policies } = await loadDemonstration(database, cipher)
  process.stdout.write(`ready ${accounts} people and ${policies} policies were added\n`)
} finally {
  await database.$client.end()
}
