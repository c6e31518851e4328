import { useState } from 'react'
import type { RuleTable, RuleTestCase } from '../../../../domain/rules/table.ts'
import { Wide } from '../../../blocks/wide.tsx'
import { useLanguage, useText } from '../../../language/language.ts'
import { caseNameIn } from '../case-names.ts'
import { FaultLine } from '../fault-line.tsx'
import type { Checked, Column } from '../queries.ts'
import { useRuleWords } from '../rule-words.ts'
import { readInputs, writeInputs } from './case-notation.ts'
import { addCase, changeCase, removeCase } from './edits.ts'
import { ExpectedOutputs } from './expected-outputs.tsx'

interface CasesProps {
  readonly table: RuleTable
  readonly checked: Checked | undefined
  readonly outputs: readonly Column[]
  readonly change: (table: RuleTable) => void
}

/** The test cases that are kept with the table, each with what it meets as the draft stands. */
export function Cases({ table, checked, outputs, change }: CasesProps) {
  const t = useText()
  const words = useRuleWords()
  return (
    <>
      <p>
        {t('rules:cases.defaults')} <code className="ru-defaults">{writeInputs(table.testDefaults)}</code>
        <Said>{words.inputs(table.testDefaults)}</Said>
      </p>
      <Wide label={t('rules:cases.title')}>
        <table className="ru-grid ru-cases lp-stacked lp-below">
          <thead>
            <tr>
              <th>{t('rules:cases.name')}</th>
              <th>{t('rules:cases.inputs')}</th>
              <th>{t('rules:cases.expected')}</th>
              <th>{t('rules:cases.result')}</th>
            </tr>
          </thead>
          <tbody>
            {table.testCases.map((testCase, index) => (
              <CaseRow
                key={index}
                table={table}
                testCase={testCase}
                ran={checked?.cases[index]}
                outputs={outputs}
                change={(next) => change(changeCase(table, index, () => next))}
                remove={() => change(removeCase(table, index))}
              />
            ))}
          </tbody>
        </table>
      </Wide>
      <p className="ru-actions">
        <button type="button" className="lp-plain-button" onClick={() => change(addCase(table))}>
          {t('rules:cases.add')}
        </button>
      </p>
    </>
  )
}

interface CaseRowProps {
  readonly table: RuleTable
  readonly testCase: RuleTestCase
  readonly ran: Checked['cases'][number] | undefined
  readonly outputs: readonly Column[]
  readonly change: (testCase: RuleTestCase) => void
  readonly remove: () => void
}

function CaseRow({ table, testCase, ran, outputs, change, remove }: CaseRowProps) {
  const t = useText()
  const words = useRuleWords()
  const { name } = testCase
  const said = caseNameIn(useLanguage(), name)
  const [inputs, setInputs] = useState('')
  const [expected, setExpected] = useState('')
  const typed = JSON.stringify(readInputs(inputs)) === JSON.stringify(testCase.inputs)
  const rows = testCase.expectRows ?? []
  const rowsSaid = rows
    .flatMap((id) => table.rows.filter((row) => row.id === id))
    .map(words.rowName)
    .join(t('rules:words.semicolon'))
  const typedRows = JSON.stringify(namesIn(expected)) === JSON.stringify(rows)
  return (
    <tr>
      <td data-label={t('rules:cases.name')}>
        <input
          aria-label={t('rules:cases.nameOf', { name })}
          value={name}
          onChange={(event) => change({ ...testCase, name: event.target.value })}
        />
        {said !== name && <small className="ru-said">{said}</small>}
        <button
          type="button"
          className="lp-quiet-button"
          aria-label={t('rules:cases.remove', { name })}
          title={t('rules:cases.remove', { name })}
          onClick={remove}
        >
          ✕
        </button>
      </td>
      <td data-label={t('rules:cases.inputs')}>
        <input
          aria-label={t('rules:cases.inputsOf', { name })}
          className="ru-wide-input"
          value={typed ? inputs : writeInputs(testCase.inputs)}
          onChange={(event) => {
            setInputs(event.target.value)
            change({ ...testCase, inputs: readInputs(event.target.value) })
          }}
        />
        <Said>{words.inputs(testCase.inputs)}</Said>
      </td>
      <td data-label={t('rules:cases.expected')}>
        <input
          aria-label={t('rules:cases.expectedOf', { name })}
          className="ru-wide-input"
          value={typedRows ? expected : rows.join(', ')}
          onChange={(event) => {
            setExpected(event.target.value)
            change(expecting(testCase, event.target.value))
          }}
        />
        <Said>{rowsSaid}</Said>
        <ExpectedOutputs testCase={testCase} outputs={outputs} change={change} />
      </td>
      <td data-label={t('rules:cases.result')}>
        {ran !== undefined && ran.faults.length === 0 && (
          <span className="ru-passes">{t('rules:cases.passes')}</span>
        )}
        {ran?.faults.map((fault) => (
          <FaultLine key={fault.code} fault={fault} />
        ))}
      </td>
    </tr>
  )
}

/** What stands above it in words; nothing where there are none. */
function Said({ children }: { readonly children: string }) {
  return children === '' ? null : <small className="ru-said ru-said-wide">{children}</small>
}

/** Which rows have to fire; with none named only the outputs count, where the case has any. */
function expecting(testCase: RuleTestCase, text: string): RuleTestCase {
  const { expectRows: _, ...others } = testCase
  const rows = namesIn(text)
  return rows.length === 0 && testCase.expectOutputs !== undefined ? others : { ...others, expectRows: rows }
}

function namesIn(text: string): readonly string[] {
  return text.split(/[,，]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
}
