import { useId } from 'react'
import { Field } from '../../../blocks/field.tsx'
import { useText } from '../../../language/language.ts'
import { Check, Select } from '../forms/form-kit.tsx'
import { MoneyField } from '../forms/money-field.tsx'
import type { GroupField, PlainField, RowsField } from './coverage-fields.ts'
import { CountField, RateField } from './sheet-fields.tsx'

/** Facts of a sheet by the name of each; the engine takes an empty one for a mistake, so it is left out. */
export type Facts = Readonly<Record<string, unknown>>

/** The facts with one of them changed, or without it. */
export function withFact(facts: Facts, name: string, value: unknown): Facts {
  const { [name]: _before, ...rest } = facts
  return value === undefined || value === '' ? rest : { ...rest, [name]: value }
}

interface PlainFactProps {
  readonly field: PlainField
  readonly label: string
  readonly value: unknown
  readonly change: (value: unknown) => void
  /** What can be chosen where the field itself does not say. */
  readonly options?: readonly { readonly value: string; readonly name: string }[]
  /** What is proposed while a text is typed. */
  readonly proposed?: readonly string[]
}

export function PlainFact({ field, label, value, change, options, proposed = [] }: PlainFactProps) {
  const t = useText()
  const listId = useId()
  switch (field.kind) {
    case 'choice':
      return (
        <div className={field.wide === true ? 'cl-wide' : undefined}>
          <Select
            label={label}
            value={chosenOf(field, value)}
            {...(field.free ? { empty: t('claim:sheet.notSaid') } : {})}
            options={options ?? field.options.map((one) => ({ value: one, name: t(`claim:option.${one}`) }))}
            change={(chosen) => change(field.facts?.[chosen] ?? chosen)}
          />
        </div>
      )
    case 'date':
      return (
        <Field
          label={label}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => change(event.target.value === '' ? undefined : event.target.value)}
        />
      )
    case 'money':
      return (
        <MoneyField label={label} minor={typeof value === 'number' ? value : undefined} change={change} />
      )
    case 'rate':
      return <RateField label={label} rate={typeof value === 'string' ? value : undefined} change={change} />
    case 'count':
      return <CountField label={label} count={typeof value === 'number' ? value : 0} change={change} />
    case 'check':
      return <Check label={label} checked={value === true} change={change} />
    case 'text':
      return (
        <>
          <Field
            label={label}
            maxLength={64}
            list={listId}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => change(event.target.value)}
          />
          <datalist id={listId}>
            {proposed.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )
  }
}

/** The option that is chosen: the value itself, or the one that stands for it. */
function chosenOf({ facts }: Extract<PlainField, { kind: 'choice' }>, value: unknown): string {
  if (typeof value === 'string') return value
  const said = JSON.stringify(value)
  const found = Object.entries(facts ?? {}).find(([, fact]) => JSON.stringify(fact) === said)
  return found?.[0] ?? ''
}

interface GroupFactProps {
  readonly field: GroupField
  readonly value: unknown
  readonly change: (value: Facts | undefined) => void
}

/** Facts that belong together: the first is asked, the others once it is there. */
export function GroupFact({ field, value, change }: GroupFactProps) {
  const t = useText()
  const facts = (value ?? {}) as Facts
  const [first] = field.fields
  const begun = first !== undefined && facts[first.name] !== undefined
  return field.fields
    .filter((one) => begun || one === first)
    .map((one) => (
      <PlainFact
        key={one.name}
        field={one}
        label={t(`claim:field.${field.name}.${one.name}`)}
        value={facts[one.name]}
        change={(next) => {
          const changed = withFact({ ...field.begins, ...facts }, one.name, next)
          change(one === first && changed[one.name] === undefined ? undefined : changed)
        }}
      />
    ))
}

interface RowsFactProps {
  readonly field: RowsField
  readonly value: unknown
  readonly change: (rows: readonly Facts[] | undefined) => void
  /** Stands before the number of a row, where rows of several owners are on one page. */
  readonly of?: string
  readonly options?: Readonly<Record<string, readonly { readonly value: string; readonly name: string }[]>>
  readonly proposed?: readonly string[]
}

/** Any number of rows; an empty list is none. */
export function RowsFact({ field, value, change, of = '', options = {}, proposed = [] }: RowsFactProps) {
  const t = useText()
  const rows = (value ?? []) as readonly Facts[]
  const put = (next: readonly Facts[]) => change(next.length === 0 ? undefined : next)
  return (
    <fieldset className="cl-rows">
      <legend>{t(`claim:rows.${field.name}`)}</legend>
      {rows.map((row, index) => (
        <div key={`${rows.length} ${index}`} className="cl-grid">
          {field.columns.map((column) => (
            <PlainFact
              key={column.name}
              field={column}
              label={`${t(`claim:field.${field.name}.${column.name}`)} ${of}${index + 1}`}
              value={row[column.name]}
              {...(options[column.name] === undefined ? {} : { options: options[column.name] ?? [] })}
              proposed={proposed}
              change={(next) => {
                const first = field.begins[column.name]
                const kept = next === undefined && first !== undefined ? first : next
                put(rows.map((one, place) => (place === index ? withRowFact(one, column, kept) : one)))
              }}
            />
          ))}
          <button
            type="button"
            className="lp-quiet-button"
            aria-label={`${t('claim:line.remove')} ${t(`claim:rows.${field.name}`)} ${of}${index + 1}`}
            onClick={() => put(rows.filter((_, place) => place !== index))}
          >
            {t('claim:line.remove')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="lp-quiet-button"
        onClick={() => put([...rows, newRow(field, rows.length + 1)])}
      >
        {t('claim:sheet.addRow', { what: t(`claim:rows.${field.name}`) })}
      </button>
    </fieldset>
  )
}

/** A new row; what has a name is called by its number until somebody names it, since nothing may be nameless. */
function newRow({ begins, columns }: RowsField, number: number): Facts {
  const names = columns.filter(({ kind }) => kind === 'text').map(({ name }) => [name, `${number}`])
  return { ...begins, ...(Object.fromEntries(names) as Facts) }
}

/** A text that is being typed may be empty for a moment; everything else that is empty is left out. */
function withRowFact(row: Facts, column: PlainField, value: unknown): Facts {
  return column.kind === 'text' ? { ...row, [column.name]: value } : withFact(row, column.name, value)
}
