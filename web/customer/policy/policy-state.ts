/** In what state a policy is for whoever owns it, in the same words wherever it is shown. */
interface Held {
  readonly inceptionAt: string
  readonly expiryAt: string
  readonly cancelled: boolean
}

type PolicyState = 'cancelled' | 'ended' | 'notYet' | 'inForce'

export function policyState({ inceptionAt, expiryAt, cancelled }: Held, now: number): PolicyState {
  if (cancelled) return 'cancelled'
  if (Date.parse(expiryAt) <= now) return 'ended'
  return Date.parse(inceptionAt) > now ? 'notYet' : 'inForce'
}
