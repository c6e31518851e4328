import { useId, useState } from 'react'
import { Money } from '../../../blocks/money.tsx'
import { ProblemLine } from '../../../blocks/states.tsx'
import { useText } from '../../../language/language.ts'
import { useDraft } from '../../claim/forms/use-draft.ts'
import type { Settlement } from '../../settlement/queries.ts'
import { type Decided, type DecisionCode, decisions, isOvertaken } from './use-ruling.ts'

interface RulingBarProps {
  readonly claimId: string
  readonly settlement: Settlement
  /** The person who is named for this decision, where it is not the reader. */
  readonly inPlaceOf: string | null
  readonly pending: boolean
  readonly error: unknown
  readonly decide: (decided: Decided, taken: { readonly onSuccess: () => void }) => void
}

/** The four decisions, always in reach; each asks once more, with its reason where one is owed. */
export function RulingBar({ claimId, settlement, inPlaceOf, pending, error, decide }: RulingBarProps) {
  const t = useText()
  const [chosen, setChosen] = useState<DecisionCode | null>(null)
  // What was seen when the decision was begun; a colleague may change it meanwhile, and then it is refused.
  const [seen, setSeen] = useState({ level: settlement.openLevel, hash: settlement.hash })
  const draft = useDraft(`${claimId}.ruling.${settlement.id}`, { note: '', clause: '' })
  const { note, clause } = draft.value
  const [asked, setAsked] = useState(false)
  const [noteId, clauseId] = [useId(), useId()]
  const missing =
    chosen !== null && chosen !== 'approve' && note.trim() === ''
      ? 'reason'
      : chosen === 'reject' && clause.trim() === ''
        ? 'clause'
        : null
  const refused = isOvertaken(error) ? null : error
  return (
    <form
      className="su-ruling"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (chosen === null || missing !== null) return
        decide(
          {
            decision: chosen,
            note: note.trim(),
            clause: chosen === 'reject' ? clause.trim() : '',
            ...seen,
          },
          { onSuccess: draft.forget },
        )
      }}
    >
      {chosen !== null && (
        <div className="su-ruling-words">
          <p>{t(`supervisor:ruling.effect.${chosen}`)}</p>
          {chosen === 'reject' && (
            <div className="lp-field">
              <label htmlFor={clauseId}>{t('supervisor:ruling.clause')}</label>
              <input
                id={clauseId}
                value={clause}
                maxLength={200}
                placeholder={t('supervisor:ruling.clauseExample')}
                aria-invalid={asked && missing === 'clause'}
                onChange={(event) => draft.change({ clause: event.target.value })}
              />
            </div>
          )}
          <div className="lp-field">
            <label htmlFor={noteId}>
              {t(chosen === 'approve' ? 'supervisor:ruling.note' : 'supervisor:ruling.reason')}
            </label>
            <textarea
              id={noteId}
              rows={2}
              maxLength={2000}
              value={note}
              aria-invalid={asked && missing === 'reason'}
              onChange={(event) => draft.change({ note: event.target.value })}
            />
          </div>
          {asked && missing !== null && (
            <p className="lp-error" role="alert">
              {t(`supervisor:ruling.missing.${missing}`)}
            </p>
          )}
          <ProblemLine error={refused} />
        </div>
      )}
      {inPlaceOf !== null && (
        <p className="su-in-place">{t('supervisor:ruling.inPlaceOf', { name: inPlaceOf })}</p>
      )}
      <div className="su-ruling-buttons">
        <Money minor={settlement.amountMinor} words />
        {decisions.map((decision) => (
          <button
            key={decision}
            type="button"
            className={decision === 'approve' && chosen === null ? 'lp-main-button' : 'lp-plain-button'}
            aria-pressed={chosen === decision}
            onClick={() => {
              setChosen(chosen === decision ? null : decision)
              setSeen({ level: settlement.openLevel, hash: settlement.hash })
              setAsked(false)
            }}
          >
            {t(`supervisor:ruling.decision.${decision}`)}
          </button>
        ))}
        {chosen !== null && (
          <button type="submit" className="lp-main-button" disabled={pending}>
            {t(`supervisor:ruling.confirm.${chosen}`)}
          </button>
        )}
      </div>
    </form>
  )
}
