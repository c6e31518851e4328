import { readFileSync } from 'node:fs'
import { contractOf, type RuleContract } from '../../../domain/rules/contracts.ts'
import { readRuleTable } from '../../../domain/rules/shape.ts'
import type { RuleTable } from '../../../domain/rules/table.ts'

const names = [
  'checklist',
  'coverage-checks',
  'survey-need',
  'authority-levels',
  'sla-targets',
  'escalation',
  'reserve-opening',
  'fast-track',
] as const
export type SeedName = (typeof names)[number]
export const seedNames: readonly SeedName[] = names

export function seedDocument(name: SeedName): unknown {
  return JSON.parse(readFileSync(new URL(`../../../db/seed/rules/${name}.json`, import.meta.url), 'utf8'))
}

export function seedTable(name: SeedName): { readonly table: RuleTable; readonly contract: RuleContract } {
  const table = readRuleTable(seedDocument(name))
  if ('code' in table) throw new Error(`${name}: ${table.code} at ${table.at}`)
  const contract = contractOf(table.id)
  if (contract === undefined) throw new Error(`${table.id} has no contract`)
  return { table, contract }
}
