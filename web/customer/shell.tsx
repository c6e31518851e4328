import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouteContext } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { meQuery } from '../http/queries.ts'
import { useText } from '../language/language.ts'
import { LanguageSwitch } from '../language/language-switch.tsx'
import { CustomerSignIn } from '../sign-in/customer-sign-in.tsx'
import { SignInAgain } from '../sign-in/sign-in-again.tsx'
import { SignOutButton } from '../sign-in/sign-out-button.tsx'
import { forgetAll } from './kept/opening.ts'
import { chooseLarge, isLarge } from './large-print.ts'
import { continueUploads } from './uploads/upload-queue.ts'
import { WaitingBanner } from './uploads/waiting-banner.tsx'

/** Around every page of a customer: made for a telephone, in the middle of a wider screen. */
export function Shell() {
  const t = useText()
  const [large, setLarge] = useState(isLarge)
  const { personId } = useRouteContext({ from: '/shell' })
  // Held in memory for as long as the page is open: who signs in again is compared with it.
  useQuery(meQuery)
  useEffect(() => {
    void continueUploads(personId)
  }, [personId])
  return (
    <div className="my-shell">
      <a className="lp-skip" href="#content">
        {t('customer:shell.skip')}
      </a>
      <WaitingBanner />
      <header className="my-header lp-no-print">
        <Link to="/" className="my-name">
          Lipei 理赔
        </Link>
        <button
          type="button"
          className="lp-quiet-button"
          aria-pressed={large}
          onClick={() => {
            chooseLarge(!large)
            setLarge(!large)
          }}
        >
          {t('customer:shell.largePrint')}
        </button>
        <LanguageSwitch />
        <SignOutButton to="/my/sign-in" forget={forgetAll} />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <SignInAgain form={CustomerSignIn} />
    </div>
  )
}
