import { type ReactNode, useId } from 'react'
import { ProblemLine } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'

interface ActionFormProps {
  /** What the button does, in a word or two. */
  readonly act: string
  readonly pending: boolean
  readonly error: unknown
  /** Why it cannot be sent yet; said beside the button. */
  readonly missing?: string | null
  readonly send: () => void
  readonly children: ReactNode
}

/** A form that does one thing. What is typed stays until it has taken effect. */
export function ActionForm({ act, pending, error, missing = null, send, children }: ActionFormProps) {
  return (
    <form
      className="cl-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === null && !pending) send()
      }}
    >
      {children}
      <ProblemLine error={error} />
      <p className="cl-form-end">
        <button type="submit" className="lp-main-button" disabled={pending || missing !== null}>
          {act}
        </button>
        {missing !== null && <span className="cl-soft">{missing}</span>}
      </p>
    </form>
  )
}

interface AreaProps {
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
  readonly rows?: number
}

export function Area({ label, value, change, rows = 3 }: AreaProps) {
  const id = useId()
  return (
    <div className="lp-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        maxLength={4000}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  )
}

export interface Option {
  readonly value: string
  readonly name: string
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly change: (value: string) => void
  /** Shown while nothing is chosen. */
  readonly empty?: string
}

export function Select({ label, value, options, change, empty }: SelectProps) {
  const id = useId()
  return (
    <div className="lp-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => change(event.target.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}

interface CheckProps {
  readonly label: string
  readonly checked: boolean
  readonly change: (checked: boolean) => void
}

export function Check({ label, checked, change }: CheckProps) {
  return (
    <label className="cl-check">
      <input type="checkbox" checked={checked} onChange={(event) => change(event.target.checked)} />
      {label}
    </label>
  )
}

interface TristateProps {
  readonly label: string
  readonly value: boolean | null
  readonly change: (value: boolean | null) => void
}

/** Yes, no, or not known yet. */
export function Tristate({ label, value, change }: TristateProps) {
  const t = useText()
  const group = useId()
  return (
    <fieldset className="cl-choices">
      <legend>{label}</legend>
      {([true, false, null] as const).map((answer) => (
        <label key={String(answer)} className="cl-check">
          <input type="radio" name={group} checked={value === answer} onChange={() => change(answer)} />
          {t(`claim:known.${String(answer)}`)}
        </label>
      ))}
    </fieldset>
  )
}
