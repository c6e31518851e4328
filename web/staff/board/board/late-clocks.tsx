import { Link } from '@tanstack/react-router'
import { useText } from '../../../language/language.ts'
import type { Board } from '../queries.ts'
import { Bar } from './bar.tsx'
import { useScope } from './use-scope.ts'

/** By which term claims are late: a bar for each, the longest first. */
export function LateClocks({ late }: { readonly late: Board['lateClocks'] }) {
  const t = useText()
  const scope = useScope()
  const most = Math.max(1, ...late.map(({ count }) => count))
  if (late.length === 0) return <p className="bp-none">{t('board:board.nothingLate')}</p>
  return (
    <ul className="bp-bars">
      {late.map(({ kind, count }) => (
        <li key={kind}>
          <Link to="/cases" search={{ ...scope, lateClock: kind }}>
            {t(`claim:clock.${kind}`)}
          </Link>
          <Bar share={count / most} late />
          <span className="bp-number">{t('board:board.claims', { count })}</span>
        </li>
      ))}
    </ul>
  )
}
