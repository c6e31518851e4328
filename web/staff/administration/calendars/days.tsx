import { formatDay } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'

interface DaysProps {
  readonly title: string
  readonly days: readonly string[]
  /** Takes a day out; absent where nothing is changed. */
  readonly drop?: (day: string) => void
  /** Days that are new in a draft. */
  readonly added?: ReadonlySet<string>
}

/** Days of the calendar, a year a line. */
export function Days({ title, days, drop, added }: DaysProps) {
  const t = useText()
  const years = [...new Set(days.map((day) => day.slice(0, 4)))].toSorted().toReversed()
  return (
    <div className="ad-days">
      <h3>
        {title} <small>{t('administration:calendars.count', { count: days.length })}</small>
      </h3>
      {years.map((year) => (
        <div key={year} className="ad-year">
          <strong>{year}</strong>
          <ul>
            {days
              .filter((day) => day.startsWith(year))
              .toSorted()
              .map((day) => (
                <li key={day} data-added={added?.has(day)}>
                  <DayText day={day} />
                  {drop !== undefined && (
                    <button
                      type="button"
                      aria-label={t('administration:calendars.drop', { day })}
                      onClick={() => drop(day)}
                    >
                      ×
                    </button>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function DayText({ day }: { readonly day: string }) {
  const language = useLanguage()
  const at = `${day}T12:00:00+08:00`
  // The line is headed by the year.
  return <time dateTime={day}>{formatDay(at, language, Date.parse(at))}</time>
}
