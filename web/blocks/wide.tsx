import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../language/language.ts'

/** What may be wider than the screen scrolls by itself, with the keyboard too; while there is more, it says so. */
export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const t = useText()
  const region = useRef<HTMLDivElement>(null)
  const [more, setMore] = useState(false)
  useLayoutEffect(() => {
    const element = region.current
    if (element === null) return undefined
    const look = () => setMore(element.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(look)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    look()
    return () => observer.disconnect()
  }, [])
  return (
    <>
      {more && <p className="lp-wide-more">{t('blocks:wide.more')}</p>}
      <div ref={region} className="lp-wide" role="region" aria-label={label} tabIndex={0}>
        {children}
      </div>
    </>
  )
}
