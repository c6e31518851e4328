/** Instants as people read them, in the insurer's zone: UTC+08:00 since 1991. */
import type { Language } from './language.ts'

const zone = 'Asia/Shanghai'

function parts(at: string, locale: string, options: Intl.DateTimeFormatOptions) {
  const found = new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options })
  const named = Object.fromEntries(found.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  return (name: Intl.DateTimeFormatPartTypes) => named[name] ?? ''
}

const yearOf = (at: string | number) =>
  new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(new Date(at))

/** `11月24日 周二` or `Tue 24 Nov`; with the year when it is another one than now. */
export function formatDay(at: string, language: Language, now = Date.now()): string {
  return writtenDay(at, language, yearOf(at) !== yearOf(now))
}

/** `2026年11月24日 周二` or `Tue 24 Nov 2026`, for what is chosen: whoever writes a day down decides its year too. */
export const formatChosenDay = (at: string, language: Language) => writtenDay(at, language, true)

function writtenDay(at: string, language: Language, withYear: boolean): string {
  if (language === 'zh') {
    const of = parts(at, 'zh-CN', { month: 'numeric', day: 'numeric', weekday: 'short' })
    return `${withYear ? `${yearOf(at)}年` : ''}${of('month')}月${of('day')}日 ${of('weekday')}`
  }
  const of = parts(at, 'en-GB', { month: 'short', day: 'numeric', weekday: 'short' })
  return `${of('weekday')} ${of('day')} ${of('month')}${withYear ? ` ${yearOf(at)}` : ''}`
}

/** `2026年11月24日` or `24 Nov 2026`, as papers write it: read years later, and for terms of years. */
export function formatDate(at: string, language: Language): string {
  const of = parts(at, language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: language === 'zh' ? 'numeric' : 'short',
    day: 'numeric',
  })
  return language === 'zh'
    ? `${of('year')}年${of('month')}月${of('day')}日`
    : `${of('day')} ${of('month')} ${of('year')}`
}

/** A day without an hour, `2026-11-24`, in the same way. */
export const formatCivilDate = (day: string, language: Language) =>
  formatDate(`${day}T12:00:00+08:00`, language)

/** The first and the last day of a policy. It ends before its expiry, which mostly is a midnight: the day before counts. */
export function policyDays(
  { inceptionAt, expiryAt }: { readonly inceptionAt: string; readonly expiryAt: string },
  language: Language,
): { readonly from: string; readonly to: string } {
  const last = new Date(Date.parse(expiryAt) - 1).toISOString()
  return { from: formatDate(inceptionAt, language), to: formatDate(last, language) }
}

/** `18:00`. */
function formatTime(at: string): string {
  const of = parts(at, 'en-GB', { hour: '2-digit', minute: '2-digit' })
  return `${of('hour')}:${of('minute')}`
}

const withTime = (day: string, at: string, language: Language) =>
  `${day}${language === 'zh' ? '' : ','} ${formatTime(at)}`

/** `11月24日 周二 18:00` or `Tue 24 Nov, 18:00`. */
export const formatInstant = (at: string, language: Language, now = Date.now()) =>
  withTime(formatDay(at, language, now), at, language)

/** As `formatInstant`, always with its year: for what is chosen, and for paper, which is read years later. */
export const formatDatedInstant = (at: string, language: Language) =>
  withTime(formatChosenDay(at, language), at, language)

/** As `formatInstant`, to the second: for records of what a program did within one minute. */
export function formatSecond(at: string, language: Language): string {
  const of = parts(at, 'en-GB', { second: '2-digit' })
  return `${formatInstant(at, language)}:${of('second').padStart(2, '0')}`
}

/** Whether two instants are of one day where the insurer is. */
export const isSameDay = (at: string, other: string) => formatDate(at, 'en') === formatDate(other, 'en')

/** A term: `11月24日 周二 18:00 前` or `by Tue 24 Nov, 18:00`. */
export function formatTerm(at: string, language: Language, now = Date.now()): string {
  const instant = formatInstant(at, language, now)
  return language === 'zh' ? `${instant} 前` : `by ${instant}`
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** As `formatLength`, for what was measured: below a minute in seconds, since nobody rounds a measure up. */
export function formatMeasured(milliseconds: number, language: Language): string {
  if (milliseconds >= minute) return formatLength(milliseconds, language)
  return `${Math.round(milliseconds / 1000)}${language === 'zh' ? '秒' : ' s'}`
}

/** How long, in its two largest units: `2天3小时`, `45分钟`; `2 d 3 h`, `45 min`. Milliseconds, never negative. */
export function formatLength(milliseconds: number, language: Language): string {
  const [days, hours, minutes] = [
    Math.floor(milliseconds / day),
    Math.floor((milliseconds % day) / hour),
    Math.floor((milliseconds % hour) / minute),
  ]
  const unit = language === 'zh' ? { d: '天', h: '小时', m: '分钟' } : { d: ' d', h: ' h', m: ' min' }
  const gap = language === 'zh' ? '' : ' '
  if (days > 0) return `${days}${unit.d}${hours > 0 ? `${gap}${hours}${unit.h}` : ''}`
  if (hours > 0) return `${hours}${unit.h}${minutes > 0 ? `${gap}${minutes}${unit.m}` : ''}`
  return `${Math.max(minutes, 1)}${unit.m}`
}
