import './print.css'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { formatInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'

interface PaperProps {
  readonly claimId: string
  readonly children: ReactNode
}

/** A page as it comes out of the printer; the browser makes a PDF of it. What can be pressed stays on the screen. */
export function Paper({ claimId, children }: PaperProps) {
  const t = useText()
  const language = useLanguage()
  // With its year: paper is read long after the terms on it have run out.
  const [at] = useState(() => new Date().toISOString())
  return (
    <>
      <p className="cl-versions lp-no-print">
        <Link to="/claims/$claimId" params={{ claimId }}>
          {t('claim:print.back')}
        </Link>
        <button type="button" className="lp-main-button" onClick={() => print()}>
          {t('claim:print.now')}
        </button>
        <span className="cl-soft">{t('claim:print.help')}</span>
      </p>
      <article className="cl-paper">
        {children}
        <p className="cl-soft cl-small">{t('claim:print.at', { at: formatInstant(at, language, 0) })}</p>
      </article>
    </>
  )
}
