/**
 * The session behind the page. When it ends while somebody works, the requests that met its end wait here until the
 * same person has signed in again, in a dialog over the page; nothing that was typed is lost.
 */
let csrfToken: string | null = null

const remembered = 'lipei.signed-in'
let waiting: Promise<void> | null = null
let tell: (() => void) | null = null
const listeners = new Set<() => void>()

export function rememberCsrf(token: string | null): void {
  csrfToken = token
  if (token !== null) localStorage.setItem(remembered, 'yes')
}

/** Whether somebody may be signed in on this browser: who never was need not be asked about. */
export function mayBeSignedIn(): boolean {
  return localStorage.getItem(remembered) !== null
}

export function forgetSession(): void {
  csrfToken = null
  localStorage.removeItem(remembered)
}

export function csrf(): string | null {
  return csrfToken
}

/** Resolves when the person is signed in again. Before anybody has signed in on this page, there is nothing to wait for. */
export function signedInAgain(): Promise<void> {
  waiting ??= new Promise((resolve) => {
    tell = resolve
  })
  for (const listener of listeners) listener()
  return waiting
}

/** The dialog says that it has done its work. */
export function sessionRestored(): void {
  tell?.()
  waiting = null
  tell = null
  for (const listener of listeners) listener()
}

/** For `useSyncExternalStore`. */
export const sessionExpiry = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  isExpired: () => waiting !== null,
}
