/** Until when the working days are known. Beyond that a calendar goes by the weekends alone, and terms come out wrong. */
interface Named {
  readonly holidays: readonly string[]
  readonly makeUpDays: readonly string[]
}

type Days = Named & { readonly effectiveFrom: string }

const dayLength = 86_400_000
/** The State Council names the days of a year in the last weeks of the year before. */
const noticeDays = 60

/** The first and the last year of which a calendar names days; null where it names none. */
export function yearsOf({
  holidays,
  makeUpDays,
}: Named): { readonly first: number; readonly last: number } | null {
  const years = [...holidays, ...makeUpDays].map((day) => Number(day.slice(0, 4)))
  return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) }
}

/** The instant at which the last year that it names is over; null where it goes by the weekends on purpose. */
function endOf(calendar: Days): number | null {
  const years = yearsOf(calendar)
  return years === null ? null : Date.parse(`${years.last + 1}-01-01T00:00:00+08:00`)
}

export interface CalendarEnd {
  /** The last day that is known. */
  readonly lastDay: string
  readonly ended: boolean
}

/**
 * The end of what is known, when it has come or is close; null where there is time, and where the version that will be
 * in force by then names no days. Versions that will be in force before then count: their days are known already.
 */
export function calendarEnd(calendars: readonly Days[], now: number): CalendarEnd | null {
  const ordered = calendars.toSorted((a, b) => Date.parse(a.effectiveFrom) - Date.parse(b.effectiveFrom))
  const inForce = ordered.findLast(({ effectiveFrom }) => Date.parse(effectiveFrom) <= now)
  if (inForce === undefined) return null
  const end = ordered
    .filter(({ effectiveFrom }) => Date.parse(effectiveFrom) > now)
    .reduce(
      (known, next) => (known === null || Date.parse(next.effectiveFrom) <= known ? endOf(next) : known),
      endOf(inForce),
    )
  if (end === null || end - now > noticeDays * dayLength) return null
  const lastDay = `${new Date(end).getUTCFullYear()}-12-31`
  return { lastDay, ended: end <= now }
}
