import { Shape, type ShapeName } from '../../../blocks/shape.tsx'
import { clauseIn } from '../../../language/clauses.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import { checkText } from '../../claim/insured-person.ts'
import type { ClaimView } from '../../claim/queries.ts'
import { Flags } from '../../settlement/flags.tsx'
import type { Settlement } from '../../settlement/queries.ts'

const shapes = { pass: 'tick', fail: 'triangle', refer: 'square' } as const satisfies Record<
  string,
  ShapeName
>

interface ChecksProps {
  readonly view: ClaimView
  readonly settlement: Settlement
}

/** Flags first, then what the acceptance panel has found, each with its reason and clause. */
export function Checks({ view, settlement }: ChecksProps) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  return (
    <section className="st-paper" aria-labelledby="checks">
      <h2 id="checks">{t('supervisor:checks.title')}</h2>
      <Flags view={view} settlement={settlement} />
      <ul className="su-checks">
        {view.claim.panel?.lines.map(({ check, result, reason, clause }) => (
          <li key={check} data-result={result}>
            <Shape name={shapes[result]} />
            <strong>{t(checkText(view.claim.line, check))}</strong>
            <span>{t(`claim:panel.${result}`)}</span>
            <span>
              {say(reason)} <small>{clauseIn(language, clause)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
