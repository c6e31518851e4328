import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { meQuery } from '../http/queries.ts'
import { PersonChip } from '../blocks/person-chip.tsx'
import { useText } from '../language/language.ts'
import { LanguageSwitch } from '../language/language-switch.tsx'
import { SignInAgain } from '../sign-in/sign-in-again.tsx'
import { SignOutButton } from '../sign-in/sign-out-button.tsx'
import { StaffSignIn } from '../sign-in/staff-sign-in.tsx'
import { navigation } from './navigation.ts'
import { TourButton } from './tour/tour-button.tsx'
import { visibleTo } from './visible-to.ts'

/** Around every page of the staff. */
export function Shell() {
  const t = useText()
  const { data: me } = useQuery(meQuery)
  const roles = [...new Set(me?.roles.map(({ role }) => t(`blocks:role.${role}`)))].join(' · ')
  return (
    <div className="st-shell">
      <a className="lp-skip" href="#content">
        {t('staff:shell.skip')}
      </a>
      <header className="st-header lp-no-print">
        <strong>Lipei 理赔</strong>
        <nav aria-label={t('staff:shell.navigation')}>
          {me !== undefined &&
            visibleTo(me, navigation).map(({ to, text }) => (
              <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
                {t(text)}
              </Link>
            ))}
        </nav>
        {me !== undefined && <PersonChip name={me.name} role={roles} />}
        {me !== undefined && (
          <TourButton
            personId={me.personId}
            fromList={visibleTo(me, navigation).some(({ to }) => to === '/worklist')}
          />
        )}
        <LanguageSwitch />
        <SignOutButton to="/staff/sign-in" />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <SignInAgain form={StaffSignIn} />
    </div>
  )
}
