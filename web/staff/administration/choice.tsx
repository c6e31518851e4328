import { useId } from 'react'

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
  readonly options: readonly { readonly value: string; readonly name: string }[]
}

export function Choice({ label, value, change, options }: ChoiceProps) {
  const id = useId()
  return (
    <div className="lp-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => change(target.value)}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  )
}
