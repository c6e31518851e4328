import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Empty, Failed, Loading } from '../../blocks/states.tsx'
import { useText } from '../../language/language.ts'
import { AsOf } from '../kept/as-of.tsx'
import { ClaimCard } from './claim-card.tsx'
import { PolicyCard } from './policy-card.tsx'
import { ownClaimsQuery, ownPoliciesQuery } from './queries.ts'
import { WelcomeCard } from './welcome-card.tsx'

/** What is open and where it stands, then what is insured. */
export function HomePage() {
  const t = useText()
  const claims = useQuery(ownClaimsQuery)
  const policies = useQuery(ownPoliciesQuery)
  return (
    <>
      <h1>{t('customer:home.title')}</h1>
      <AsOf answers={[claims]} />
      {claims.isPending && <Loading />}
      {claims.isLoadingError && <Failed error={claims.error} again={() => void claims.refetch()} />}
      {claims.data?.claims.length === 0 && (
        <Empty title={t('customer:home.noClaims')} hint={t('customer:home.noClaimsHint')} />
      )}
      {claims.data?.claims.map((claim) => (
        <ClaimCard
          key={claim.claimId}
          claim={claim}
          policy={policies.data?.policies.find(({ policyId }) => policyId === claim.policyId)}
        />
      ))}
      <p className="my-next">
        <Link className="lp-main-button my-link" to="/report">
          {t('customer:home.report')}
        </Link>
      </p>
      <WelcomeCard />
      <h2>{t('customer:home.policies')}</h2>
      {policies.isPending && <Loading />}
      {policies.isLoadingError && <Failed error={policies.error} again={() => void policies.refetch()} />}
      {policies.data?.policies.length === 0 && <Empty title={t('customer:home.noPolicies')} />}
      {policies.data?.policies.map((policy) => (
        <PolicyCard key={policy.policyId} policy={policy} />
      ))}
    </>
  )
}
