import type { ReactNode } from 'react'

/** What may be wider than the screen scrolls by itself, with the keyboard too. */
export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="lp-wide" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
