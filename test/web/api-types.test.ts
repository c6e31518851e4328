import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { apiTypes, apiTypesFile } from '../../scripts/pages/api-types.ts'

it('the types of the API in web/ are those of its routes; npm run generate:api writes them anew', async () => {
  expect((await apiTypes()) === readFileSync(apiTypesFile, 'utf8')).toBe(true)
})
