import { useEffect, useState } from 'react'

/** Long enough for the next key. */
const pause = 400

/** The value once nobody has changed it for a moment: what is typed is not asked about letter by letter. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
