import { useState } from 'react'
import type { RuleOutput } from '../../../../domain/rules/table.ts'
import type { Text } from '../../../../domain/text.ts'
import { useText } from '../../../language/language.ts'
import type { Column } from '../queries.ts'
import { useRuleWords } from '../rule-words.ts'

interface OutputCellProps {
  readonly column: Column
  readonly value: RuleOutput | undefined
  readonly label: string
  readonly change: (value: RuleOutput) => void
}

/** One output, edited as its kind asks for; what is not of its kind is kept as it was typed, and the check says so. */
export function OutputCell(props: OutputCellProps) {
  const { column, value, label, change } = props
  const words = useRuleWords()
  switch (column.kind) {
    case 'boolean':
      return (
        <Choice
          label={label}
          value={wordOf(value)}
          words={['true', 'false']}
          say={(word) => words.value(column.name, word === 'true')}
          change={(word) => change(word === 'true')}
        />
      )
    case 'choice':
      return (
        <Choice
          label={label}
          value={wordOf(value)}
          words={column.values ?? []}
          say={(word) => words.code(column.name, word)}
          change={change}
        />
      )
    case 'text':
      return <TextCell {...props} />
    case 'duration':
      return <DurationCell {...props} />
    case 'integer':
      return (
        <>
          <Typed label={label} value={value} read={(text) => wholeNumber(text) ?? text} change={change} />
          <Said column={column.name} value={value} />
        </>
      )
    case 'amounts':
      return (
        <>
          <Typed label={label} value={value} read={amountsOf} change={change} />
          <Said column={column.name} value={value} />
        </>
      )
    default:
      return <Typed label={label} value={value} read={(text) => text} change={change} />
  }
}

/** What a figure comes to in yuan or in percent. */
function Said({ column, value }: { readonly column: string; readonly value: RuleOutput | undefined }) {
  const words = useRuleWords()
  const said = words.value(column, value)
  return said === wordOf(value) ? null : <small className="ru-said">{said}</small>
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly words: readonly string[]
  readonly say: (word: string) => string
  readonly change: (word: string) => void
}

function Choice({ label, value, words, say, change }: ChoiceProps) {
  const known = words.includes(value)
  return (
    <select aria-label={label} value={value} onChange={(event) => change(event.target.value)}>
      {!known && <option value={value}>{value}</option>}
      {words.map((word) => (
        <option key={word} value={word}>
          {say(word)}
        </option>
      ))}
    </select>
  )
}

interface TypedProps {
  readonly label: string
  readonly value: RuleOutput | undefined
  readonly read: (text: string) => RuleOutput
  readonly change: (value: RuleOutput) => void
}

/** What is typed stays as typed, with its commas, as long as it says what the document says. */
function Typed({ label, value, read, change }: TypedProps) {
  const written = Array.isArray(value) ? value.join(', ') : wordOf(value)
  const [text, setText] = useState(written)
  const says = JSON.stringify(read(text)) === JSON.stringify(value)
  return (
    <input
      aria-label={label}
      value={says ? text : written}
      onChange={(event) => {
        setText(event.target.value)
        change(read(event.target.value))
      }}
    />
  )
}

function TextCell({ column, value, label, change }: OutputCellProps) {
  const t = useText()
  const text: Text = typeof value === 'object' && value !== null && 'zh' in value ? value : { zh: '', en: '' }
  const set = (part: Partial<Text>) => {
    const next = { ...text, ...part }
    change(column.optional && next.zh === '' && next.en === '' ? null : next)
  }
  return (
    <>
      {(['zh', 'en'] as const).map((language) => (
        <input
          key={language}
          aria-label={`${label} ${t(`rules:language.${language}`)}`}
          lang={language}
          value={text[language]}
          onChange={(event) => set({ [language]: event.target.value })}
        />
      ))}
    </>
  )
}

function wordOf(value: RuleOutput | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value)
}

const units = ['minutes', 'hours', 'workingHours', 'calendarDays', 'workingDays'] as const

function DurationCell({ value, label, change }: OutputCellProps) {
  const t = useText()
  const term =
    typeof value === 'object' && value !== null && 'unit' in value ? value : { value: 0, unit: units[0] }
  return (
    <span className="ru-pair">
      <Typed
        label={label}
        value={term.value}
        read={(text) => wholeNumber(text) ?? 0}
        change={(amount) => change({ ...term, value: Number(amount) })}
      />
      <Choice
        label={t('rules:unit', { output: label })}
        value={term.unit}
        words={units}
        say={(unit) => t(`rules:duration.${unit}`)}
        change={(unit) => change({ ...term, unit: unit as (typeof units)[number] })}
      />
    </span>
  )
}

function wholeNumber(text: string): number | undefined {
  const number = Number(text)
  return /^-?\d+$/.test(text.trim()) && Number.isSafeInteger(number) ? number : undefined
}

/** Amounts with commas between them; what is no amount is left out and the check misses it. */
function amountsOf(text: string): readonly number[] {
  return text.split(/[,，]/).flatMap((part) => wholeNumber(part) ?? [])
}
