import { useNavigate, useSearch } from '@tanstack/react-router'
import { meQuery, queryClient } from '../http/queries.ts'
import { useText } from '../language/language.ts'
import { LanguageSwitch } from '../language/language-switch.tsx'
import { StaffSignIn } from '../sign-in/staff-sign-in.tsx'

export function SignInPage() {
  const t = useText()
  const navigate = useNavigate()
  const { next = '/' } = useSearch({ from: '/sign-in' })
  return (
    <main className="lp-sign-in">
      <p className="lp-sign-in-top">
        <strong>Lipei 理赔</strong>
        <LanguageSwitch />
      </p>
      <h1>{t('sign-in:staffTitle')}</h1>
      <StaffSignIn
        done={() => {
          queryClient.removeQueries({ queryKey: meQuery.queryKey })
          void navigate({ href: next.startsWith('/') && !next.startsWith('//') ? next : '/' })
        }}
      />
    </main>
  )
}
