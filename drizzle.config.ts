import { defineConfig } from 'drizzle-kit'

/** Only `npm run generate` reads this: it writes the next migration out of the schema, without a database. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
})
