import { migrate } from '../db/migrate.ts'
import { inheritedEnvironment } from './embedded/environment.ts'

const { DATABASE_OWNER_URL, DATABASE_URL } = inheritedEnvironment()
const url = DATABASE_OWNER_URL ?? DATABASE_URL
if (url === undefined) throw new Error('DATABASE_OWNER_URL or DATABASE_URL says which database to migrate.')
await migrate(url)
process.stdout.write('ready migrated\n')
