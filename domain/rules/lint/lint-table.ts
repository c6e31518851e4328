import { isCivilDate } from '../../time/civil-date.ts'
import { contractOf, type RuleContract } from '../contracts.ts'
import { ruleFault, type RuleFault } from '../faults.ts'
import { readRuleTable } from '../shape.ts'
import type { RuleTable } from '../table.ts'
import { columnFaults, rowFaults } from './columns.ts'
import { orderFaults } from './order.ts'
import { testCaseFaults } from './test-cases.ts'

/**
 * Everything that is wrong with a document, or an empty list: only then may it be published.
 * Order, gaps and test cases are looked at once every cell can be read, since they mean nothing before.
 */
export function lintTable(document: unknown): readonly RuleFault[] {
  const table = readRuleTable(document)
  if ('code' in table) return [table]
  const contract = contractOf(table.id)
  if (contract === undefined) return [ruleFault('unknownTable', table.id)]
  const form = [
    ...headFaults(table, contract),
    ...columnFaults(table, contract),
    ...rowFaults(table, contract),
  ]
  return form.length > 0 ? form : [...orderFaults(table, contract), ...testCaseFaults(table, contract)]
}

function headFaults(table: RuleTable, contract: RuleContract): readonly RuleFault[] {
  const { effectiveFrom, effectiveTo } = table
  const dates = effectiveTo === undefined ? [effectiveFrom] : [effectiveFrom, effectiveTo]
  const badDates =
    dates.some((date) => !isCivilDate(date)) || (effectiveTo !== undefined && effectiveTo <= effectiveFrom)
  return [
    ...(table.version < 1 ? [ruleFault('versionNotNext', 'version', String(table.version))] : []),
    ...(badDates ? [ruleFault('intervalInvalid', 'effectiveFrom', dates.join(' – '))] : []),
    ...(table.hitPolicy === contract.hitPolicy
      ? []
      : [ruleFault('hitPolicyDiffers', 'hitPolicy', table.hitPolicy)]),
  ]
}
