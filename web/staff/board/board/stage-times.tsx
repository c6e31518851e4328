import { Link } from '@tanstack/react-router'
import { formatMeasured } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import { stages } from '../case-filter.ts'
import type { Board } from '../queries.ts'
import { timeAxis } from './time-axis.ts'
import { useScope } from './use-scope.ts'

type Time = Board['stageTimes'][number]

/** How long each stage took: a box from a quarter to three quarters of the claims, a line from a tenth to nine. */
export function StageTimes({ times }: { readonly times: readonly Time[] }) {
  const t = useText()
  if (times.length === 0) return <p className="bp-none">{t('board:board.noTimes')}</p>
  const marks = timeAxis(Math.max(1, ...times.map(({ p90 }) => p90)))
  const longest = marks.at(-1) ?? 1
  return (
    <>
      <p className="bp-none">{t('board:board.howToRead')}</p>
      <ul className="bp-times">
        {stages
          .filter((stage) => times.some((one) => one.stage === stage))
          .map((stage) => {
            const of = (period: Time['period']) =>
              times.find((one) => one.stage === stage && one.period === period)
            return (
              <li key={stage}>
                <strong>{t(`blocks:stage.${stage}`)}</strong>
                <span className="bp-boxes" aria-hidden="true">
                  <Grid marks={marks} longest={longest} />
                  <Box time={of('before')} longest={longest} />
                  <Box time={of('current')} longest={longest} />
                </span>
                <span className="bp-medians">
                  <Median time={of('current')} />
                  <Median time={of('before')} />
                </span>
              </li>
            )
          })}
        <li className="bp-axis" aria-hidden="true">
          <span />
          <Axis marks={marks} longest={longest} />
        </li>
      </ul>
    </>
  )
}

function Grid({ marks, longest }: { readonly marks: readonly number[]; readonly longest: number }) {
  return (
    <span className="bp-grid">
      {marks.map((mark) => (
        <span key={mark} style={{ left: `${(mark / longest) * 100}%` }} />
      ))}
    </span>
  )
}

function Axis({ marks, longest }: { readonly marks: readonly number[]; readonly longest: number }) {
  const language = useLanguage()
  return (
    <span className="bp-marks">
      {marks.map((mark) => (
        <span key={mark} style={{ left: `${(mark / longest) * 100}%` }}>
          {mark === 0 ? '0' : formatMeasured(mark * 1000, language)}
        </span>
      ))}
    </span>
  )
}

function Box({ time, longest }: { readonly time: Time | undefined; readonly longest: number }) {
  if (time === undefined) return null
  const { period, p10, p25, p50, p75, p90 } = time
  const at = (seconds: number) => `${(seconds / longest) * 100}%`
  const from = (low: number, high: number) => ({ left: at(low), width: at(high - low) })
  return (
    <span className="bp-box" data-period={period}>
      <span style={from(p10, p90)} />
      <span style={from(p25, p75)} />
      <span style={{ left: at(p50) }} />
    </span>
  )
}

function Median({ time }: { readonly time: Time | undefined }) {
  const t = useText()
  const language = useLanguage()
  const scope = useScope()
  if (time === undefined) return null
  const { stage, period, count, p50 } = time
  const length = formatMeasured(p50 * 1000, language)
  return (
    <span>
      {t(`board:board.median.${period}`, { length })}{' '}
      <Link to="/board/passages" search={{ ...scope, stage, period }}>
        {t('board:board.claims', { count })}
      </Link>
    </span>
  )
}
