/** `npm run generate:api`: writes the types of the API for the pages; to be run after a change of a route. */
import { writeFileSync } from 'node:fs'
import { apiTypes, apiTypesFile } from './pages/api-types.ts'

writeFileSync(apiTypesFile, await apiTypes())
