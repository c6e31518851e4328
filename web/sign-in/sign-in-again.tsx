import { type ComponentType, useEffect, useRef, useSyncExternalStore } from 'react'
import { meQuery, queryClient } from '../http/queries.ts'
import { sessionExpiry, sessionRestored } from '../http/session.ts'
import { useText } from '../language/language.ts'

interface SignInAgainProps {
  readonly form: ComponentType<{ readonly done: () => void }>
}

/**
 * Over the page whose session has ended. The page stays as it is; what waited is sent again once the same person is
 * back. Somebody else must not send it: for them the page begins anew.
 */
export function SignInAgain({ form: Form }: SignInAgainProps) {
  const expired = useSyncExternalStore(sessionExpiry.subscribe, sessionExpiry.isExpired)
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (expired) dialog.current?.showModal()
    else dialog.current?.close()
  }, [expired])
  const done = async () => {
    const before = queryClient.getQueryData(meQuery.queryKey)
    const now = await queryClient.fetchQuery({ ...meQuery, staleTime: 0 })
    if (before !== undefined && before.personId !== now.personId) location.reload()
    else sessionRestored()
  }
  return (
    <dialog
      ref={dialog}
      className="lp-dialog"
      aria-labelledby="sign-in-again"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="sign-in-again">{t('sign-in:again')}</h2>
      <p>{t('sign-in:againHelp')}</p>
      {expired && <Form done={() => void done()} />}
    </dialog>
  )
}
