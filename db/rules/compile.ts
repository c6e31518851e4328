import { type ZenDecision, ZenEngine } from '@gorules/zen-engine'
import type { Cell } from '../../domain/rules/cells.ts'
import { contractOf, type RuleContract } from '../../domain/rules/contracts.ts'
import { assert } from '../../domain/errors.ts'
import { applyHitPolicy, readyRow, type ReadyRow } from '../../domain/rules/fire.ts'
import type { InputRow, OutputRow, RuleTable } from '../../domain/rules/table.ts'

/** A table made ready for the engine. */
export interface CompiledTable {
  readonly contract: RuleContract
  readonly version: number
  /** Ids and outputs of the rows that answer, in the table's order. */
  run(inputs: InputRow): Promise<readonly { readonly id: string; readonly gives: OutputRow }[]>
}

/** No loader, no handlers: a decision can reach neither files nor the network, nor run a function node. */
const engine = new ZenEngine()

/**
 * Compiles a linted table into a decision table node of the engine. The engine decides which rows fire and
 * hands back their ids; the outputs stay ours, because there they would be expressions and could compute.
 * The id as an output costs half of what the engine's trace does.
 */
export function compileTable(table: RuleTable): CompiledTable {
  const contract = contractOf(table.id)
  assert(contract, `${table.id} is a rule table`)
  const rows = table.rows.map((row) => {
    const ready = readyRow(row, contract)
    assert(ready, `${table.id}.${row.id} was linted before it was published`)
    return ready
  })
  const decision = engine.createDecision(decisionModel(rows, contract))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    contract,
    version: table.version,
    run: async (inputs) => applyHitPolicy(await firedRows(decision, byId, inputs), contract),
  }
}

async function firedRows(
  decision: ZenDecision,
  byId: ReadonlyMap<string, ReadyRow>,
  inputs: InputRow,
): Promise<readonly ReadyRow[]> {
  const answer = await decision.evaluate(inputs)
  const result: unknown = answer.result
  return (Array.isArray(result) ? result : [result]).map((fired: unknown) => {
    const id = typeof fired === 'object' && fired !== null && 'row' in fired ? fired.row : undefined
    const row = typeof id === 'string' ? byId.get(id) : undefined
    assert(row, 'the closing row answers when no other does')
    return row
  })
}

function decisionModel(rows: readonly ReadyRow[], contract: RuleContract): object {
  const inputs = Object.keys(contract.inputs).filter((name) => rows.some((row) => row.cells.has(name)))
  return {
    nodes: [
      { id: 'request', type: 'inputNode', name: 'request', content: {} },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: 'table',
        content: {
          hitPolicy: contract.hitPolicy === 'first' ? 'first' : 'collect',
          inputs: inputs.map((name) => ({ id: name, name, field: name })),
          outputs: [{ id: 'fired', name: 'row', field: 'row' }],
          rules: rows.map((row) => ({
            _id: row.id,
            ...Object.fromEntries(inputs.map((name) => [name, expressionOf(row.cells.get(name))])),
            fired: JSON.stringify(row.id),
          })),
        },
      },
      { id: 'response', type: 'outputNode', name: 'response', content: {} },
    ],
    edges: [
      { id: 'in', type: 'edge', sourceId: 'request', targetId: 'table' },
      { id: 'out', type: 'edge', sourceId: 'table', targetId: 'response' },
    ],
  }
}

/** Written anew from the parsed cell: the engine sees only the few forms that are known to mean the same there. */
function expressionOf(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === 'any') return ''
  if (cell.kind === 'boolean') return String(cell.value)
  if (cell.kind === 'words') return cell.words.map((word) => JSON.stringify(word)).join(',')
  const [first, ...others] = cell.ranges
  if (first === undefined || others.length > 0) return cell.ranges.map(([from]) => from).join(',')
  return first[0] === first[1] ? String(first[0]) : `[${first[0]}..${first[1]}]`
}
