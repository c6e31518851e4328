import { Folded } from '../../blocks/folded.tsx'
import { formatMoney } from '../../blocks/money.tsx'
import { Shape, type ShapeName } from '../../blocks/shape.tsx'
import { formatInstant } from '../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../language/language.ts'
import type { ClaimView } from '../claim/queries.ts'
import { namedDecider } from './named.ts'
import type { Settlement } from './queries.ts'
import { type Ruling, rulingsOn, waits } from './rulings.ts'
import { whyLevels } from './why-levels.ts'

const shapes: Readonly<Record<Ruling['decision'], ShapeName>> = {
  approve: 'tick',
  refer: 'dash',
  return: 'square',
  reject: 'triangle',
}

interface ChainProps {
  readonly view: ClaimView
  readonly settlement: Settlement
}

/** The levels with what each must be allowed to approve, who has decided there and why, and who is next. */
export function Chain({ view, settlement }: ChainProps) {
  const t = useText()
  const say = useSay()
  const rulings = rulingsOn(view, settlement)
  const why = whyLevels(view, settlement)
  const next = namedDecider(view, settlement)?.name
  const ends = rulings.filter(({ level }) => level === null)
  return (
    <section className="st-paper" aria-labelledby="chain">
      <h2 id="chain">{t('settlement:chain.title')}</h2>
      {why !== undefined && <p className="se-why-levels">{say(why)}</p>}
      <ol className="se-chain">
        {settlement.levels.map((limit, index) => {
          const level = index + 1
          const here = waits(settlement) && settlement.openLevel === level
          return (
            <li key={level} aria-current={here ? 'step' : undefined}>
              <strong>
                {t('settlement:chain.level', { level })} ·{' '}
                {limit >= Number.MAX_SAFE_INTEGER
                  ? t('settlement:chain.unlimited')
                  : t('settlement:chain.limit', { amount: formatMoney(limit) })}
              </strong>
              {rulings
                .filter((ruling) => ruling.level === level)
                .map((ruling) => (
                  <RulingLine key={ruling.at} ruling={ruling} />
                ))}
              {here && (
                <p className="se-here">
                  <Shape name="dot" />{' '}
                  {next === undefined
                    ? t('settlement:chain.anybody')
                    : t('settlement:chain.waits', { name: next })}
                </p>
              )}
            </li>
          )
        })}
      </ol>
      {ends.map((ruling) => (
        <RulingLine key={ruling.at} ruling={ruling} />
      ))}
    </section>
  )
}

/** A decision in a sentence: what, by whom, when, and why. */
export function RulingLine({ ruling: { decision, by, at, note } }: { readonly ruling: Ruling }) {
  const t = useText()
  const language = useLanguage()
  return (
    <p className="se-ruling" data-decision={decision}>
      <Shape name={shapes[decision]} />{' '}
      {t(`settlement:ruled.${decision}`, { name: by ?? '—', at: formatInstant(at, language) })}
      {note !== null && (
        <Folded>
          <q>{note}</q>
        </Folded>
      )}
    </p>
  )
}
