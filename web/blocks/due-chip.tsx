import { formatLength, formatTerm } from '../language/dates.ts'
import { useLanguage, useText } from '../language/language.ts'
import { type Due, dueOf } from './due.ts'
import { Shape, type ShapeName } from './shape.tsx'

const shapes: Readonly<Record<Due, ShapeName>> = {
  late: 'triangle',
  today: 'square',
  near: 'square',
  calm: 'ring',
  paused: 'bars',
  none: 'dash',
}

interface DueChipProps {
  readonly dueAt: string | null
  /** From when on it counts as near, before the day on which it is due. */
  readonly warnAt?: string | null
  readonly paused?: boolean
  readonly now?: number
}

/** The time that is left, with shape, colour and word; the term itself on pointing at it. */
export function DueChip({ dueAt, warnAt = null, paused = false, now = Date.now() }: DueChipProps) {
  const t = useText()
  const language = useLanguage()
  const left = dueAt === null ? null : Date.parse(dueAt) - now
  const due = dueOf({ dueAt, warnAt, paused }, now)
  const length = left === null ? '' : formatLength(Math.abs(left), language)
  return (
    <span
      className="lp-due"
      data-due={due}
      title={dueAt === null ? undefined : formatTerm(dueAt, language, now)}
    >
      <Shape name={shapes[due]} size={12} />
      {t(`blocks:due.${due}`, { length })}
    </span>
  )
}
