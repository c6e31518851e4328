import { signOut } from '../http/queries.ts'
import { useText } from '../language/language.ts'

/** Ends the session and leaves nothing of it in the page, whether the end was heard or not. */
export function SignOutButton({ to }: { readonly to: string }) {
  const t = useText()
  return (
    <button
      type="button"
      className="lp-quiet-button"
      onClick={() => void signOut().finally(() => location.assign(to))}
    >
      {t('sign-in:out')}
    </button>
  )
}
