import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../http/client.ts'
import { rememberCsrf } from '../http/session.ts'
import { Field } from '../blocks/field.tsx'
import { ProblemLine } from '../blocks/states.tsx'
import { useText } from '../language/language.ts'

/** Account and password. Signing in takes effect each time, so it carries no key. */
export function StaffSignIn({ done }: { readonly done: () => void }) {
  const t = useText()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => answer(api.POST('/sign-in/staff-sessions', { body: { login, password } })),
    onSuccess: ({ csrfToken }) => {
      rememberCsrf(csrfToken)
      done()
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        signIn.mutate()
      }}
    >
      <Field
        label={t('sign-in:account')}
        autoComplete="username"
        required
        value={login}
        onChange={(event) => setLogin(event.target.value)}
      />
      <Field
        label={t('sign-in:password')}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <ProblemLine error={signIn.error} />
      <button type="submit" className="lp-main-button" disabled={signIn.isPending}>
        {t('sign-in:signIn')}
      </button>
    </form>
  )
}
