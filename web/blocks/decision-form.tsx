import { useId, useState } from 'react'
import { useText } from '../language/language.ts'
import { ProblemLine } from './states.tsx'

export interface Choice {
  readonly value: string
  readonly name: string
  /** Whether it can be taken without saying why. */
  readonly plain?: boolean
}

interface DecisionFormProps {
  readonly choices: readonly Choice[]
  readonly pending?: boolean
  readonly error?: unknown
  readonly decide: (decision: { readonly choice: string; readonly reason: string }) => void
}

/** A decision with its reason; what is typed stays until the decision has taken effect. */
export function DecisionForm({ choices, pending = false, error, decide }: DecisionFormProps) {
  const t = useText()
  const reasonId = useId()
  const group = useId()
  const [choice, setChoice] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const plain = choices.some(({ value, plain: free }) => value === choice && free === true)
  const missing = choice === null ? 'choice' : !plain && reason.trim() === '' ? 'reason' : null
  return (
    <form
      className="lp-decision"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (missing === null && choice !== null) decide({ choice, reason: reason.trim() })
      }}
    >
      <fieldset>
        <legend className="lp-hidden">{t('blocks:decision.choice')}</legend>
        {choices.map(({ value, name }) => (
          <label key={value}>
            <input type="radio" name={group} checked={choice === value} onChange={() => setChoice(value)} />
            {name}
          </label>
        ))}
      </fieldset>
      <div className="lp-field">
        <label htmlFor={reasonId}>{t(plain ? 'blocks:decision.note' : 'blocks:decision.reason')}</label>
        <textarea
          id={reasonId}
          rows={3}
          maxLength={2000}
          value={reason}
          aria-invalid={asked && missing === 'reason'}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {asked && missing !== null && (
        <p className="lp-error" role="alert">
          {t(`blocks:decision.missing.${missing}`)}
        </p>
      )}
      <ProblemLine error={error} />
      <button type="submit" className="lp-main-button" disabled={pending}>
        {t('blocks:decision.decide')}
      </button>
    </form>
  )
}
