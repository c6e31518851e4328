import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Shape } from '../../../blocks/shape.tsx'
import { formatCivilDate } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { calendarsQuery } from '../queries.ts'
import { calendarEnd } from './calendar-end.ts'

/**
 * Says that the working days are known for a short time only, or not any more; nothing while there is time. Elsewhere
 * than on the page of the calendars a link leads there.
 */
export function CalendarWarning({ link }: { readonly link?: ReactNode }) {
  const t = useText()
  const language = useLanguage()
  const { data: calendars = [] } = useQuery(calendarsQuery)
  const end = calendarEnd(calendars, Date.now())
  if (end === null) return null
  return (
    <p className="ad-note ad-warning" data-ended={end.ended} role="status">
      <Shape name={end.ended ? 'triangle' : 'square'} />{' '}
      {t(end.ended ? 'administration:calendars.hasEnded' : 'administration:calendars.endsSoon', {
        lastDay: formatCivilDate(end.lastDay, language),
      })}{' '}
      {link}
    </p>
  )
}
