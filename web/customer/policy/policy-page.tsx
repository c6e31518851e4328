import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { PolicyTerms } from '../../../domain/policy/terms.ts'
import { Failed, Loading } from '../../blocks/states.tsx'
import { formatDate, policyDays } from '../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../language/language.ts'
import { Covers } from './covers.tsx'
import { policyState } from './policy-state.ts'
import { type Policy, policyQuery } from './queries.ts'

/** What one is insured for, in plain words, and the way to report a loss under it. */
export function PolicyPage() {
  const { policyId } = useParams({ from: '/shell/policies/$policyId' })
  const policy = useQuery(policyQuery(policyId))
  if (policy.data !== undefined) return <Details policy={policy.data} />
  if (policy.isError) return <Failed error={policy.error} again={() => void policy.refetch()} />
  return <Loading lines={8} />
}

function Details({ policy }: { readonly policy: Policy }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { product, objects, people, endorsements } = policy
  return (
    <>
      <h1>{say(product)}</h1>
      <section className="my-card">
        <Facts policy={policy} />
      </section>
      <p className="my-next">
        <Link className="lp-main-button my-link" to="/report" search={{ policy: policy.policyId }}>
          {t('customer:home.report')}
        </Link>
      </p>
      <section className="my-card">
        {objects.length > 0 && (
          <>
            <h2>{t('customer:policy.objects')}</h2>
            <ul className="my-plain">
              {objects.map(({ description }) => (
                <li key={description.zh}>{say(description)}</li>
              ))}
            </ul>
          </>
        )}
        <h2>{t('customer:policy.people')}</h2>
        <ul className="my-plain">
          {people.map(({ personId, role, nameMasked, phoneMasked }) => (
            <li key={`${role} ${personId}`} className="my-row">
              <span>
                {nameMasked} <small>{t(`customer:policy.role.${role}`)}</small>
              </span>
              {phoneMasked !== null && <span className="lp-figure">{phoneMasked}</span>}
            </li>
          ))}
        </ul>
      </section>
      <Covers
        terms={policy.terms as unknown as PolicyTerms}
        compulsoryPolicyNumber={policy.compulsoryPolicyNumber}
      />
      {endorsements.length > 0 && (
        <section className="my-card">
          <h2>{t('customer:policy.changes')}</h2>
          <ul className="my-plain">
            {endorsements.map(({ number, effectiveAt }) => (
              <li key={number} className="my-row">
                <span>{t('customer:policy.change', { number })}</span>
                <span>{formatDate(effectiveAt, language)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Facts({ policy }: { readonly policy: Policy }) {
  const t = useText()
  const language = useLanguage()
  const { policyNumber, premiumStatus } = policy
  return (
    <dl className="my-facts">
      <dt>{t('customer:policy.number')}</dt>
      <dd className="lp-figure">{policyNumber}</dd>
      <dt>{t('customer:policy.term')}</dt>
      <dd>{t('customer:home.term', policyDays(policy, language))}</dd>
      <dt>{t('customer:policy.state')}</dt>
      <dd>{t(`customer:policy.stateBy.${policyState(policy, Date.now())}`)}</dd>
      <dt>{t('customer:policy.premium')}</dt>
      <dd>{t(`customer:policy.premiumBy.${premiumStatus}`)}</dd>
    </dl>
  )
}
