import { useId } from 'react'

interface ChoicesProps<Value> {
  readonly legend: string
  readonly choices: readonly { readonly value: Value; readonly name: string }[]
  readonly chosen: Value | null
  readonly choose: (value: Value) => void
}

/** One of a few, each as large as a thumb. */
export function Choices<Value extends string | boolean>({
  legend,
  choices,
  chosen,
  choose,
}: ChoicesProps<Value>) {
  const group = useId()
  return (
    <fieldset className="my-big-choices">
      <legend>{legend}</legend>
      <div>
        {choices.map(({ value, name }) => (
          <label key={String(value)}>
            <input type="radio" name={group} checked={chosen === value} onChange={() => choose(value)} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
