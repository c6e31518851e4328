import { type ReactNode, use } from 'react'
import { Shape } from '../../../blocks/shape.tsx'
import { SectionsOpen } from './sections-open.ts'

interface SectionProps {
  readonly id: string
  readonly title: string
  /** What came out, in a line: all that shows while it is folded. */
  readonly result?: ReactNode
  /** Whether it is finished: it begins folded. */
  readonly finished?: boolean
  /** Whether there was nothing to do: it is over, and bears no mark of having been done. */
  readonly skipped?: boolean
  readonly children: ReactNode
}

/** A part of the claim; what is finished folds to its result. */
export function Section({ id, title, result, finished = false, skipped = false, children }: SectionProps) {
  const allOpen = use(SectionsOpen)
  return (
    <details key={String(finished)} id={id} className="cl-section" open={allOpen || !finished}>
      <summary>
        <h2>{title}</h2>
        {result !== undefined && (
          <span className="cl-result" data-skipped={skipped}>
            {finished && <Shape name={skipped ? 'dash' : 'tick'} />} {result}
          </span>
        )}
      </summary>
      {children}
    </details>
  )
}
