import { signOut } from '../http/queries.ts'
import { useText } from '../language/language.ts'

interface SignOutButtonProps {
  readonly to: string
  /** Deletes what the face has kept in the browser. */
  readonly forget?: () => Promise<void>
}

/** Ends the session and leaves nothing of it in the page, whether the end was heard or not. */
export function SignOutButton({ to, forget = async () => {} }: SignOutButtonProps) {
  const t = useText()
  return (
    <button
      type="button"
      className="lp-quiet-button"
      onClick={() =>
        void signOut()
          .catch(() => undefined)
          .then(forget)
          .finally(() => location.assign(to))
      }
    >
      {t('sign-in:out')}
    </button>
  )
}
