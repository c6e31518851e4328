import { useId, useState } from 'react'
import { useText } from '../../../language/language.ts'
import { FigureInput } from '../forms/figure-input.tsx'
import type { Option } from '../forms/form-kit.tsx'
import { percentFromRate, rateFromPercent } from './percent.ts'

interface CellSelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly change: (value: string) => void
}

/** A choice in a table, where the column says what it is. */
export function CellSelect({ label, value, options, change }: CellSelectProps) {
  return (
    <span className="lp-field cl-bare">
      <select aria-label={label} value={value} onChange={(event) => change(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </span>
  )
}

interface RateFieldProps {
  readonly label: string
  readonly rate: string | undefined
  readonly change: (rate: string | undefined) => void
  readonly bare?: boolean
}

/** A rate in percent. */
export function RateField({ label, rate, change, bare = false }: RateFieldProps) {
  const t = useText()
  const [text, setText] = useState(rate === undefined ? '' : percentFromRate(rate))
  const wrong = text !== '' && rateFromPercent(text) === undefined
  return (
    <FigureInput
      label={label}
      text={text}
      fault={wrong ? t('claim:notAPercentage') : undefined}
      bare={bare}
      change={(typed) => {
        setText(typed)
        change(rateFromPercent(typed))
      }}
    />
  )
}

interface CountFieldProps {
  readonly label: string
  readonly count: number
  readonly change: (count: number) => void
}

export function CountField({ label, count, change }: CountFieldProps) {
  const id = useId()
  return (
    <div className="lp-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={0}
        step={1}
        value={count}
        onChange={(event) => change(Math.max(0, Math.trunc(Number(event.target.value))))}
      />
    </div>
  )
}
