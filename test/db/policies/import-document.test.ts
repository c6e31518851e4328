import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policyFaultTexts } from '../../../domain/policy/policy-faults.ts'
import {
  coverageCodes,
  lines,
  premiumStatuses,
  propertySubjects,
  riderCodes,
} from '../../../domain/policy/terms.ts'
import { policyDatabase } from './policy-database.ts'

const text = readFileSync(new URL('../../../docs/policy-import.md', import.meta.url), 'utf8')

let world: Awaited<ReturnType<typeof policyDatabase>>
beforeAll(async () => {
  world = await policyDatabase()
})
afterAll(() => world.close())

describe('the document about importing policies', () => {
  it('shows a file that the importer takes', async () => {
    const [, example = ''] = /```json\n(\{\n {2}"format"[\s\S]*?)```/.exec(text) ?? []
    expect(await world.load(JSON.parse(example))).toMatchObject({ policies: 1, people: 1, endorsements: 1 })
  })

  it('names every word that the format admits', () => {
    const words = [...lines, ...coverageCodes, ...premiumStatuses, ...propertySubjects]
    for (const word of words) expect(text).toContain(word)
    for (const rider of riderCodes) expect(text).toContain(rider.replace(/^absoluteDeductible(?!5)/, '…'))
  })

  it('names only reasons that exist', () => {
    const named = text.match(/`(?:policy|endorsement|premiumEvent|person)Differs`/g) ?? []
    expect(named.length).toBeGreaterThan(3)
    for (const reason of named) expect(Object.keys(policyFaultTexts)).toContain(reason.slice(1, -1))
  })
})
