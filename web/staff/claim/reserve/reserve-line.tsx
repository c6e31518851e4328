import { formatMoney } from '../../../blocks/money.tsx'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'
import type { Reserve } from './query.ts'
import { levelsOf, stepPath } from './steps.ts'

const width = 640
const height = 120

/** The history as a line that goes up and down: a step for each movement, the parts told apart by their dashes. */
export function ReserveLine({ movements }: Pick<Reserve, 'movements'>) {
  const t = useText()
  const language = useLanguage()
  const levels = levelsOf(movements)
  const highest = Math.max(0, ...levels.flatMap((one) => one.levels))
  const [first, last] = [movements[0], movements.at(-1)]
  if (first === undefined || last === undefined) return null
  return (
    <figure className="cl-reserve-figure">
      <figcaption>
        {levels.map(({ part }) => (
          <span key={part} className="cl-reserve-key" data-part={part}>
            <svg viewBox="0 0 32 8" aria-hidden="true">
              <path d="M0 4 L32 4" data-part={part} />
            </svg>
            {t(`claim:reserve.${part}`)}
          </span>
        ))}
        <span className="cl-soft">
          {t('claim:reserve.highest')} <span className="lp-money">{formatMoney(highest)}</span>
        </span>
      </figcaption>
      <svg
        className="cl-reserve-line"
        viewBox={`-4 -4 ${width + 8} ${height + 8}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('claim:reserve.line', { count: movements.length, highest: formatMoney(highest) })}
      >
        <path d={`M0 ${height} L${width} ${height}`} data-part="ground" />
        {levels.map(({ part, levels: heights }) => (
          <path key={part} d={stepPath(heights, width, height, highest)} data-part={part} />
        ))}
      </svg>
      <p className="cl-reserve-ends cl-soft">
        <span>{formatInstant(first.at, language)}</span>
        {formatInstant(last.at, language) !== formatInstant(first.at, language) && (
          <span>{formatInstant(last.at, language)}</span>
        )}
      </p>
    </figure>
  )
}
