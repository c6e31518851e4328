import { useState } from 'react'
import { type Me, meQuery, queryClient } from '../../../http/queries.ts'

/** What is kept of a form until it has taken effect: on this browser, for this person. */
function place(name: string): string {
  const me = queryClient.getQueryData<Me>(meQuery.queryKey)
  return `lipei.draft.${me?.personId ?? 'nobody'}.${name}`
}

function kept<T extends object>(key: string): Partial<T> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<T>
  } catch {
    return {}
  }
}

interface Draft<T> {
  readonly value: T
  readonly change: (part: Partial<T>) => void
  /** To be called when it has taken effect. */
  readonly forget: () => void
  /** What is to be done when it has taken effect: it is forgotten, then this follows. */
  readonly over: (then: () => void) => () => void
  /** Whether it was there from an earlier visit. */
  readonly found: boolean
}

/** State of a form that survives a closed tab and an ended session. Nothing that names an account belongs here. */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const [key] = useState(() => place(name))
  const [found] = useState(() => localStorage.getItem(key) !== null)
  const [value, setValue] = useState<T>(() => ({ ...initial, ...kept<T>(key) }))
  const forget = (): void => localStorage.removeItem(key)
  return {
    value,
    found,
    change: (part) => {
      const next = { ...value, ...part }
      setValue(next)
      localStorage.setItem(key, JSON.stringify(next))
    },
    forget,
    over: (then) => () => {
      forget()
      then()
    },
  }
}
