import { DueChip } from '../../blocks/due-chip.tsx'
import { formatTerm } from '../../language/dates.ts'
import { useLanguage } from '../../language/language.ts'
import { type Clock, termOf } from './term-of.ts'

/** What is left of a running clock, and by when it ends; no date while it stands still. */
export function TimeLeft({ clock }: { readonly clock: Clock }) {
  const language = useLanguage()
  const term = termOf(clock)
  return (
    <>
      <DueChip {...term} /> {!term.paused && formatTerm(term.dueAt, language)}
    </>
  )
}
