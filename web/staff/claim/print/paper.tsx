import './print.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDatedInstant } from '../../../language/dates.ts'
import { useLanguage, useText } from '../../../language/language.ts'

interface PaperProps {
  readonly claimId: string
  /** When the claim was read as it stands on the paper, in milliseconds. */
  readonly readAt: number
  readonly children: ReactNode
}

/** A page as it comes out of the printer; the browser makes a PDF of it. What can be pressed stays on the screen. */
export function Paper({ claimId, readAt, children }: PaperProps) {
  const t = useText()
  const language = useLanguage()
  const at = formatDatedInstant(new Date(readAt).toISOString(), language)
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
        <p className="cl-soft cl-small">{t('claim:print.at', { at })}</p>
      </article>
    </>
  )
}
