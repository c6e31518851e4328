import { amountOf } from '../time/duration.ts'
import { contractOf, type RuleContract, type RuleOutputs, type RuleTableId } from './contracts.ts'
import { isDurationUnit, type OutputField } from './fields.ts'

/** Whether a row of answers is one of this table's: outputs come back from the database as anything. */
export function isOutputOf<T extends RuleTableId>(table: T, gives: object): gives is RuleOutputs[T] {
  const contract = contractOf(table)
  return contract !== undefined && wrongOutputs(new Map(Object.entries(gives)), contract).length === 0
}

/** Names of outputs that are missing, not foreseen or not of their field; empty when all is well. */
export function wrongOutputs(gives: ReadonlyMap<string, unknown>, contract: RuleContract): readonly string[] {
  const foreign = [...gives.keys()].filter((name) => contract.outputs[name] === undefined)
  const wrong = Object.entries(contract.outputs).filter(
    ([name, field]) => !suitsOutput(gives.get(name), field),
  )
  return [...foreign, ...wrong.map(([name]) => name)]
}

function suitsOutput(value: unknown, field: OutputField): boolean {
  if (value === undefined) return false
  if (field.kind === 'boolean') return typeof value === 'boolean'
  if (field.kind === 'integer')
    return typeof value === 'number' && value >= 0 && value <= (field.max ?? value)
  if (field.kind === 'string') return typeof value === 'string'
  if (field.kind === 'choice') return typeof value === 'string' && field.values.includes(value)
  if (field.kind === 'amounts') return Array.isArray(value) && isAscending(value)
  if (value === null) return field.kind === 'text' && field.nullable === true
  if (typeof value !== 'object') return false
  return field.kind === 'text' ? 'zh' in value && 'en' in value : isDuration(value, field.min)
}

function isAscending(amounts: readonly unknown[]): boolean {
  return (
    amounts.length > 0 &&
    amounts.every((amount, index) => {
      const before = index === 0 ? 0 : amounts[index - 1]
      return typeof amount === 'number' && typeof before === 'number' && amount > before
    })
  )
}

/** A term of at least so many of its unit that the clocks can count; what they refuse is refused here. */
function isDuration(value: object, min: number): boolean {
  if (!('value' in value) || !('unit' in value)) return false
  const { value: amount, unit } = value
  if (typeof amount !== 'number' || amount < min || !isDurationUnit(unit)) return false
  try {
    return amountOf({ value: amount, unit }).amount >= 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
