import { useState } from 'react'
import { policyDays } from '../../language/dates.ts'
import { useLanguage, useSay, useText } from '../../language/language.ts'
import type { OwnPolicy } from '../home/queries.ts'
import { Choices } from './choices.tsx'

interface PolicyChoiceProps {
  readonly policies: readonly OwnPolicy[]
  readonly chosen: OwnPolicy
  readonly choose: (policy: OwnPolicy) => void
}

/** Chosen already; another one is a touch away. */
export function PolicyChoice({ policies, chosen, choose }: PolicyChoiceProps) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const nameOf = ({ product, objects, policyNumber }: OwnPolicy) =>
    [say(product), objects[0] === undefined ? policyNumber : say(objects[0])].join(' · ')
  if (open) {
    return (
      <Choices
        legend={t('customer:report.policy')}
        chosen={chosen.policyId}
        choices={policies.map((policy) => ({
          value: policy.policyId,
          // The same car is insured anew every year: only the term tells its policies apart.
          name: `${nameOf(policy)} · ${t('customer:home.term', policyDays(policy, language))}`,
        }))}
        choose={(policyId) => {
          const policy = policies.find((one) => one.policyId === policyId)
          if (policy !== undefined) choose(policy)
          setOpen(false)
        }}
      />
    )
  }
  return (
    <div className="my-card my-caller">
      <span>
        <small>{t('customer:report.policy')}</small>
        {nameOf(chosen)}
      </span>
      {policies.length > 1 && (
        <button type="button" className="lp-quiet-button" onClick={() => setOpen(true)}>
          {t('customer:report.otherPolicy')}
        </button>
      )}
    </div>
  )
}
