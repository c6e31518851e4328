import { type InputHTMLAttributes, useId } from 'react'
import { Moment, type MomentKind } from './moment.tsx'

type FieldProps = InputHTMLAttributes<HTMLInputElement> & { readonly label: string }

const moments: ReadonlySet<string | undefined> = new Set<MomentKind>(['date', 'datetime-local', 'time'])

/** A labelled line of input, large enough for a thumb. */
export function Field({ label, ...input }: FieldProps) {
  const id = useId()
  return (
    <div className="lp-field">
      <label htmlFor={id}>{label}</label>
      {moments.has(input.type) ? (
        <Moment {...input} id={id} type={input.type as MomentKind} />
      ) : (
        <input id={id} {...input} />
      )}
    </div>
  )
}
