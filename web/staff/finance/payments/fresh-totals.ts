import type { Totals } from '../queries.ts'

interface Answer {
  readonly data: { readonly pages: readonly { readonly totals: Totals }[] } | undefined
  readonly isSuccess: boolean
  readonly fetchStatus: 'fetching' | 'paused' | 'idle'
}

/**
 * The totals as they stand now; undefined while they are being read, or cannot be. What was kept from an earlier visit
 * is shown meanwhile, but nothing is decided by it.
 */
export const freshTotals = ({ data, isSuccess, fetchStatus }: Answer): Totals | undefined =>
  isSuccess && fetchStatus === 'idle' ? data?.pages.at(-1)?.totals : undefined
