import { lazy, Suspense, useState } from 'react'
import { useText } from '../../language/language.ts'
import { rememberTour, wasShownAround } from './seen.ts'

const Tour = lazy(async () => ({ default: (await import('./tour.tsx')).Tour }))

interface TourButtonProps {
  readonly personId: string
  readonly fromList: boolean
}

/** Shows around at the first sign-in, and again whenever somebody asks for it. */
export function TourButton({ personId, fromList }: TourButtonProps) {
  const t = useText()
  const [open, setOpen] = useState(() => !wasShownAround(personId))
  return (
    <>
      <button type="button" className="lp-quiet-button st-tour-button" onClick={() => setOpen(true)}>
        {t('staff:tour.open')}
      </button>
      {open && (
        <Suspense>
          <Tour
            fromList={fromList}
            close={() => {
              rememberTour(personId)
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
