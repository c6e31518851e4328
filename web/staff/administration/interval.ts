/** What people type into a field of date and time, in Shanghai, as the API takes it; empty is nothing. */
export function instantOf(typed: string): string | undefined {
  return typed === '' ? undefined : `${typed.slice(0, 16)}:00+08:00`
}

export function intervalOf(from: string, to: string): { validFrom?: string; validTo?: string } {
  const [validFrom, validTo] = [instantOf(from), instantOf(to)]
  return {
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  }
}

export type Standing = 'pending' | 'future' | 'inForce' | 'ended'

interface Held {
  readonly validFrom: string
  readonly validTo: string | null
  /** Absent where nobody has to confirm. */
  readonly confirmedAt?: string | null
}

/** Where a right or an absence stands now. */
export function standingOf({ validFrom, validTo, confirmedAt }: Held, now = Date.now()): Standing {
  if (validTo !== null && Date.parse(validTo) <= now) return 'ended'
  if (confirmedAt === null) return 'pending'
  return Date.parse(validFrom) > now ? 'future' : 'inForce'
}
