import { useState } from 'react'
import { Field } from '../../blocks/field.tsx'
import { useText } from '../../language/language.ts'
import { position } from './position.ts'
import type { StepProps } from './what-step.tsx'

/** Where it happened: in words, by the telephone's own position, or both. */
export function PlaceField({ draft, fill }: Pick<StepProps, 'draft' | 'fill'>) {
  const t = useText()
  const [state, setState] = useState<'idle' | 'asking' | 'unknown'>('idle')
  const stands = draft.place === null ? state : 'known'
  return (
    <>
      <Field
        label={t('customer:report.where')}
        maxLength={300}
        autoComplete="street-address"
        value={draft.placeText}
        onChange={({ target }) => fill({ placeText: target.value })}
      />
      <p className="my-buttons">
        <button
          type="button"
          className="lp-plain-button"
          disabled={state === 'asking'}
          onClick={() => {
            setState('asking')
            void position().then((place) => {
              setState(place === null ? 'unknown' : 'idle')
              fill({ place })
            })
          }}
        >
          {t('customer:report.here')}
        </button>
        {stands !== 'idle' && <span role="status">{t(`customer:report.position.${stands}`)}</span>}
      </p>
    </>
  )
}
