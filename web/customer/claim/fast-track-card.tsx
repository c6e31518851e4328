import { useSay, useText } from '../../language/language.ts'
import type { Progress } from '../home/queries.ts'

/** That a computer decides or has decided, by which rules, and that a person can be asked for. */
export function FastTrackCard({ progress: { fastTrack } }: { readonly progress: Progress }) {
  const t = useText()
  const say = useSay()
  if (fastTrack === null) return null
  return (
    <section className="my-card">
      <h2>{t('customer:fastTrack.title')}</h2>
      <p>{say(fastTrack.status)}</p>
      {fastTrack.rules.length > 0 && (
        <details>
          <summary>{t('customer:fastTrack.rules')}</summary>
          <ul>
            {fastTrack.rules.map(({ rule, reason }) => (
              <li key={rule}>{say(reason)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
