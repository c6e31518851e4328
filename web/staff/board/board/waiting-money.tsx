import { Link } from '@tanstack/react-router'
import { Money } from '../../../blocks/money.tsx'
import { useText } from '../../../language/language.ts'
import type { Board } from '../queries.ts'
import { Bar } from './bar.tsx'
import { useScope } from './use-scope.ts'

/** Money that waits: for each level of approval, for its release, for the bank. */
export function WaitingMoney({ waiting }: { readonly waiting: Board['waiting'] }) {
  const t = useText()
  const scope = useScope()
  const most = Math.max(1, ...waiting.map(({ amountMinor }) => amountMinor))
  if (waiting.length === 0) return <p className="bp-none">{t('board:board.nothingWaits')}</p>
  return (
    <ul className="bp-bars">
      {waiting.map(({ stop, level, count, amountMinor }) => (
        <li key={`${stop} ${level}`}>
          <Link to="/cases" search={{ ...scope, waiting: stop, ...(level === null ? {} : { level }) }}>
            {level === null ? t(`board:waiting.${stop}`) : t('board:waiting.level', { level })}
          </Link>
          <Bar share={amountMinor / most} />
          <span className="bp-number">
            <Money minor={amountMinor} /> <small>{t('board:board.claims', { count })}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
