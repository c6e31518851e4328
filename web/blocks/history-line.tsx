import { Folded } from './folded.tsx'
import { formatInstant } from '../language/dates.ts'
import { useLanguage } from '../language/language.ts'

interface HistoryLineProps {
  readonly at: string
  readonly what: string
  readonly who?: string | null
  readonly why?: string | null
}

/** One thing that happened: when, what, who, and why. */
export function HistoryLine({ at, what, who = null, why = null }: HistoryLineProps) {
  const language = useLanguage()
  return (
    <div className="lp-history">
      <time dateTime={at}>{formatInstant(at, language)}</time>
      <div>
        <p>{what}</p>
        {who !== null && <small>{who}</small>}
        {why !== null && <Folded>“{why}”</Folded>}
      </div>
    </div>
  )
}
