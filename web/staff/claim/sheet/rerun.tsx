import type { SheetDifference } from '../../../../domain/adjustment/compare-sheets.ts'
import { formatMoney } from '../../../blocks/money.tsx'
import { useText } from '../../../language/language.ts'

interface RerunProps {
  readonly rerun: {
    readonly agrees: boolean
    readonly engineVersion: string
    readonly differences: readonly SheetDifference[]
  }
  /** With which the sheet was made. */
  readonly engineVersion: string
}

/** The stored input worked out again today: the same to the fen, or what would come out otherwise. */
export function Rerun({ rerun, engineVersion }: RerunProps) {
  const t = useText()
  const engines = t('claim:rerun.engines', { made: engineVersion, now: rerun.engineVersion })
  if (rerun.agrees)
    return (
      <p className="cl-soft">
        {t('claim:rerun.agrees')} <small>{engines}</small>
      </p>
    )
  return (
    <div className="cl-warning">
      <p>
        {t('claim:rerun.differs')} <small>{engines}</small>
      </p>
      <ul>
        {rerun.differences
          .filter(({ what }) => what !== 'engine')
          .map(({ what, before, after }) => {
            const [kind = '', ...of] = what.split(' ')
            return (
              <li key={what}>
                {t(`claim:rerun.what.${kind}`)} {of.join(' ')} {shown(before)} → {shown(after)}
              </li>
            )
          })}
      </ul>
    </div>
  )
}

const shown = (value: string | number | undefined) =>
  typeof value === 'number' ? formatMoney(value) : (value ?? '—')
