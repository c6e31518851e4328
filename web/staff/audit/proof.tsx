import { useQuery } from '@tanstack/react-query'
import { Shape } from '../../blocks/shape.tsx'
import { Failed, Loading } from '../../blocks/states.tsx'
import { useText } from '../../language/language.ts'
import { type Entry, verificationQuery } from './queries.ts'

const shown = ['hash', 'previousHash', 'bodyHash', 'commandId', 'requestId', 'actorId', 'accountId'] as const

/** What one line holds besides, and whether the whole chain in which it stands is as it was written. */
export function Proof({ entry }: { readonly entry: Entry }) {
  const t = useText()
  const chain = useQuery(verificationQuery(entry.chain))
  return (
    <div className="au-proof">
      {chain.isPending && <Loading lines={1} />}
      {chain.isError && <Failed error={chain.error} again={() => void chain.refetch()} />}
      {chain.isSuccess && (
        <p className="au-outcome" data-outcome={chain.data.intact ? 'done' : 'refused'}>
          <Shape name={chain.data.intact ? 'tick' : 'triangle'} size={12} />{' '}
          {chain.data.intact
            ? t('audit:intact', { count: chain.data.checked })
            : t('audit:broken', { sequence: chain.data.firstBroken ?? 0 })}
        </p>
      )}
      <dl>
        {shown.map((name) => (
          <div key={name}>
            <dt>{t(`audit:proof.${name}`)}</dt>
            <dd>{entry[name] ?? '—'}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
