import { Shape } from '../../../blocks/shape.tsx'
import { useSay, useText } from '../../../language/language.ts'
import { RulingLine } from '../../settlement/chain.tsx'
import type { ClaimView } from '../../claim/queries.ts'
import type { Settlement } from '../../settlement/queries.ts'
import { rulingsOn } from '../../settlement/rulings.ts'
import { isOvertaken } from './use-ruling.ts'

interface OvertakenProps {
  readonly error: unknown
  readonly view: ClaimView
  readonly settlement: Settlement
}

/** Told to whoever decided second: that it had no effect, how it stands, and by whom. */
export function Overtaken({ error, view, settlement }: OvertakenProps) {
  const t = useText()
  const say = useSay()
  if (!isOvertaken(error)) return null
  const last = rulingsOn(view, settlement).at(-1)
  return (
    <div className="su-overtaken" role="alert">
      <p>
        <Shape name="triangle" /> <strong>{say(error.text)}</strong> {t('supervisor:overtaken.noEffect')}
      </p>
      <p>
        {t('supervisor:overtaken.now')} {t(`supervisor:standing.${settlement.state}`)}
      </p>
      {last !== undefined && <RulingLine ruling={last} />}
    </div>
  )
}
