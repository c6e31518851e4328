import { type ReactNode, useRef } from 'react'
import { useText } from '../language/language.ts'
import { useOverflow } from './use-overflow.ts'

/** What may be wider than the screen scrolls by itself, with the keyboard too; while there is more, it says so. */
export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const t = useText()
  const region = useRef<HTMLDivElement>(null)
  const more = useOverflow(region, 'across')
  return (
    <>
      {more && <p className="lp-wide-more">{t('blocks:wide.more')}</p>}
      <div ref={region} className="lp-wide" role="region" aria-label={label} tabIndex={0}>
        {children}
      </div>
    </>
  )
}
