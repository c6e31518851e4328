import { useState } from 'react'
import { Field } from '../../../blocks/field.tsx'
import { ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { useChange } from '../../../http/use-change.ts'
import { useText } from '../../../language/language.ts'
import { Choice } from '../choice.tsx'
import { instantOf } from '../interval.ts'
import { type Calendar, calendarsKey } from '../queries.ts'
import { Days } from './days.tsx'
import { clockText, minuteOf } from './minutes.ts'

interface NewVersionProps {
  readonly base: Calendar
  readonly done: () => void
}

type Kind = 'holidays' | 'makeUpDays'

/** The next version: the newest one, with days put in and taken out, from an instant that lies ahead. */
export function NewVersion({ base, done }: NewVersionProps) {
  const t = useText()
  const [version, setVersion] = useState('')
  const [from, setFrom] = useState('')
  const [opens, setOpens] = useState(clockText(base.opensMinute))
  const [closes, setCloses] = useState(clockText(base.closesMinute))
  const [days, setDays] = useState({ holidays: base.holidays, makeUpDays: base.makeUpDays })
  const change = useChange({
    send: (body: Calendar, key) =>
      answer(
        api.POST('/calendars', {
          params: { header: { 'idempotency-key': key } },
          body: { ...body, holidays: [...body.holidays], makeUpDays: [...body.makeUpDays] },
        }),
      ),
    stale: [calendarsKey],
    done,
  })
  const effectiveFrom = instantOf(from)
  const [opensMinute, closesMinute] = [minuteOf(opens), minuteOf(closes)]
  const complete =
    /^[a-z0-9-]{1,40}$/.test(version) &&
    effectiveFrom !== undefined &&
    opensMinute !== null &&
    closesMinute !== null
      ? { ...days, version, effectiveFrom, opensMinute, closesMinute }
      : null
  const drop = (kind: Kind) => (day: string) =>
    setDays({ ...days, [kind]: days[kind].filter((one) => one !== day) })
  const added = (kind: Kind) => new Set(days[kind].filter((day) => !base[kind].includes(day)))
  const gone = (kind: Kind) => base[kind].filter((day) => !days[kind].includes(day)).length
  const put = (kind: Kind, more: readonly string[]) => {
    const other: Kind = kind === 'holidays' ? 'makeUpDays' : 'holidays'
    setDays({
      ...days,
      [kind]: [...new Set([...days[kind], ...more])].toSorted(),
      [other]: days[other].filter((day) => !more.includes(day)),
    })
  }
  return (
    <form
      className="st-paper ad-part"
      onSubmit={(event) => {
        event.preventDefault()
        if (complete !== null) change.mutate(complete)
      }}
    >
      <h2>{t('administration:calendars.draft', { base: base.version })}</h2>
      <div className="ad-row">
        <Field
          label={t('administration:calendars.version')}
          value={version}
          maxLength={40}
          placeholder="cn-2027"
          onChange={({ target }) => setVersion(target.value)}
        />
        <Field
          label={t('administration:calendars.effectiveFrom')}
          type="datetime-local"
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <Field
          label={t('administration:calendars.opens')}
          type="time"
          value={opens}
          onChange={({ target }) => setOpens(target.value)}
        />
        <Field
          label={t('administration:calendars.closes')}
          type="time"
          value={closes}
          onChange={({ target }) => setCloses(target.value)}
        />
      </div>
      <AddDays put={put} />
      <p role="status">
        {t('administration:calendars.changes', {
          added: added('holidays').size + added('makeUpDays').size,
          gone: gone('holidays') + gone('makeUpDays'),
        })}
      </p>
      {(['holidays', 'makeUpDays'] as const).map((kind) => (
        <Days
          key={kind}
          title={t(`administration:calendars.${kind}`)}
          days={days[kind]}
          added={added(kind)}
          drop={drop(kind)}
        />
      ))}
      <ProblemLine error={change.error} />
      <p>
        <button type="submit" className="lp-main-button" disabled={complete === null || change.isPending}>
          {t('administration:calendars.act')}
        </button>{' '}
        <button type="button" className="lp-quiet-button" onClick={done}>
          {t('administration:calendars.cancel')}
        </button>{' '}
        <span className="ad-soft">
          {t(complete === null ? 'administration:calendars.missing' : 'administration:calendars.keep')}
        </span>
      </p>
    </form>
  )
}

const dayLength = 86_400_000
/** Nobody has a longer holiday than this; a slip of the year would make thousands of days. */
const longest = 31

/** Every day from the first to the last; none when they are no interval. */
function daysBetween(first: string, last: string): readonly string[] {
  const begin = Date.parse(`${first}T00:00:00Z`)
  const end = Date.parse(`${last === '' ? first : last}T00:00:00Z`)
  const count = Math.round((end - begin) / dayLength) + 1
  if (!(count >= 1 && count <= longest)) return []
  return Array.from({ length: count }, (_, place) =>
    new Date(begin + place * dayLength).toISOString().slice(0, 10),
  )
}

function AddDays({ put }: { readonly put: (kind: Kind, days: readonly string[]) => void }) {
  const t = useText()
  const [kind, setKind] = useState<Kind>('holidays')
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const days = daysBetween(first, last)
  return (
    <div className="ad-row">
      <Choice
        label={t('administration:calendars.kind')}
        value={kind}
        change={(value) => setKind(value as Kind)}
        options={(['holidays', 'makeUpDays'] as const).map((value) => ({
          value,
          name: t(`administration:calendars.${value}`),
        }))}
      />
      <Field
        label={t('administration:calendars.first')}
        type="date"
        value={first}
        onChange={({ target }) => setFirst(target.value)}
      />
      <Field
        label={t('administration:calendars.last')}
        type="date"
        value={last}
        onChange={({ target }) => setLast(target.value)}
      />
      <button
        type="button"
        className="lp-plain-button"
        disabled={days.length === 0}
        onClick={() => {
          put(kind, days)
          setFirst('')
          setLast('')
        }}
      >
        {t('administration:calendars.put', { count: days.length })}
      </button>
    </div>
  )
}
