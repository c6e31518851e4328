import { useId } from 'react'
import { formatLength, formatTerm } from '../language/dates.ts'
import { useLanguage, useText } from '../language/language.ts'
import { DueChip } from './due-chip.tsx'

export interface ClockPause {
  readonly since: string
  /** Null while it still lasts. */
  readonly until: string | null
}

interface ClockBarProps {
  readonly name: string
  readonly startedAt: string
  readonly dueAt: string
  readonly warnAt?: string | null
  readonly pauses?: readonly ClockPause[]
  readonly now?: number
}

/** A term as a bar: what is spent filled, what stood still hatched, what is left open. */
export function ClockBar({
  name,
  startedAt,
  dueAt,
  warnAt = null,
  pauses = [],
  now = Date.now(),
}: ClockBarProps) {
  const t = useText()
  const language = useLanguage()
  const hatch = useId()
  const [start, end] = [Date.parse(startedAt), Date.parse(dueAt)]
  const whole = Math.max(end, now) - start
  const place = (at: number) => (100 * Math.min(Math.max(at - start, 0), whole)) / Math.max(whole, 1)
  const paused = pauses.some(({ until }) => until === null)
  const late = now > end && !paused
  const words = {
    spent: formatLength(Math.max(now - start, 0), language),
    term: formatTerm(dueAt, language, now),
  }
  return (
    <div className="lp-clock">
      <div className="lp-clock-words">
        <span>{name}</span>
        <DueChip dueAt={dueAt} warnAt={warnAt} paused={paused} now={now} />
      </div>
      <svg
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('blocks:clock.words', words)}
      >
        <defs>
          <pattern id={hatch} width="3" height="10" patternUnits="userSpaceOnUse">
            <rect width="3" height="10" fill="#fff" />
            <rect width="1.2" height="10" fill="var(--lp-soft)" />
          </pattern>
        </defs>
        <rect width="100" height="10" fill="var(--lp-line)" />
        <rect width={place(now)} height="10" fill="var(--lp-act)" />
        {late && <rect x={place(end)} width={place(now) - place(end)} height="10" fill="var(--lp-late)" />}
        {pauses.map(({ since, until }) => {
          const from = place(Date.parse(since))
          const width = place(until === null ? now : Date.parse(until)) - from
          return <rect key={since} x={from} width={width} height="10" fill={`url(#${hatch})`} />
        })}
      </svg>
      <span>{t('blocks:clock.words', words)}</span>
    </div>
  )
}
