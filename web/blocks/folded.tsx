import { type ReactNode, useRef, useState } from 'react'
import { useText } from '../language/language.ts'
import { useOverflow } from './use-overflow.ts'

/** Free text of any length: six lines of it on a screen until somebody asks for all; on paper it is whole. */
export function Folded({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const text = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const more = useOverflow(text, 'down', !open)
  return (
    <>
      <span ref={text} className="lp-folded" data-open={open}>
        {children}
      </span>
      {more && (
        <button
          type="button"
          className="lp-quiet-button lp-no-print"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'blocks:folded.less' : 'blocks:folded.all')}
        </button>
      )}
    </>
  )
}
