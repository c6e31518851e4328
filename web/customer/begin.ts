/**
 * What the first page will ask for, asked for while its scripts are still being run: a telephone that takes a second to
 * get through them has the answers by then. The page finds them in memory and asks for nothing twice.
 */
import { queryClient, whoIsIt } from '../http/queries.ts'
import { mayBeSignedIn } from '../http/session.ts'
import { ownClaimsQuery, ownPoliciesQuery, progressQuery } from './home/queries.ts'

/** Cards that are seen without scrolling; the others ask for themselves. */
const firstCards = 3

export function beginWithWhatIsAsked(): void {
  if (!mayBeSignedIn()) return
  const claimId = /^\/my\/claims\/([^/]+)/.exec(location.pathname)?.[1]
  const isHome = /^\/my\/?$/.test(location.pathname)
  if (claimId === undefined && !isHome) return
  // Fails as it would on the page, which then says so.
  void whoIsIt().catch(() => undefined)
  if (claimId !== undefined) {
    void queryClient.prefetchQuery(progressQuery(claimId))
    void import('./claim/claim-page.tsx')
  } else {
    void import('./home/home-page.tsx')
    void queryClient.prefetchQuery(ownPoliciesQuery)
    void queryClient
      .fetchQuery(ownClaimsQuery)
      .then(({ claims }) =>
        claims.slice(0, firstCards).map(({ claimId: of }) => queryClient.prefetchQuery(progressQuery(of))),
      )
      .catch(() => undefined)
  }
}
