import '../../claim/claim.css'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Field } from '../../../blocks/field.tsx'
import { ProblemLine } from '../../../blocks/states.tsx'
import { answer, api } from '../../../http/client.ts'
import { policyDays } from '../../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../../language/language.ts'
import { LossForm } from './loss-form.tsx'
import { type Policy, policySought } from './policy-sought.ts'
import { Registered, type RegisteredClaim } from './registered.tsx'

/** Somebody calls: find the policy by what they can say, write down what happened, tell them what comes next. */
export function ReportPage() {
  const t = useText()
  const [policy, setPolicy] = useState<Policy | null>(null)
  const [registered, setRegistered] = useState<RegisteredClaim | null>(null)
  const again = () => {
    setPolicy(null)
    setRegistered(null)
  }
  return (
    <>
      <h1>{t('handler:report.title')}</h1>
      <div className="st-paper">
        {registered !== null && <Registered claim={registered} again={again} />}
        {registered === null && policy === null && <PolicySearch choose={setPolicy} />}
        {registered === null && policy !== null && (
          <LossForm key={policy.policyId} policy={policy} back={again} done={setRegistered} />
        )}
      </div>
    </>
  )
}

function PolicySearch({ choose }: { readonly choose: (policy: Policy) => void }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const [text, setText] = useState('')
  const find = useMutation({
    mutationFn: (words: string) => answer(api.POST('/policies/searches', { body: policySought(words) })),
  })
  return (
    <>
      <form
        className="cl-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') find.mutate(text)
        }}
      >
        <Field
          label={t('handler:report.find')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            find.reset()
          }}
        />
        <ProblemLine error={find.error} />
        <button type="submit" className="lp-main-button" disabled={find.isPending}>
          {t('handler:search.find')}
        </button>
      </form>
      {find.isSuccess && (
        <ul className="cl-plain" aria-live="polite">
          {find.data.policies.length === 0 && <li>{t('handler:report.none')}</li>}
          {find.data.policies.map((policy) => (
            <li key={policy.policyId}>
              <button type="button" className="cl-other" onClick={() => choose(policy)}>
                {policy.policyNumber}
              </button>{' '}
              {say(policy.product)} · {policy.holder} · {policy.objects.map(say).join('、')} ·{' '}
              {t('claim:policy.term', policyDays(policy, language))}
              {policy.cancelled && (
                <strong className="lp-error"> {t('claim:policy.cancelled')}</strong>
              )} ·{' '}
              {t(`claim:premium.${policy.premiumStatus}`)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
