import { useState } from 'react'
import { useText } from '../../../language/language.ts'

interface ConfirmedButtonProps {
  readonly name: string
  readonly disabled: boolean
  readonly press: () => void
}

/** What cannot be taken back is asked for once more. */
export function ConfirmedButton({ name, disabled, press }: ConfirmedButtonProps) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <button type="button" className="lp-quiet-button" disabled={disabled} onClick={() => setAsked(true)}>
        {name}
      </button>
    )
  return (
    <span className="ad-sure">
      <button
        type="button"
        className="lp-plain-button"
        disabled={disabled}
        onClick={() => {
          setAsked(false)
          press()
        }}
      >
        {t('administration:sure', { name })}
      </button>
      <button type="button" className="lp-quiet-button" onClick={() => setAsked(false)}>
        {t('administration:notYet')}
      </button>
    </span>
  )
}
