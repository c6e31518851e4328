import { type InputHTMLAttributes, useId } from 'react'

type FieldProps = InputHTMLAttributes<HTMLInputElement> & { readonly label: string }

/** A labelled line of input, large enough for a thumb. */
export function Field({ label, ...input }: FieldProps) {
  const id = useId()
  return (
    <div className="lp-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} {...input} />
    </div>
  )
}
