import { Shape, type ShapeName } from '../../../blocks/shape.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import type { Standing } from '../interval.ts'

const shapes: Readonly<Record<Standing, ShapeName>> = {
  pending: 'square',
  future: 'ring',
  inForce: 'tick',
  ended: 'dash',
}

export function StandingMark({ standing }: { readonly standing: Standing }) {
  const t = useText()
  return (
    <span className="ad-standing" data-standing={standing}>
      <Shape name={shapes[standing]} size={12} /> {t(`administration:standing.${standing}`)}
    </span>
  )
}

interface TermProps {
  readonly validFrom: string
  readonly validTo: string | null
}

/** From when until when it holds. */
export function Term({ validFrom, validTo }: TermProps) {
  const t = useText()
  const language = useLanguage()
  const from = formatInstant(validFrom, language)
  return validTo === null
    ? t('administration:term.from', { from })
    : t('administration:term.fromTo', { from, to: formatInstant(validTo, language) })
}
