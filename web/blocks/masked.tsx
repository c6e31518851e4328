import { useState } from 'react'
import { useText } from '../language/language.ts'

interface MaskedProps {
  readonly masked: string
  /** Asks for the clear text, which is recorded; absent where the reader may not. */
  readonly reveal?: () => Promise<string>
  /** A telephone number, which is called by a touch. */
  readonly dials?: boolean
}

/** Personal data as it may be shown to everybody; asking for the rest is recorded, and says so. */
export function Masked({ masked, reveal, dials = false }: MaskedProps) {
  const t = useText()
  const [clear, setClear] = useState<string | null>(null)
  if (reveal === undefined) return <span className="lp-figure">{masked}</span>
  if (clear === null) {
    return (
      <span className="lp-figure">
        {masked}{' '}
        <button
          type="button"
          className="lp-quiet-button"
          title={t('blocks:masked.recorded')}
          onClick={() => void reveal().then(setClear, () => undefined)}
        >
          {t('blocks:masked.show')}
        </button>
      </span>
    )
  }
  return (
    <span className="lp-figure">
      {dials ? <a href={`tel:${clear}`}>{clear}</a> : clear}{' '}
      <button type="button" className="lp-quiet-button" onClick={() => setClear(null)}>
        {t('blocks:masked.hide')}
      </button>
    </span>
  )
}
