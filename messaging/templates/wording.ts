/** How amounts, dates and people are written in messages. */
import { yuanFromFen, type Fen } from '../../domain/money.ts'
import type { Text } from '../../domain/text.ts'
import { civilDateOf, startOfDay, weekdayOf } from '../../domain/time/civil-date.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Colleague } from './facts.ts'

const weekdays = [
  ['周一', 'Mon'],
  ['周二', 'Tue'],
  ['周三', 'Wed'],
  ['周四', 'Thu'],
  ['周五', 'Fri'],
  ['周六', 'Sat'],
  ['周日', 'Sun'],
] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const minute = 60_000

/** `¥12,345.67` */
export function yuan(amount: Fen): string {
  const [whole = '', decimals = ''] = yuanFromFen(amount).split('.')
  return `¥${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`
}

/** `11月24日 周二 18:00 前`; the last moment of a day is its 24:00, as terms of days are counted. */
export function before(instant: Instant): Text {
  const date = civilDateOf(instant)
  const [, month, day] = date.split('-').map(Number)
  const [zh, en] = weekdays[weekdayOf(date) - 1] ?? weekdays[0]
  const minutes = Math.ceil((instant + 1 - startOfDay(date)) / minute)
  const lastMoment = minutes === 24 * 60
  const shown = lastMoment ? minutes : Math.floor((instant - startOfDay(date)) / minute)
  const clock = `${padded(Math.floor(shown / 60))}:${padded(shown % 60)}`
  return {
    zh: `${month}月${day}日 ${zh} ${clock} 前`,
    en: `by ${en} ${day} ${months[(month ?? 1) - 1]}, ${clock}`,
  }
}

/** `于11月24日 周二 18:00 前`, to be followed by what happens; without an instant nothing but haste is promised. */
export function on(instant: Instant | null): Text {
  if (instant === null) return { zh: '尽快', en: 'soon' }
  const { zh, en } = before(instant)
  return { zh: `于${zh}`, en }
}

/** Name and number of whom to turn to; the hotline's words when nobody is named yet. */
export function person(colleague: Colleague | undefined): Text {
  if (colleague === undefined) return { zh: '我们的理赔员', en: 'our claims handler' }
  const { displayName, workPhone } = colleague
  return { zh: `${displayName}（${workPhone}）`, en: `${displayName} (${workPhone})` }
}

function padded(value: number): string {
  return String(value).padStart(2, '0')
}
