import { useId } from 'react'

interface FigureInputProps {
  readonly label: string
  /** As it was typed. */
  readonly text: string
  readonly change: (text: string) => void
  /** What is wrong with it, if anything is. */
  readonly fault: string | undefined
  /** In a table the column says what it is. */
  readonly bare: boolean
}

/** Where a figure is typed as text: marked when it is none, and never changed under the hand. */
export function FigureInput({ label, text, change, fault, bare }: FigureInputProps) {
  const id = useId()
  return (
    <div className={bare ? 'lp-field cl-bare' : 'lp-field'}>
      <label htmlFor={id} className={bare ? 'lp-hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        className="cl-amount"
        inputMode="decimal"
        value={text}
        aria-invalid={fault !== undefined}
        onChange={(event) => change(event.target.value)}
      />
      {fault !== undefined && <small className="lp-error">{fault}</small>}
    </div>
  )
}
