import type { OutputRow, RuleTestCase } from '../../../../domain/rules/table.ts'
import { useText } from '../../../language/language.ts'
import type { Column } from '../queries.ts'
import { useRuleWords } from '../rule-words.ts'
import { addExpected, changeExpected, dropExpected, dropExpectedRow } from './edits.ts'
import { OutputCell } from './output-cell.tsx'

interface Props {
  readonly testCase: RuleTestCase
  /** What a row of this table gives. */
  readonly outputs: readonly Column[]
  readonly change: (testCase: RuleTestCase) => void
}

/** What each row that fires has to give: only the outputs that matter to the case are named. */
export function ExpectedOutputs({ testCase, outputs, change }: Props) {
  const t = useText()
  const { name, expectRows = [], expectOutputs = [] } = testCase
  return (
    <div className="ru-expected">
      {expectOutputs.map((expected, index) => (
        <ExpectedRow
          key={index}
          expected={expected}
          row={expectRows[index] ?? t('rules:cases.nthRow', { number: index + 1 })}
          caseName={name}
          outputs={outputs}
          set={(column, value) => change(changeExpected(testCase, index, column, value))}
          drop={(column) => change(dropExpected(testCase, index, column))}
          remove={() => change(dropExpectedRow(testCase, index))}
        />
      ))}
      <button type="button" className="lp-quiet-button" onClick={() => change(addExpected(testCase))}>
        {t('rules:cases.expectOutputs')}
      </button>
    </div>
  )
}

interface RowProps {
  readonly expected: OutputRow
  readonly row: string
  readonly caseName: string
  readonly outputs: readonly Column[]
  readonly set: (column: string, value: OutputRow[string]) => void
  readonly drop: (column: string) => void
  readonly remove: () => void
}

function ExpectedRow({ expected, row, caseName, outputs, set, drop, remove }: RowProps) {
  const t = useText()
  const words = useRuleWords()
  const named = outputs.filter(({ name }) => Object.hasOwn(expected, name))
  const others = outputs.filter(({ name }) => !Object.hasOwn(expected, name))
  const about = (column: string) =>
    t('rules:cases.outputOf', { name: caseName, row, column: words.written(column) })
  return (
    <fieldset>
      <legend>
        {row}{' '}
        <button
          type="button"
          className="lp-quiet-button"
          aria-label={t('rules:cases.dropRow', { name: caseName, row })}
          title={t('rules:cases.dropRow', { name: caseName, row })}
          onClick={remove}
        >
          ✕
        </button>
      </legend>
      {named.map((column) => (
        <div key={column.name} className="ru-expects">
          <span>{words.written(column.name)}</span>
          <OutputCell
            column={column}
            value={expected[column.name]}
            label={about(column.name)}
            change={(value) => set(column.name, value)}
          />
          <button
            type="button"
            className="lp-quiet-button"
            aria-label={t('rules:cases.dropOutput', { output: about(column.name) })}
            title={t('rules:cases.dropOutput', { output: about(column.name) })}
            onClick={() => drop(column.name)}
          >
            ✕
          </button>
        </div>
      ))}
      {others.length > 0 && (
        <select
          aria-label={t('rules:cases.addOutput', { name: caseName, row })}
          value=""
          onChange={(event) => set(event.target.value, firstOf(outputs, event.target.value))}
        >
          <option value="">{t('rules:cases.anOutput')}</option>
          {others.map(({ name }) => (
            <option key={name} value={name}>
              {words.written(name)}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  )
}

/** A first value of each kind, which the check refuses where it is not what the row gives. */
const emptyOf: Readonly<Record<string, OutputRow[string]>> = {
  boolean: false,
  integer: 0,
  amounts: [],
  text: { zh: '', en: '' },
  duration: { value: 0, unit: 'workingDays' },
}

function firstOf(outputs: readonly Column[], name: string): OutputRow[string] {
  const column = outputs.find((one) => one.name === name)
  return emptyOf[column?.kind ?? ''] ?? column?.values?.[0] ?? ''
}
