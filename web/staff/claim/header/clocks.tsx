import { ClockBar } from '../../../blocks/clock-bar.tsx'
import { useText } from '../../../language/language.ts'
import type { Claim } from '../queries.ts'
import { termOf } from '../term-of.ts'

/** The clocks that run now, the one that ends first before the others. */
export function Clocks({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const running = Object.values(claim.clocks)
    .filter(({ clock }) => clock.doneAt === null)
    .toSorted((a, b) => Date.parse(a.clock.dueAt) - Date.parse(b.clock.dueAt))
  return (
    <div className="cl-clocks">
      {running.map(({ key, kind, clock }) => (
        <ClockBar
          key={key}
          name={t(`claim:clock.${kind}`)}
          startedAt={clock.startedAt}
          dueAt={clock.dueAt}
          warnAt={termOf(clock).warnAt}
          pauses={clock.pausedAt === null ? [] : [{ since: clock.pausedAt, until: null }]}
        />
      ))}
    </div>
  )
}
