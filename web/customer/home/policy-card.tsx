import { Link } from '@tanstack/react-router'
import { policyDays } from '../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../language/language.ts'
import { policyState } from '../policy/policy-state.ts'
import type { OwnPolicy } from './queries.ts'

/** One policy: what it insures and until when. */
export function PolicyCard({ policy }: { readonly policy: OwnPolicy }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const term = t('customer:home.term', policyDays(policy, language))
  const state = policyState(policy, Date.now())
  return (
    <Link to="/policies/$policyId" params={{ policyId: policy.policyId }} className="my-card">
      <strong>{say(policy.product)}</strong>
      {policy.objects.map((object) => (
        <p key={object.zh}>{say(object)}</p>
      ))}
      <p>
        <small className="my-term">
          {term}
          {state !== 'inForce' && ` · ${t(`customer:policy.stateBy.${state}`)}`}
          <br />
          <span className="lp-figure">{policy.policyNumber}</span>
        </small>
      </p>
    </Link>
  )
}
