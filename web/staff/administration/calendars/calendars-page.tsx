import '../administration.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Failed, Loading } from '../../../blocks/states.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { useMayManage } from '../may-manage.ts'
import { type Calendar, calendarsQuery } from '../queries.ts'
import { yearsOf } from './calendar-end.ts'
import { CalendarWarning } from './calendar-warning.tsx'
import { Days } from './days.tsx'
import { clockText } from './minutes.ts'
import { NewVersion } from './new-version.tsx'

const tables = ['checklist', 'slaTargets', 'escalation', 'authorityLevels'] as const

/** The working days by which terms are counted: what holds, what will hold, what held. */
export function CalendarsPage() {
  const t = useText()
  const mayManage = useMayManage()
  const [drafting, setDrafting] = useState(false)
  const calendars = useQuery(calendarsQuery)
  if (calendars.isPending) return <Loading lines={8} />
  if (calendars.isError) return <Failed error={calendars.error} again={() => void calendars.refetch()} />
  const inForce = calendars.data.find(({ effectiveFrom }) => Date.parse(effectiveFrom) <= Date.now())
  const [newest] = calendars.data
  return (
    <>
      <h1>{t('administration:calendars.title')}</h1>
      <p className="ad-soft">{t('administration:calendars.what')}</p>
      <CalendarWarning />
      {mayManage && newest !== undefined && !drafting && (
        <p>
          <button type="button" className="lp-main-button" onClick={() => setDrafting(true)}>
            {t('administration:calendars.add')}
          </button>
        </p>
      )}
      {drafting && newest !== undefined && (
        <NewVersion key={newest.version} base={newest} done={() => setDrafting(false)} />
      )}
      {calendars.data.map((one) => (
        <Version key={one.version} calendar={one} standing={standingOf(one, inForce)} />
      ))}
      <section className="st-paper ad-part">
        <h2>{t('administration:calendars.elsewhere')}</h2>
        <ul className="ad-list">
          {tables.map((tableId) => (
            <li key={tableId}>
              <Link to="/rules/$tableId" params={{ tableId }}>
                {t(`rules:table.${tableId}`)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

type CalendarStanding = 'inForce' | 'future' | 'past'

function standingOf(one: Calendar, inForce: Calendar | undefined): CalendarStanding {
  if (one === inForce) return 'inForce'
  return Date.parse(one.effectiveFrom) > Date.now() ? 'future' : 'past'
}

interface VersionProps {
  readonly calendar: Calendar
  readonly standing: CalendarStanding
}

function Version({ calendar, standing }: VersionProps) {
  const t = useText()
  const language = useLanguage()
  const { version, effectiveFrom, holidays, makeUpDays, opensMinute, closesMinute } = calendar
  const years = yearsOf(calendar)
  return (
    <details className="st-paper ad-part ad-version" open={standing !== 'past'}>
      <summary>
        <strong>{t('administration:calendars.from', { at: formatInstant(effectiveFrom, language) })}</strong>{' '}
        {t(`administration:calendars.standing.${standing}`)}{' '}
        <small className="ad-soft ad-code">{version}</small>
      </summary>
      <p>
        {t('administration:calendars.hours', {
          opens: clockText(opensMinute),
          closes: clockText(closesMinute),
        })}
      </p>
      {years !== null && (
        <p>
          {years.first === years.last
            ? t('administration:calendars.year', { year: years.first })
            : t('administration:calendars.years', years)}
        </p>
      )}
      <Days title={t('administration:calendars.holidays')} days={holidays} />
      <Days title={t('administration:calendars.makeUpDays')} days={makeUpDays} />
    </details>
  )
}
