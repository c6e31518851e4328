import type { RuleOutput, RuleRow, RuleTable } from '../../../../domain/rules/table.ts'
import { Wide } from '../../../blocks/wide.tsx'
import { useText } from '../../../language/language.ts'
import { FaultLine } from '../fault-line.tsx'
import type { Columns } from '../queries.ts'
import { addColumn, addRow, changeRow, moveRow, removeRow, withCell, withOutput } from './edits.ts'
import { useRuleWords } from '../rule-words.ts'
import type { FaultPlaces } from './fault-places.ts'
import { OutputCell } from './output-cell.tsx'

interface GridProps {
  readonly table: RuleTable
  readonly columns: Columns
  readonly faults: FaultPlaces
  readonly change: (table: RuleTable) => void
}

/** The rows as a sheet: conditions on the left, what they give on the right, each fault beside its cell. */
export function Grid({ table, columns, faults, change }: GridProps) {
  const t = useText()
  const words = useRuleWords()
  const unused = columns.inputs.filter(({ name }) => !table.inputs.some((one) => one.name === name))
  return (
    <>
      <Wide label={t('rules:grid.title')}>
        <table className="ru-grid lp-stacked">
          <thead>
            <tr>
              <th>{t('rules:grid.row')}</th>
              <th>{t('rules:grid.priority')}</th>
              {table.inputs.map(({ name }) => (
                <th key={name} title={name}>
                  {words.written(name)}
                </th>
              ))}
              {columns.outputs.map(({ name }) => (
                <th key={name} title={name} className="ru-output">
                  → {words.written(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              // Rows have no name that lasts: their id is edited here.
              <GridRow
                key={index}
                row={row}
                table={table}
                columns={columns}
                faults={faults}
                change={(next) => change(changeRow(table, index, () => next))}
                move={(by) => change(moveRow(table, index, by))}
                remove={() => change(removeRow(table, index))}
              />
            ))}
          </tbody>
        </table>
      </Wide>
      <p className="ru-actions">
        <button type="button" className="lp-plain-button" onClick={() => change(addRow(table, columns))}>
          {t('rules:grid.add')}
        </button>
        {unused.length > 0 && (
          <select
            aria-label={t('rules:grid.addColumn')}
            value=""
            onChange={(event) => change(addColumn(table, columns, event.target.value))}
          >
            <option value="">{t('rules:grid.addColumn')}</option>
            {unused.map(({ name }) => (
              <option key={name} value={name}>
                {words.written(name)}
              </option>
            ))}
          </select>
        )}
      </p>
    </>
  )
}

interface GridRowProps {
  readonly row: RuleRow
  readonly table: RuleTable
  readonly columns: Columns
  readonly faults: FaultPlaces
  readonly change: (row: RuleRow) => void
  readonly move: (by: -1 | 1) => void
  readonly remove: () => void
}

function GridRow({ row, table, columns, faults, change, move, remove }: GridRowProps) {
  const t = useText()
  const words = useRuleWords()
  const named = (column: string) => t('rules:grid.cell', { row: row.id, column: words.written(column) })
  const said = (column: string, cell: string) => {
    const text = words.condition(column, cell)
    return text === cell ? null : <small className="ru-said">{text}</small>
  }
  return (
    <tr>
      <td data-label={t('rules:grid.row')}>
        <div>
          <input
            aria-label={t('rules:grid.id', { row: row.id })}
            className="ru-id"
            value={row.id}
            onChange={(event) => change({ ...row, id: event.target.value })}
          />
          <RowWords row={row} />
          <span className="ru-tools">
            {(['up', 'down', 'remove'] as const).map((tool) => (
              <button
                key={tool}
                type="button"
                className="lp-quiet-button"
                aria-label={t(`rules:grid.${tool}`, { row: row.id })}
                title={t(`rules:grid.${tool}`, { row: row.id })}
                onClick={() => (tool === 'remove' ? remove() : move(tool === 'up' ? -1 : 1))}
              >
                {signs[tool]}
              </button>
            ))}
          </span>
          {faults.row(row.id).map((fault) => (
            <FaultLine key={fault.code} fault={fault} />
          ))}
        </div>
      </td>
      <td data-label={t('rules:grid.priority')}>
        <div>
          <input
            aria-label={t('rules:grid.priorityOf', { row: row.id })}
            className="ru-number"
            inputMode="numeric"
            value={row.priority}
            onChange={(event) =>
              change({ ...row, priority: Number(event.target.value.replaceAll(/\D/g, '')) })
            }
          />
        </div>
      </td>
      {table.inputs.map(({ name }) => (
        <td key={name} data-label={words.written(name)}>
          <div>
            <input
              aria-label={named(name)}
              aria-invalid={faults.cell(row.id, name).length > 0}
              placeholder="-"
              value={row.when[name] ?? ''}
              onChange={(event) => change(withCell(row, name, event.target.value))}
            />
            {said(name, row.when[name] ?? '')}
            {faults.cell(row.id, name).map((fault) => (
              <FaultLine key={fault.code} fault={fault} />
            ))}
          </div>
        </td>
      ))}
      {columns.outputs.map((column) => (
        <td key={column.name} className="ru-output" data-label={`→ ${words.written(column.name)}`}>
          <div>
            <OutputCell
              column={column}
              value={row.gives[column.name]}
              label={named(column.name)}
              change={(value: RuleOutput) => change(withOutput(row, column.name, value))}
            />
            {faults.cell(row.id, column.name).map((fault) => (
              <FaultLine key={fault.code} fault={fault} />
            ))}
          </div>
        </td>
      ))}
    </tr>
  )
}

/** What the row is about, below the name that test cases and reports know it by. */
function RowWords({ row }: { readonly row: RuleRow }) {
  const said = useRuleWords().row(row)
  return said !== undefined && <small className="ru-said">{said}</small>
}

const signs = { up: '↑', down: '↓', remove: '✕' } as const
