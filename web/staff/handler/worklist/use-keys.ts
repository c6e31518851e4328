import { useEffect } from 'react'

/** Whether a key belongs to what has the focus: what is typed is no command. */
function isTaken(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT|BUTTON|A)$/.test(target.tagName)
}

/** Single keys as commands of the page, while nobody writes. */
export function useKeys(commands: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const command = commands[event.key]
      if (command === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTaken(event.target)) return
      event.preventDefault()
      command()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
