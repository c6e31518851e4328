import type { InputHTMLAttributes } from 'react'
import { formatChosenDay, formatDatedInstant } from '../language/dates.ts'
import { type Language, useLanguage, useText } from '../language/language.ts'

export type MomentKind = 'date' | 'datetime-local' | 'time'

type MomentProps = InputHTMLAttributes<HTMLInputElement> & { readonly type: MomentKind }

/** What the field holds, in the insurer's zone, as the rest of the page writes it. */
function written(kind: MomentKind, held: string, language: Language): string {
  const at = `${held}${kind === 'date' ? 'T00:00' : ''}+08:00`
  if (kind === 'time' || Number.isNaN(Date.parse(at))) return held
  return kind === 'date' ? formatChosenDay(at, language) : formatDatedInstant(at, language)
}

/**
 * A day or a time, chosen as the device offers it. A browser writes these in its own language, not in the page's: so
 * the page writes over it what is held, until somebody works on the field.
 */
export function Moment({ type, value, ...input }: MomentProps) {
  const t = useText()
  const language = useLanguage()
  const held = String(value ?? '')
  return (
    <span className="lp-moment">
      <input type={type} value={held} {...input} />
      <span aria-hidden="true" data-held={held !== ''}>
        {held === '' ? t(`blocks:moment.${type}`) : written(type, held, language)}
      </span>
    </span>
  )
}
